package org.threshold.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.audit.store.AuditGuards;
import org.threshold.audit.store.ChainReader;
import org.threshold.audit.store.ChainReader.Head;
import org.threshold.audit.store.CheckTable;

/**
 * Finds entries of the audit that were altered, removed, re-ordered or slipped in after they were written, whoever did
 * it and however; and whether what keeps them from being changed still stands. A whole chain that was removed together
 * with its head, or written anew from its beginning, shows against heads that were kept outside the database.
 */
@Service
public class AuditVerifier {

    private final ChainReader chains;
    private final AuditGuards guards;
    private final CheckTable checks;
    private final Clock clock;

    AuditVerifier(ChainReader chains, AuditGuards guards, CheckTable checks, Clock clock) {
        this.chains = chains;
        this.guards = guards;
        this.checks = checks;
        this.clock = clock;
    }

    /**
     * @param caseReference the case, or empty for what belongs to no case
     * @param sequence      the entry at which it shows; 0 where it is about the tables themselves
     * @param message       one plain sentence
     */
    public record Finding(String caseReference, long sequence, String message) {
    }

    /**
     * @param entries  how many were read
     * @param findings empty when every chain is whole and guarded
     */
    public record Result(long entries, List<Finding> findings) {
    }

    /** Reads everything; entries that are written meanwhile are left for the next time. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Result verifyAll() {
        return everything(Map.of());
    }

    /**
     * The same, against ends of chains that were written to a file earlier.
     *
     * @throws IOException in a plain sentence, when that cannot be read
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ, rollbackFor = IOException.class)
    public Result verifyAgainst(Path heads) throws IOException {
        return everything(AuditHeads.read(heads));
    }

    /** Empty when the chain of the case is whole. */
    @Transactional(readOnly = true)
    public List<Finding> verify(String caseReference) {
        ChainWalk walk = new ChainWalk(Map.of());
        chains.read(caseReference, walk::next);
        return walk.end(chains.headsWithoutEntries(caseReference));
    }

    /** Empty when every chain is whole. */
    @Transactional(readOnly = true)
    public List<Finding> verify() {
        return verify(null);
    }

    /**
     * Reads what came since the last time, in every chain that was whole then, and keeps what it found. Empty where
     * another node is at it.
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Optional<Result> verifyChanged() {
        if (!checks.isMine()) {
            return Optional.empty();
        }
        Instant began = clock.instant();
        ChainWalk walk = new ChainWalk(Map.of());
        chains.readChanged(walk::next);
        chains.wentBack().forEach(walk::wentBack);
        List<Finding> findings = withGuards(walk.end(chains.headsWithoutEntries(null)));
        checks.verified(walk.whole(), began);
        checks.add(new AuditCheck(began, clock.instant(), walk.entries(), findings.size(),
                findings.isEmpty() ? null : findings.get(0).message()));
        return Optional.of(new Result(walk.entries(), findings));
    }

    /**
     * Writes the end of every chain to a new file.
     *
     * @return how many there are
     * @throws IOException when the file exists already or cannot be written
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ, rollbackFor = IOException.class)
    public long writeHeads(Path path) throws IOException {
        try (AuditHeads.Writer file = new AuditHeads.Writer(path)) {
            chains.heads(head -> add(file, head));
            return file.end();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static void add(AuditHeads.Writer file, Head head) {
        try {
            file.add(head);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Result everything(Map<String, Head> earlier) {
        ChainWalk walk = new ChainWalk(earlier);
        chains.read(null, walk::next);
        List<Finding> findings = walk.end(chains.headsWithoutEntries(null));
        return new Result(walk.entries(), withGuards(findings));
    }

    private List<Finding> withGuards(List<Finding> findings) {
        List<Finding> all = new ArrayList<>(findings);
        guards.unguarded().forEach(table -> all.add(new Finding("", 0,
                "The table " + table + " is not kept from being changed: its triggers are gone or switched off")));
        guards.detached().forEach(table -> all.add(new Finding("", 0,
                "The table " + table + " was taken out of the audit")));
        return all;
    }
}

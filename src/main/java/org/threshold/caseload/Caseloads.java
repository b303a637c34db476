package org.threshold.caseload;

import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.Future;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.audit.Sha256;
import org.threshold.caseload.CaseloadImport.Fate;
import org.threshold.caseload.CaseloadImport.Report;
import org.threshold.caseload.CaseloadImport.State;
import org.threshold.caseload.store.ImportStore;
import org.threshold.caseload.store.ImportedUnits;
import org.threshold.homelessness.NotPossible;

/** Bringing over a live caseload: checked first, then brought over household by household. */
@Service
@Needs(Permission.IMPORT_CASELOAD)
public class Caseloads {

    public static final int MOST_REMARKS_SHOWN = 200;
    private static final int ALL = Integer.MAX_VALUE;
    private static final int LATEST = 20;

    private final ImportStore store;
    private final ImportedUnits units;
    private final CaseloadCheck check;
    private final ImportRunner runner;
    private final CurrentOfficer officer;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Caseloads(ImportStore store, ImportedUnits units, CaseloadCheck check, ImportRunner runner, CurrentOfficer officer, AuditTrail audit, TransactionTemplate transactions, Clock clock) {
        this.store = store;
        this.units = units;
        this.check = check;
        this.runner = runner;
        this.officer = officer;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The dry run: keeps the files and says what would become of each household. No case is touched.
     *
     * @return the number of the import
     */
    @Transactional
    public long check(DateOrder order, Map<Sheet, byte[]> files) {
        String by = officer.get().username();
        String hash = hash(files);
        Caseload caseload = Caseload.read(files);
        long id = store.insert(order, hash, caseload.readable() ? State.CHECKED : State.UNREADABLE, by,
                clock.instant());
        CaseloadCheck.Verdict verdict = check.of(caseload, order);
        store.keep(id, verdict.households(), caseload.strays());
        units.keep(id, verdict.units());
        store.remark(id, verdict.remarks());
        if (caseload.readable()) {
            store.keepFiles(id, files);
        }
        audit.record(new AuditEntry(null, "caseload.checked", String.valueOf(id), Map.of("hash", hash, "households",
                String.valueOf(verdict.households().size())), null, null));
        return id;
    }

    private static String hash(Map<Sheet, byte[]> files) {
        MessageDigest digest = Sha256.digest();
        for (Sheet sheet : Sheet.values()) {
            byte[] content = files.getOrDefault(sheet, new byte[0]);
            digest.update((sheet + " " + content.length + "\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            digest.update(content);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Transactional(readOnly = true)
    public List<CaseloadImport> latest() {
        return store.latest(LATEST, clock.instant());
    }

    /** @throws NoSuchElementException when there is none of that number */
    @Transactional(readOnly = true)
    public CaseloadImport get(long id) {
        return store.find(id, clock.instant()).orElseThrow(
                () -> new NoSuchElementException("There is no import " + id));
    }

    @Transactional(readOnly = true)
    public Report report(long id) {
        return new Report(store.totals(id).stream().map(total -> total.name().equals(Sheet.UNITS.fileName())
                ? units(id) : total).toList(), store.balances(id), store.counted(id, false), store.counted(id, true),
                store.remarkCount(id, true), store.remarkCount(id, false));
    }

    /** Units belong to no household, so they are counted by themselves. */
    private CaseloadImport.Total units(long id) {
        Map<Fate, Integer> of = units.counted(id);
        return new CaseloadImport.Total(Sheet.UNITS.fileName(), of.values().stream().mapToInt(Integer::intValue).sum(),
                of.getOrDefault(Fate.IMPORTED, 0), of.getOrDefault(Fate.READY, 0), of.getOrDefault(Fate.REFUSED, 0),
                of.getOrDefault(Fate.ALREADY, 0), 0);
    }

    /** Those to show on a page: the refused first. */
    @Transactional(readOnly = true)
    public List<Remark> someRemarks(long id) {
        return store.remarks(id, MOST_REMARKS_SHOWN);
    }

    @Transactional(readOnly = true)
    public List<Remark> allRemarks(long id) {
        return store.remarks(id, ALL);
    }

    /** Keeps that somebody took the remarks out as a file, and which. */
    @Needs(Permission.IMPORT_CASELOAD)
    @Transactional
    public void remarksTaken(long id, int rows, byte[] content) {
        audit.record(new AuditEntry(null, "caseload.remarksTaken", String.valueOf(id), Map.of("rows",
                String.valueOf(rows), "sha256", Sha256.of(content)), null, null));
    }

    /**
     * Begins, or goes on, to bring over what the check found ready: the very bytes that were checked. It goes on in the
     * background.
     *
     * @return ends when nothing more happens
     * @throws NotPossible when it cannot begin
     */
    public Future<?> bringOver(long id) {
        String by = officer.get().username();
        CaseloadImport one = get(id);
        UUID run = UUID.randomUUID();
        transactions.executeWithoutResult(status -> begin(one, run, by));
        return runner.start(one, run, by);
    }

    private void begin(CaseloadImport one, UUID run, String by) {
        if (!hash(store.files(one.id())).equals(one.contentHash()) && one.startable()) {
            throw new NotPossible("The files are not the ones that were checked. Upload and check them again");
        }
        if (!store.begin(one.id(), run, by, clock.instant())) {
            throw new NotPossible("This caseload is " + one.title().toLowerCase(java.util.Locale.UK)
                    + ", so it cannot be started now");
        }
        audit.record(new AuditEntry(null, "caseload.begun", String.valueOf(one.id()),
                Map.of("hash", one.contentHash()), null, null));
    }

    /** Stops after the households that are being brought over at this moment; it can be started again. */
    @Transactional
    public void stop(long id) {
        if (store.stop(id)) {
            audit.record(new AuditEntry(null, "caseload.stopped", String.valueOf(id), Map.of(), null, null));
        }
        runner.stop(id);
    }
}

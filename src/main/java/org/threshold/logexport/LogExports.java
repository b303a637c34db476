package org.threshold.logexport;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.audit.Sha256;
import org.threshold.logexport.store.LogKeyTable;
import org.threshold.logexport.store.LogSource;
import org.threshold.logexport.store.LogSource.Chosen;
import org.threshold.logexport.store.LogSource.Course;

/**
 * Takes the service's event log out, without names. Nobody gets a restricted case in it, and no number tells that there
 * are any. Who took what, and how much, is audited before the file is handed over.
 */
@Service
public class LogExports {

    private static final Map<Alike, Course> COURSES = Map.of(Alike.SAME_ORDER, Course.ORDER,
            Alike.SAME_STEPS, Course.ACTIVITIES, Alike.SAME_PROCESSES, Course.PROCESSES);

    private final LogSource source;
    private final LogKeyTable keys;
    private final AuditTrail audit;
    private final TransactionTemplate reading;

    LogExports(LogSource source, LogKeyTable keys, AuditTrail audit, PlatformTransactionManager transactions) {
        this.source = source;
        this.keys = keys;
        this.audit = audit;
        this.reading = new TransactionTemplate(transactions);
        // Counts, objects and events are read one after another and must tell of the same moment.
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** How much a file would hold, and what would be left out. */
    @Needs(Permission.EXPORT_LOG)
    public LogCounts preview(LogQuestion question) {
        return reading.execute(status -> choose(question));
    }

    /**
     * Writes the log to a file of its own, so that the database is held no longer than the writing takes however slowly
     * it is fetched. Call it outside a transaction, and close what it gives.
     *
     * @throws UncheckedIOException when there is no room for the file; nothing is kept of it then
     */
    @Needs(Permission.EXPORT_LOG)
    public LogFile take(LogQuestion question, LogFormat format) {
        Disguise disguise = new Disguise(new Pseudonyms(keys.key()));
        Path path = null;
        boolean whole = false;
        try {
            path = Files.createTempFile("threshold-event-log-", "." + format.extension());
            LogFile file = write(path, question, format, disguise);
            audit.record(new AuditEntry(null, "log.exported", format.name(), about(question, file), null, null));
            whole = true;
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("The log could not be written", e);
        } finally {
            if (!whole && path != null) {
                path.toFile().delete();
            }
        }
    }

    private LogFile write(Path path, LogQuestion question, LogFormat format, Disguise disguise) throws IOException {
        try (OutputStream out = Files.newOutputStream(path);
             DigestOutputStream hashed = new DigestOutputStream(out, Sha256.digest());
             BufferedOutputStream buffered = new BufferedOutputStream(hashed)) {
            LogCounts counts = reading.execute(status -> copy(question, format, disguise, buffered));
            buffered.flush();
            return new LogFile(path, name(question, format), format, Files.size(path), counts,
                    HexFormat.of().formatHex(hashed.getMessageDigest().digest()));
        }
    }

    private LogCounts copy(LogQuestion question, LogFormat format, Disguise disguise, OutputStream out) {
        LogCounts counts = choose(question);
        try {
            if (format == LogFormat.XES) {
                CaseLog.write(source, disguise, question, counts, out);
            } else {
                new ObjectLog(source, disguise, out).write();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The log could not be written", e);
        }
        return counts;
    }

    private LogCounts choose(LogQuestion question) {
        Chosen chosen = source.choose(question.first(), question.last(), COURSES.get(question.alike()), Alike.FEWEST);
        return new LogCounts(chosen.cases(), chosen.events(), chosen.leftOut());
    }

    private static String name(LogQuestion question, LogFormat format) {
        return "threshold-log-" + question.first() + "-to-" + question.last() + "." + format.extension();
    }

    private static Map<String, String> about(LogQuestion question, LogFile file) {
        return Map.of("first", question.first().toString(), "last", question.last().toString(),
                "alike", question.alike().name(), "cases", String.valueOf(file.counts().cases()),
                "events", String.valueOf(file.counts().events()), "leftOut", String.valueOf(file.counts().leftOut()),
                "sha256", file.sha256());
    }
}

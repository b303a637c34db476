package org.threshold.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.IntegrationTest;
import org.threshold.eventlog.EventLogReader;
import org.threshold.eventlog.Limits;
import org.threshold.eventlog.LogAnalyser;
import org.threshold.eventlog.LogAnalysis;
import org.threshold.eventlog.LogMapping;
import org.threshold.eventlog.MadeLog;
import org.threshold.eventlog.SqlFigures;

/**
 * How long a log of 262,000 events takes, and how much memory, in each form in which it may come. PostgreSQL then
 * reckons every figure again from the same rows.
 *
 * <p>Not part of {@code mvn verify}. Run it with {@code mvn test -Dtest=EventLogBenchmark}; it prints its figures to
 * the console and to {@code target/event-log-benchmark.txt}.
 */
class EventLogBenchmark extends IntegrationTest {

    private static final int EVENTS = 262_000;
    private static final long SEED = 2027;
    private static final double MOST_SECONDS = 10;

    @Autowired
    private DataSource database;

    private final StringBuilder figures = new StringBuilder();

    private interface Form {
        void write(List<MadeLog.Row> rows, OutputStream to) throws IOException;
    }

    @Test
    void figures() throws Exception {
        List<MadeLog.Row> rows = MadeLog.of(EVENTS, SEED);
        LogAnalysis csv = measure("CSV", MadeLog::writeCsv, rows);
        LogAnalysis xes = measure("XES", MadeLog::writeXes, rows);
        LogAnalysis zipped = measure("XES, gzipped", (those, to) -> {
            try (GZIPOutputStream out = new GZIPOutputStream(to)) {
                MadeLog.writeXes(those, out);
            }
        }, rows);
        assertThat(xes).isEqualTo(csv);
        assertThat(zipped).isEqualTo(csv);
        SqlFigures.check(database, rows, csv);
        say("%,d cases, %,d variants, %,d edges: PostgreSQL reckons the same", csv.cases(), csv.variants(),
                csv.edges());
        System.out.println(figures);
        Files.writeString(Path.of("target", "event-log-benchmark.txt"), figures);
    }

    private LogAnalysis measure(String name, Form form, List<MadeLog.Row> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        form.write(rows, out);
        byte[] file = out.toByteArray();
        long before = heapInUse();
        long start = System.nanoTime();
        LogAnalysis found = LogAnalyser.analyse(new EventLogReader(LogMapping.plain(), Limits.OF_SERVICE)
                .read(new ByteArrayInputStream(file)));
        double seconds = (System.nanoTime() - start) / 1e9;
        say("%-14s %,8d KB  %6.2f s  at most %,4d MB of heap more", name, file.length / 1024, seconds,
                (highestHeap() - before) / 1024 / 1024);
        assertThat(found.events()).isEqualTo(EVENTS);
        assertThat(seconds).as("seconds for " + name).isLessThan(MOST_SECONDS);
        return found;
    }

    private static long heapInUse() {
        System.gc();
        heaps().forEach(MemoryPoolMXBean::resetPeakUsage);
        return heaps().stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    }

    /** Of each part of the heap its own highest, so more than there was at any one time; rubbish is part of it. */
    private static long highestHeap() {
        return heaps().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private static List<MemoryPoolMXBean> heaps() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private void say(String line, Object... values) {
        figures.append(String.format(line, values)).append('\n');
    }
}

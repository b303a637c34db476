package org.threshold.eventlog;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A log of as many events as wanted, always the same for a seed: cases of 1 to 39 events, of 24 activities in an order
 * that is often the usual one, by 60 people, with waits from seconds to weeks, some of them nought.
 */
public final class MadeLog {

    private static final int ACTIVITIES = 24;
    private static final int PEOPLE = 60;
    private static final Instant FIRST = Instant.parse("2024-01-01T08:00:00Z");

    /** One event, in the order in which they are written; cases stand together, each in order of time. */
    public record Row(String of, String activity, long at, String by) {
    }

    private final Random random;
    private final List<Row> rows = new ArrayList<>();

    private MadeLog(long seed) {
        this.random = new Random(seed);
    }

    public static List<Row> of(int events, long seed) {
        MadeLog log = new MadeLog(seed);
        for (int number = 0; log.rows.size() < events; number++) {
            log.addCase("C" + number, Math.min(events - log.rows.size(), 1 + log.random.nextInt(39)));
        }
        return log.rows;
    }

    private void addCase(String name, int length) {
        long at = FIRST.toEpochMilli() + (long) (random.nextDouble() * 500 * 86_400_000L);
        int activity = 0;
        for (int i = 0; i < length; i++) {
            rows.add(new Row(name, "Activity " + activity, at, "P" + random.nextInt(PEOPLE)));
            activity = random.nextInt(4) == 0 ? random.nextInt(ACTIVITIES) : (activity + 1) % ACTIVITIES;
            at += random.nextInt(20) == 0 ? 0 : (long) (1_000 * Math.exp(random.nextGaussian() * 3 + 9));
        }
    }

    public static void writeCsv(List<Row> rows, OutputStream to) throws IOException {
        Writer out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        out.write("case_id,activity,timestamp,resource\n");
        for (Row row : rows) {
            out.write(row.of + "," + row.activity + "," + Instant.ofEpochMilli(row.at) + "," + row.by + "\n");
        }
        out.flush();
    }

    public static void writeXes(List<Row> rows, OutputStream to) throws IOException {
        Writer out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log xes.version=\"1.0\">\n");
        String open = null;
        for (Row row : rows) {
            if (!row.of.equals(open)) {
                out.write((open == null ? "" : "</trace>\n") + "<trace>\n\t<string key=\"concept:name\" value=\""
                        + row.of + "\"/>\n");
                open = row.of;
            }
            out.write("\t<event>\n\t\t<string key=\"concept:name\" value=\"" + row.activity + "\"/>\n\t\t<string key=\""
                    + "org:resource\" value=\"" + row.by + "\"/>\n\t\t<string key=\"lifecycle:transition\" value=\""
                    + "complete\"/>\n\t\t<date key=\"time:timestamp\" value=\"" + Instant.ofEpochMilli(row.at)
                    + "\"/>\n\t</event>\n");
        }
        out.write("</trace>\n</log>\n");
        out.flush();
    }
}

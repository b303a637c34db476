package org.threshold.eventlog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads an event in each row of a CSV file, UTF-8, with a row of headings; rows of a case need not stand together. */
final class CsvReader {

    private static final int BUFFER = 64 * 1024;
    private static final int MOST_COLUMNS = 1_000;

    private final LogMapping mapping;
    private final Limits limits;
    private final LogTimes times;
    private final LogColumns columns;
    private CsvColumns places;
    /** Where the row begins that is read. */
    private long line = 1;

    CsvReader(LogMapping mapping, Limits limits) {
        this.mapping = mapping;
        this.limits = limits;
        this.times = mapping.times();
        this.columns = new LogColumns(limits);
    }

    /**
     * @throws LogRefused  where it cannot be read, with the line that is wrong
     * @throws IOException where the bytes do not come
     */
    EventLog read(InputStream in) throws IOException {
        BufferedReader text = new BufferedReader(new CsvRows(new InputStreamReader(in,
                StandardCharsets.UTF_8.newDecoder()), limits.piece()), BUFFER);
        CSVParser rows = format(text).parse(text);
        try {
            rows(rows);
        } catch (UncheckedIOException broken) {
            throw refused(broken.getCause());
        } catch (IllegalStateException broken) {
            throw refused(new IOException(broken));
        }
        if (columns.size() == 0) {
            throw new LogRefused("The file has no events, only headings.");
        }
        return new EventLog(columns, times.addTo(new LogRemarks()));
    }

    /** What cannot be told from the headings is taken as commas. */
    private CSVFormat format(BufferedReader text) throws IOException {
        char sign = mapping.delimiter().sign();
        if (mapping.delimiter() == LogMapping.Delimiter.ANY) {
            sign = likely(firstLine(text));
        }
        return CSVFormat.RFC4180.builder().setDelimiter(sign).setIgnoreEmptyLines(true).get();
    }

    private String firstLine(BufferedReader text) throws IOException {
        text.mark(BUFFER / 2);
        StringBuilder first = new StringBuilder();
        for (int one = text.read(); one >= 0 && one != '\n' && first.length() < BUFFER / 4; one = text.read()) {
            first.append((char) one);
        }
        text.reset();
        return first.toString();
    }

    private static char likely(String headings) {
        char best = LogMapping.Delimiter.COMMA.sign();
        for (LogMapping.Delimiter each : LogMapping.Delimiter.values()) {
            if (count(headings, each.sign()) > count(headings, best)) {
                best = each.sign();
            }
        }
        return best;
    }

    private static long count(String text, char sign) {
        return text.chars().filter(each -> each == sign).count();
    }

    private LogRefused refused(IOException broken) throws IOException {
        if (broken instanceof CharacterCodingException) {
            throw broken;
        }
        return new LogRefused("The quotation marks do not match in the row at line " + Words.number(line) + ".");
    }

    private void rows(CSVParser rows) {
        Iterator<CSVRecord> each = rows.iterator();
        if (!each.hasNext()) {
            throw new LogRefused("The file is empty.");
        }
        CSVRecord headings = each.next();
        if (headings.size() > MOST_COLUMNS) {
            throw new LogRefused("The file has " + Words.number(headings.size()) + " columns: leave out those that are"
                    + " not needed, so that there are no more than " + Words.number(MOST_COLUMNS) + ".");
        }
        places = CsvColumns.of(headings.toList(), mapping);
        line = rows.getCurrentLineNumber() + 1;
        while (each.hasNext()) {
            add(each.next(), headings.size());
            line = rows.getCurrentLineNumber() + 1;
        }
    }

    private void add(CSVRecord row, int width) {
        if (row.size() != width) {
            throw new LogRefused("There are " + Words.many(row.size(), "value", "values") + " at " + here() + ", but "
                    + Words.many(width, "heading", "headings") + ".");
        }
        String of = needed(row, places.of(), "case");
        String activity = needed(row, places.activity(), "activity");
        String time = needed(row, places.time(), "time");
        columns.add(of, activity, times.read(time).orElseThrow(() -> new LogRefused("The time " + Words.quoted(time)
                + " at " + here() + " cannot be read.")), value(row, places.resource()),
                Lifecycle.of(value(row, places.lifecycle())), this::here);
    }

    private String needed(CSVRecord row, int place, String kind) {
        String value = row.get(place);
        if (value.isBlank()) {
            throw new LogRefused("There is no " + kind + " at " + here() + ".");
        }
        return value;
    }

    /** The row that is read, for a sentence. */
    private String here() {
        return "line " + Words.number(line);
    }

    private static String value(CSVRecord row, int place) {
        return place < 0 ? null : row.get(place);
    }
}

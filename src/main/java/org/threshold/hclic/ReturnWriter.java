package org.threshold.hclic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;
import org.threshold.audit.Sha256;
import org.threshold.casefile.SpreadsheetText;
import org.threshold.hclic.CaseReturn.Row;

/**
 * Writes the return as files of our own description ({@code src/docs/h-clic.md}): one CSV for each section in a ZIP, or
 * one JSON. No name, address or National Insurance number is in it.
 */
@Component
class ReturnWriter {

    static final String REFERENCE = "caseReference";
    static final String PREVIOUS = "previousReference";

    private final ReturnMapping mapping;
    private final ObjectMapper json;

    ReturnWriter(ReturnMapping mapping, ObjectMapper json) {
        this.mapping = mapping;
        this.json = json;
    }

    byte[] zip(List<CaseReturn> reported, ControlTotals totals) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (ReturnSection section : ReturnSection.values()) {
                zip.putNextEntry(entry(String.format("%02d-%s.csv", section.ordinal() + 1, section.slug())));
                section(zip, section, reported);
            }
            zip.putNextEntry(entry("control-totals.csv"));
            totals(zip, totals);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The same files give the same bytes, so that two extracts can be compared. */
    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.of(2018, 4, 3, 0, 0));
        return entry;
    }

    private void section(ZipOutputStream zip, ReturnSection section, List<CaseReturn> reported) throws IOException {
        List<String> keys = columns(section);
        List<String> heads = new ArrayList<>(List.of(REFERENCE, PREVIOUS));
        heads.addAll(keys);
        CSVPrinter csv = printer(zip, heads);
        for (CaseReturn each : reported) {
            for (Row row : each.rows(section)) {
                csv.print(each.reference().value());
                csv.print(safe(each.main().get(PREVIOUS)));
                for (String key : keys) {
                    csv.print(safe(row.get(key)));
                }
                csv.println();
            }
        }
        csv.flush();
    }

    private static void totals(ZipOutputStream zip, ControlTotals totals) throws IOException {
        CSVPrinter csv = printer(zip, List.of("total", "value"));
        csv.printRecord("quarter", totals.quarter());
        csv.printRecord("cases", totals.cases());
        for (Map.Entry<ReturnSection, Integer> rows : totals.rows().entrySet()) {
            csv.printRecord("rows " + rows.getKey().slug(), rows.getValue());
        }
        for (Map.Entry<String, Long> sum : totals.sums().entrySet()) {
            csv.printRecord("sum " + sum.getKey(), sum.getValue());
        }
        csv.flush();
    }

    private static CSVPrinter printer(ZipOutputStream zip, List<String> heads) throws IOException {
        Writer writer = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        return new CSVPrinter(writer, CSVFormat.RFC4180.builder().setHeader(heads.toArray(String[]::new)).get());
    }

    byte[] json(List<CaseReturn> reported, ControlTotals totals) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("quarter", totals.quarter().toString());
        Map<String, Object> control = new LinkedHashMap<>();
        control.put("cases", totals.cases());
        Map<String, Integer> rows = new LinkedHashMap<>();
        totals.rows().forEach((section, count) -> rows.put(section.slug(), count));
        control.put("rows", rows);
        control.put("sums", totals.sums());
        written.put("controlTotals", control);
        written.put("cases", reported.stream().map(this::asJson).toList());
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(written);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The return cannot be written", e);
        }
    }

    private Map<String, Object> asJson(CaseReturn each) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put(REFERENCE, each.reference().value());
        written.put(PREVIOUS, each.main().get(PREVIOUS));
        for (ReturnSection section : ReturnSection.values()) {
            List<String> keys = columns(section);
            written.put(section.slug(), each.rows(section).stream().map(row -> {
                Map<String, Object> values = new LinkedHashMap<>();
                keys.forEach(key -> values.put(key, plain(row.get(key))));
                return values;
            }).toList());
        }
        return written;
    }

    /** The fields of a section in the order of the mapping, each once. */
    private List<String> columns(ReturnSection section) {
        return mapping.fields().stream().filter(field -> field.section() == section).map(ReturnField::key)
                .filter(key -> !key.equals(PREVIOUS)).distinct().toList();
    }

    private static Object plain(Object value) {
        return value instanceof java.time.LocalDate day ? day.toString() : value;
    }

    /** Several codes stand in one cell with blanks between; what looks like a formula begins with an apostrophe. */
    static String safe(Object value) {
        if (value == null) {
            return "";
        }
        String text = value instanceof List<?> list ? String.join(" ", list.stream().map(String::valueOf).toList())
                : value.toString();
        return SpreadsheetText.safe(text);
    }
}

package org.threshold.scenario;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The proportions of a scenario. A table named {@code stay@stressed-2024} holds for that scenario only, {@code stay}
 * for all that have none of their own.
 */
final class Tables {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final double PER_CENT = 100;

    private final Scenario scenario;
    private final Map<String, Draw> shares;
    private final Map<String, Double> defects;
    private final Map<String, Wait> waits;
    private final Map<String, Double> targets;

    private Tables(Scenario scenario) {
        this.scenario = scenario;
        this.shares = shares();
        this.defects = rows("defects").stream().collect(Collectors.toMap(row -> row.get("defect"),
                row -> Double.parseDouble(row.get(scenario.key())) / PER_CENT));
        this.waits = rows("timings").stream().collect(Collectors.toMap(row -> row.get("wait"),
                row -> new Wait(Double.parseDouble(row.get("median")), Double.parseDouble(row.get("nine_in_ten")))));
        this.targets = rows("targets").stream().filter(row -> !row.get(scenario.key()).isEmpty())
                .collect(Collectors.toMap(row -> row.get("measure"),
                        row -> Double.parseDouble(row.get(scenario.key()))));
    }

    static Tables of(Scenario scenario) {
        return new Tables(scenario);
    }

    private static Map<String, Draw> shares() {
        Map<String, List<CSVRecord>> tables = new LinkedHashMap<>();
        rows("shares").forEach(row -> tables.computeIfAbsent(row.get("table"), none -> new ArrayList<>()).add(row));
        Map<String, Draw> draws = new LinkedHashMap<>();
        tables.forEach((name, rows) -> draws.put(name, new Draw(rows.stream().map(row -> row.get("value")).toList(),
                rows.stream().map(row -> Double.parseDouble(row.get("share"))).toList())));
        return draws;
    }

    private static List<CSVRecord> rows(String file) {
        try (Reader reader = new InputStreamReader(Tables.class.getResourceAsStream("/scenario/" + file + ".csv"),
                StandardCharsets.UTF_8)) {
            return FORMAT.parse(reader).getRecords();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Scenario scenario() {
        return scenario;
    }

    /** @throws NoSuchElementException when neither the scenario nor all of them have such a table */
    Draw draw(String table) {
        return found(shares, table);
    }

    /** How often something goes wrong, from 0 to 1. */
    double defect(String name) {
        return found(defects, name);
    }

    Wait wait(String name) {
        return found(waits, name);
    }

    /** What the whole council wants, by measure of the board; only what is published. */
    Map<String, Double> targets() {
        return targets;
    }

    private <T> T found(Map<String, T> tables, String name) {
        T own = tables.getOrDefault(name + "@" + scenario.key(), tables.get(name));
        if (own == null) {
            throw new NoSuchElementException("No table " + name);
        }
        return own;
    }
}

package org.threshold.clock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** The bundled bank holidays of England and Wales, in the shape that GOV.UK publishes them. */
final class BankHolidays {

    private static final String FILE = "/clock/bank-holidays.json";

    private BankHolidays() {
    }

    /** The calendar with the council's own days. */
    static WorkingDays calendar(Map<LocalDate, Boolean> overrides) {
        TreeMap<LocalDate, String> holidays = read();
        return new WorkingDays(Map.copyOf(holidays), holidays.firstKey().getYear(), holidays.lastKey().getYear(),
                Map.copyOf(overrides));
    }

    private static TreeMap<LocalDate, String> read() {
        TreeMap<LocalDate, String> holidays = new TreeMap<>();
        try (InputStream file = BankHolidays.class.getResourceAsStream(FILE)) {
            for (JsonNode event : new JsonMapper().readTree(file).path("england-and-wales").path("events")) {
                holidays.put(LocalDate.parse(event.path("date").asText()), event.path("title").asText());
            }
            return holidays;
        } catch (IOException broken) {
            throw new UncheckedIOException("Cannot read " + FILE, broken);
        }
    }
}

package org.threshold.clock.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A date as typed into three boxes, or given whole as {@code 2026-03-27}.
 *
 * @param value   the day, or null
 * @param problem a sentence for the officer, or null
 */
public record TypedDay(String day, String month, String year, LocalDate value, String problem) {

    static final int FIRST_YEAR = 1990;
    static final int LAST_YEAR = 2100;

    /** @param name how the date is called at the start of a sentence, such as 'Trigger day' */
    static TypedDay read(Map<String, String> sent, String parameter, String name) {
        String whole = sent.getOrDefault(parameter, "").strip();
        String[] iso = whole.split("-", -1);
        if (!whole.isEmpty() && iso.length == 3) {
            return of(name, iso[2], iso[1], iso[0]);
        }
        if (!whole.isEmpty()) {
            return new TypedDay("", "", "", null, name + " must be a real date, like 2026-03-27");
        }
        return of(name, text(sent, parameter + ".day"), text(sent, parameter + ".month"),
                text(sent, parameter + ".year"));
    }

    static TypedDay empty() {
        return new TypedDay("", "", "", null, null);
    }

    public boolean isWrong() {
        return problem != null;
    }

    private static TypedDay of(String name, String day, String month, String year) {
        if (day.isEmpty() && month.isEmpty() && year.isEmpty()) {
            return new TypedDay(day, month, year, null, "Enter the " + Character.toLowerCase(name.charAt(0))
                    + name.substring(1));
        }
        Optional<LocalDate> real = real(day, month, year);
        String problem = real.isEmpty() ? name + " must be a real date, like 27 3 2026"
                : real.get().getYear() < FIRST_YEAR || real.get().getYear() > LAST_YEAR
                        ? name + " must be in the years " + FIRST_YEAR + " to " + LAST_YEAR : null;
        return new TypedDay(day, month, year, problem == null ? real.orElseThrow() : null, problem);
    }

    private static Optional<LocalDate> real(String day, String month, String year) {
        if (!day.matches("[0-9]{1,2}") || !month.matches("[0-9]{1,2}") || !year.matches("[0-9]{4}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static String text(Map<String, String> sent, String parameter) {
        return sent.getOrDefault(parameter, "").strip();
    }
}

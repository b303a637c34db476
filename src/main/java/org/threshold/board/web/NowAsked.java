package org.threshold.board.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.MultiValueMap;

/**
 * What somebody asked to have done with steps, as they typed it.
 *
 * @param act  {@code GIVE}, {@code REMIND} or {@code EXTEND}; anything else is none
 * @param day  as a browser sends it, like 2027-06-30
 */
public record NowAsked(List<String> steps, String act, String to, String day, String why) {

    static final int LONGEST = 500;
    private static final int MOST = 100;
    private static final int EARLIEST = 2000;
    private static final int LATEST = 2100;
    static final NowAsked NOTHING = new NowAsked(List.of(), "", "", "", "");

    static NowAsked of(MultiValueMap<String, String> typed) {
        return new NowAsked(typed.getOrDefault("step", List.of()).stream().filter(Objects::nonNull)
                .map(step -> step.replace("\0", "")).distinct().limit(MOST).toList(), text(typed, "act"),
                text(typed, "to"), text(typed, "day"), text(typed, "why"));
    }

    private static String text(MultiValueMap<String, String> typed, String name) {
        String value = typed.getFirst(name);
        return value == null ? "" : value.replace("\0", "").strip();
    }

    NowAsked with(List<String> left) {
        return new NowAsked(left, act, to, day, why);
    }

    /** What is missing, by field; nothing has been done then. */
    Map<String, String> problems() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (steps.isEmpty()) {
            errors.put("step", "Select the steps");
        }
        switch (act) {
            case "GIVE" -> {
                if (to.isEmpty()) {
                    errors.put("to", "Select who gets them");
                }
            }
            case "EXTEND" -> {
                if (until() == null) {
                    errors.put("day", "Enter the day until which they may take");
                }
            }
            case "REMIND" -> {
            }
            default -> errors.put("act", "Select what to do with the steps");
        }
        if (why.isEmpty()) {
            errors.put("why", "Enter the reason, or what you ask");
        } else if (why.length() > LONGEST) {
            errors.put("why", "The reason must be " + LONGEST + " characters or fewer");
        }
        return errors;
    }

    LocalDate until() {
        try {
            LocalDate until = LocalDate.parse(day);
            return until.getYear() < EARLIEST || until.getYear() > LATEST ? null : until;
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}

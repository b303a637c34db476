package org.threshold.casefile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an officer looks for. Every part may be null or empty; the parts given must all hold of one person, except
 * that the telephone number and the previous reference belong to the case.
 *
 * @param names search keys of names: each begins the first or the last name
 */
public record CaseSearch(List<String> names, LocalDate dateOfBirth, NationalInsuranceNumber nationalInsurance,
                         PhoneNumber phone, String previousReference) {

    public static final int LONGEST = 120;
    private static final int MOST_NAMES = 4;
    private static final Pattern DATE = Pattern.compile("\\b(\\d{1,2})[/.\\- ](\\d{1,2})[/.\\- ](\\d{4})\\b");

    public CaseSearch {
        names = List.copyOf(names);
    }

    /**
     * Reads one search box: a National Insurance number, a telephone number, a date of birth, names, or names with a
     * date of birth; what fits none of these is taken for a previous system's reference.
     *
     * @throws IllegalArgumentException with a sentence for the officer
     */
    public static CaseSearch parse(String typed) {
        String text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException(
                    "Enter a case reference, name, date of birth, National Insurance number or telephone number");
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("What you search for must be " + LONGEST + " characters or fewer");
        }
        CaseSearch number = number(text);
        return number != null ? number : namesAndDate(text);
    }

    private static CaseSearch number(String text) {
        try {
            return new CaseSearch(List.of(), null, NationalInsuranceNumber.parse(text), null, null);
        } catch (IllegalArgumentException notOne) {
            return DATE.matcher(text).find() ? null : phoneNumber(text);
        }
    }

    private static CaseSearch phoneNumber(String text) {
        try {
            return new CaseSearch(List.of(), null, null, PhoneNumber.parse(text), null);
        } catch (IllegalArgumentException notOne) {
            return null;
        }
    }

    private static CaseSearch namesAndDate(String text) {
        Matcher date = DATE.matcher(text);
        LocalDate born = date.find() ? dateOf(date) : null;
        String rest = born == null ? text : date.replaceFirst(" ").strip();
        if (rest.chars().anyMatch(Character::isDigit)) {
            return new CaseSearch(List.of(), born, null, null, rest);
        }
        List<String> names = new ArrayList<>();
        for (String word : rest.split("[\\s,]+")) {
            String key = NameKey.of(word);
            if (!key.isEmpty() && names.size() < MOST_NAMES) {
                names.add(key);
            }
        }
        if (names.isEmpty() && born == null) {
            throw new IllegalArgumentException("Enter letters or numbers to search for");
        }
        return new CaseSearch(names, born, null, null, null);
    }

    private static LocalDate dateOf(Matcher date) {
        try {
            return LocalDate.of(Integer.parseInt(date.group(3)), Integer.parseInt(date.group(2)),
                    Integer.parseInt(date.group(1)));
        } catch (DateTimeException notADay) {
            throw new IllegalArgumentException("Enter a real date of birth, like 27/3/2007");
        }
    }

    /** What was asked, without the answers: for the audit. */
    String kinds() {
        List<String> kinds = new ArrayList<>();
        if (!names.isEmpty()) {
            kinds.add("name");
        }
        if (dateOfBirth != null) {
            kinds.add("date of birth");
        }
        if (nationalInsurance != null) {
            kinds.add("National Insurance number");
        }
        if (phone != null) {
            kinds.add("telephone number");
        }
        if (previousReference != null) {
            kinds.add("previous reference");
        }
        return String.join(", ", kinds);
    }
}

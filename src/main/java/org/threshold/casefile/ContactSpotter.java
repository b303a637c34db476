package org.threshold.casefile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what looks like an address, a postcode, a telephone number or an e-mail address in what somebody typed. It would
 * rather ask once too often: an address that only stands in a note is one that no letter goes to.
 */
final class ContactSpotter {

    private static final Pattern EMAIL = Pattern.compile("(?<![\\p{L}0-9._%+'-])[\\p{L}0-9._%+'-]{1,64}+@[\\p{L}0-9-]{1,63}+"
            + "(?:\\.[\\p{L}0-9-]{1,63}+){1,5}+");
    private static final Pattern POSTCODE = Pattern.compile("(?<![\\p{L}\\p{N}-])[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}"
            + "(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE);
    private static final Pattern PHONE = Pattern.compile("(?<![\\p{L}\\p{N}/-])(?:\\+|0)(?:[ ().-]{0,2}[0-9]){8,14}"
            + "(?![0-9/])");
    private static final String STREETS = "street|st|road|rd|avenue|ave|lane|ln|crescent|terrace|close|drive|grove|gardens";
    private static final Pattern STREET = Pattern.compile("(?<![\\p{L}\\p{N}])[0-9]{1,4}[a-z]?[, ]{1,3}((?:[\\p{L}'’-]{1,40}+ {1,3}+){1,3})(?:"
            + STREETS + ")(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NAMED = Pattern.compile("(?<![\\p{L}\\p{N}])(?:[Ff]lat|[Uu]nit|[Rr]oom)? ?[0-9]{1,4}[A-Za-z]?[, ]{1,3}"
            + "(?:\\p{Lu}[\\p{L}'’-]{1,40}+ {1,3}+){1,3}(?:Way|Court|Ct|Place|Hill|Square|Walk|Mews|Row|Parade|Park|House|Green|Rise|View"
            + "|Hostel|Lodge|Towers?)(?![\\p{L}\\p{N}])");
    /** '2 weeks on the road' is no address. */
    private static final Set<String> NOT_IN_A_STREET = Set.of("day", "days", "week", "weeks", "month", "months", "year",
            "years", "night", "nights", "hour", "hours", "minutes", "people", "children", "times", "the", "a", "of", "on",
            "in", "at", "by", "from", "to", "near", "and", "down", "up", "off", "miles");
    private static final int LONGEST_READ = 20_000;

    private ContactSpotter() {
    }

    /** In the order of e-mail addresses, postcodes, telephone numbers and addresses, each once, as they were typed. */
    static List<String> find(String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        String read = text.length() > LONGEST_READ ? text.substring(0, LONGEST_READ) : text;
        Set<String> found = new LinkedHashSet<>();
        collect(EMAIL, read, found);
        collect(POSTCODE, read, found);
        Matcher phone = PHONE.matcher(read);
        while (phone.find()) {
            if (isPhone(phone.group())) {
                found.add(phone.group().strip());
            }
        }
        Matcher street = STREET.matcher(read);
        while (street.find()) {
            if (List.of(street.group(1).toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
                    .noneMatch(NOT_IN_A_STREET::contains)) {
                found.add(street.group().strip());
            }
        }
        collect(NAMED, read, found);
        return List.copyOf(found);
    }

    private static void collect(Pattern pattern, String text, Set<String> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group().strip());
        }
    }

    private static boolean isPhone(String typed) {
        try {
            PhoneNumber.parse(typed.strip());
            return true;
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    /** Whether the piece stands on file, as a whole and however it was written: 1 High St is not 11 High Street. */
    static boolean isOnFile(String piece, List<ContactPoint> points) {
        String asked = words(piece);
        String squeezed = asked.replace(" ", "");
        return points.stream().anyMatch(point -> {
            if (point.kind() == ContactPointKind.PHONE) {
                return isPhone(piece) && PhoneNumber.parse(piece).value().equals(point.value());
            }
            if (point.postcode() != null && point.postcode().value().replace(" ", "").equalsIgnoreCase(squeezed)) {
                return true;
            }
            return (' ' + words(point.oneLine()) + ' ').contains(' ' + asked + ' ');
        });
    }

    private static String words(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("['’]", "").replaceAll("[^\\p{L}\\p{N}@+]+", " ").strip()
                .replaceAll("\\bst\\b", "street").replaceAll("\\brd\\b", "road").replaceAll("\\bave\\b", "avenue")
                .replaceAll("\\bln\\b", "lane").replaceAll("\\bct\\b", "court");
    }
}

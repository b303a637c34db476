package org.threshold.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.HtmlUtils;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.store.ContactPointStore;

/**
 * Takes out of a text where somebody is who must not be found. A statutory letter has to go out whatever an officer
 * typed into its reasons, so an address is left out of it instead of the letter being refused.
 */
@Service
public class HiddenPlaces {

    /** What stands in a text in place of what was taken out. */
    public static final String WITHHELD = "[not shown, for safety]";

    private final Contacts contacts;
    private final ContactPointStore store;
    private final Clock clock;

    HiddenPlaces(Contacts contacts, ContactPointStore store, Clock clock) {
        this.contacts = contacts;
        this.store = store;
        this.clock = clock;
    }

    /** @param count how many places were taken out */
    public record Cleared(String text, int count) {
    }

    /**
     * Clears a text that goes to the household itself. Where they may be at risk, what it says of where they stay now is
     * taken out, because whoever reads the post would learn it.
     *
     * @param allowed lines that stand on the envelope anyway
     */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Cleared forThemselves(CaseReference reference, List<String> allowed, String text) {
        if (!atRisk(reference)) {
            return new Cleared(text, 0);
        }
        LocalDate today = LocalDate.now(clock);
        Set<String> shown = allowed.stream().map(HiddenPlaces::key).collect(Collectors.toSet());
        return clear(text, contacts.of(reference).stream().flatMap(person -> person.points().stream())
                .filter(point -> point.kind() == ContactPointKind.STAYING && point.holdsOn(today))
                .flatMap(point -> pieces(point).stream()).filter(piece -> !shown.contains(key(piece))).toList());
    }

    /**
     * Clears a text that goes to anybody else, such as another council or whoever referred them. Where the household is
     * hidden, every address, number and e-mail address ever recorded for it is taken out.
     */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Cleared forOthers(CaseReference reference, String text) {
        return forOthers(reference, List.of(), text);
    }

    /**
     * The same, to a body that an Act says must be told these lines, such as the address in a notice under s208(3)(c) of the
     * Housing Act 1996. Everything else is taken out all the same.
     */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Cleared forOthers(CaseReference reference, List<String> mustBeTold, String text) {
        List<PersonContacts> household = contacts.of(reference);
        return hidden(reference, household) ? clear(text, household.stream().flatMap(person -> person.points().stream())
                .flatMap(point -> pieces(point).stream()).filter(piece -> !within(mustBeTold, piece)).toList())
                : new Cleared(text, 0);
    }

    private static boolean within(List<String> lines, String piece) {
        return lines.stream().anyMatch(line -> key(line).contains(key(piece)));
    }

    /**
     * Whether somebody in the household may be at risk if it is known where they are: then an officer and not the service
     * decides to whom exactly anything goes that says so.
     */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public boolean mustStayHidden(CaseReference reference) {
        return hidden(reference, contacts.of(reference));
    }

    private boolean hidden(CaseReference reference, List<PersonContacts> household) {
        return atRisk(reference) || household.stream().anyMatch(person -> person.doNotWrite().isPresent()
                || person.points().stream().anyMatch(point -> point.safety() == ContactSafety.UNSAFE));
    }

    private boolean atRisk(CaseReference reference) {
        return store.danger(reference).map(ContactPointStore.Danger::atRisk).orElse(false);
    }

    /** What gives a place away by itself: a line with a number in it, the first line, the postcode; a town does not. */
    private static Set<String> pieces(ContactPoint point) {
        Set<String> pieces = new LinkedHashSet<>();
        if (point.kind().isAddress()) {
            List<String> lines = point.value() == null ? List.of()
                    : point.value().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
            lines.stream().filter(line -> line.matches(".*\\d.*\\p{L}.*|.*\\p{L}.*\\d.*")).forEach(pieces::add);
            lines.stream().findFirst().ifPresent(pieces::add);
            lines.stream().findFirst().filter(line -> line.contains(","))
                    .ifPresent(line -> pieces.add(line.substring(0, line.indexOf(',')).strip()));
            if (point.postcode() != null) {
                pieces.add(point.postcode().toString());
            }
        } else {
            pieces.add(point.value());
            pieces.addAll(point.lines());
        }
        return pieces;
    }

    private static Cleared clear(String text, List<String> pieces) {
        List<String> longestFirst = new ArrayList<>(new LinkedHashSet<>(pieces));
        longestFirst.sort(java.util.Comparator.comparing(String::length).reversed());
        String cleared = text;
        int count = 0;
        for (String piece : longestFirst) {
            Matcher matcher = pattern(piece).matcher(cleared);
            if (matcher.find()) {
                count++;
                cleared = matcher.replaceAll(Matcher.quoteReplacement(WITHHELD));
            }
        }
        return new Cleared(cleared, count);
    }

    /** However it is spaced, punctuated and capitalised, in plain text and in a page. */
    private static Pattern pattern(String piece) {
        boolean tight = piece.matches("[+0-9 ]{9,}") || Pattern.matches("[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}", piece);
        String between = tight ? "[\\s\\-]*" : "(?:[\\s,.]|<br\\s*/?>|</?span>)+";
        List<String> words = tight ? Arrays.stream(piece.replace(" ", "").split("")).toList()
                : Arrays.stream(piece.split("[\\s,.]+")).filter(word -> !word.isEmpty()).toList();
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + words.stream().map(word -> "(?:" + Pattern.quote(word) + "|"
                + Pattern.quote(HtmlUtils.htmlEscape(word, "UTF-8")) + ")").collect(Collectors.joining(between))
                + "(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String key(String line) {
        return line.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}

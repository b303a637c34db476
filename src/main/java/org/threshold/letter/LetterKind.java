package org.threshold.letter;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threshold.access.FourEyes;

/**
 * What the council has agreed about one letter, read from {@code letters/<key>.json}.
 *
 * @param purpose   what it is for, as a sentence
 * @param provision what it relies on, such as {@code s184(3) to (6)}
 * @param second    the rule by which a second person has signed what it tells; {@link FourEyes#LETTER} where the letter
 *                  itself waits for one before it leaves; null where no second person is needed
 * @param proof     whether it matters whether they got it, so that it is chased until that is known
 * @param samples   plainly fictional facts, of which the first are enough for the letter
 */
public record LetterKind(String key, String title, String purpose, String provision, FourEyes second, boolean proof,
                         List<Need> needs, List<Version> versions, List<Sample> samples) {

    public LetterKind {
        needs = needs == null ? List.of() : List.copyOf(needs);
        versions = versions == null ? List.of() : List.copyOf(versions);
        samples = samples == null ? List.of() : List.copyOf(samples);
    }

    /**
     * One wording.
     *
     * @param from       the first day on which letters have it
     * @param until      the last day; null while none is known
     * @param approvedBy who agreed to the wording
     * @param why        why there is this version
     * @param sha256     of the wording, so that nobody changes what is in force without a new version
     */
    public record Version(int number, LocalDate from, LocalDate until, String approvedBy, String why, String sha256) {

        boolean inForceOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    /** Fictional facts for which the letter can be looked at. */
    public record Sample(String name, Map<String, Object> facts) {
    }

    /** The wording of that day; empty where there is none. */
    public Optional<Version> inForceOn(LocalDate day) {
        return versions.stream().filter(version -> version.inForceOn(day)).max(Comparator.comparingInt(Version::number));
    }

    /** The page of a version: the newest has the letter's own name, those before have their number in it. */
    String page(int version) {
        boolean newest = versions.stream().noneMatch(each -> each.number() > version);
        return newest ? key : key + ".v" + version;
    }

    /** What these facts lack, in the order of the letter. */
    List<Need> missingIn(Map<String, Object> model) {
        return needs.stream().filter(need -> need.appliesTo(model) && need.missingIn(model)).toList();
    }
}

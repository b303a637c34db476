package org.threshold.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.threshold.letter.LetterKind.Sample;
import org.threshold.letter.LetterKind.Version;

/**
 * What the council has agreed about each letter is whole, and no wording that is in force changes in silence.
 *
 * <p>{@code -Dthreshold.letters=write} writes the hashes of the wordings as they are now into the index. That is for a
 * wording that no letter was made of yet: what is in use gets a new version.
 */
class LetterIndexTest {

    private static final Path LETTERS = Path.of("src/main/resources/letters");
    private static final boolean WRITE = "write".equals(System.getProperty("threshold.letters"));

    private final LetterIndex index = new LetterIndex();

    @ParameterizedTest
    @EnumSource(LetterTemplate.class)
    void eachLetterSaysWhatItIsForAndWhatItReliesOn(LetterTemplate template) {
        LetterKind kind = index.of(template);
        assertThat(kind.provision()).isNotBlank();
        assertThat(kind.purpose()).endsWith(".");
        assertThat(kind.versions()).isNotEmpty().allSatisfy(version -> {
            assertThat(version.from()).isNotNull();
            assertThat(version.approvedBy()).isNotBlank();
            assertThat(version.why()).isNotBlank();
        });
        assertThat(kind.needs()).isNotEmpty().allSatisfy(need -> assertThat(need.words()).matches("[A-Z].*[^.]"));
    }

    @ParameterizedTest
    @EnumSource(LetterTemplate.class)
    void oneWordingIsInForceOnADay(LetterTemplate template) {
        assertThat(overlapping(index.of(template))).isEmpty();
    }

    @Test
    void wordingsThatOverlapAreFound() {
        Version first = new Version(1, LocalDate.of(2026, 4, 1), null, "A", "B", "");
        Version second = new Version(2, LocalDate.of(2026, 6, 1), null, "A", "B", "");
        assertThat(overlapping(kind(first, second))).containsExactly(second);
        Version ended = new Version(1, first.from(), LocalDate.of(2026, 5, 31), "A", "B", "");
        assertThat(overlapping(kind(ended, second))).isEmpty();
        assertThat(kind(ended, second).inForceOn(LocalDate.of(2026, 5, 31))).contains(ended);
        assertThat(kind(ended, second).inForceOn(LocalDate.of(2026, 6, 1))).contains(second);
        assertThat(kind(ended, second).inForceOn(LocalDate.of(2026, 3, 31))).isEmpty();
        assertThat(kind(ended, second).page(1)).isEqualTo("letter.v1");
        assertThat(kind(ended, second).page(2)).isEqualTo("letter");
    }

    /** A version that is not the last must end, and the next begins after that. */
    private static List<Version> overlapping(LetterKind kind) {
        List<Version> inOrder = kind.versions().stream().sorted(Comparator.comparing(Version::number)).toList();
        return inOrder.stream().skip(1).filter(version -> {
            Version before = inOrder.get(inOrder.indexOf(version) - 1);
            return before.until() == null || !version.from().isAfter(before.until());
        }).toList();
    }

    private static LetterKind kind(Version... versions) {
        return new LetterKind("letter", "Letter", "For a test.", "s184", null, false, List.of(), List.of(versions), List.of());
    }

    @ParameterizedTest
    @EnumSource(LetterTemplate.class)
    void noWordingInForceChangesWithoutANewVersion(LetterTemplate template) throws IOException {
        LetterKind kind = index.of(template);
        for (Version version : kind.versions()) {
            String now = LetterIndex.sha256(kind.page(version.number()));
            if (WRITE && !now.equals(version.sha256())) {
                write(template, version, now);
            } else if (!version.from().isAfter(LocalDate.now())) {
                assertThat(version.sha256()).as("The wording of '%s', version %d, has changed since it came into force."
                        + " Keep the old one as %s.v%d.html and add a version to %s.json", template.key(),
                        version.number(), template.key(), version.number(), template.key()).isEqualTo(now);
            }
        }
    }

    private static void write(LetterTemplate template, Version version, String hash) throws IOException {
        Path file = LETTERS.resolve(template.key() + ".json");
        Files.writeString(file, Pattern.compile("(\"number\": " + version.number() + "\\b[^}]*\"sha256\": \")[^\"]*")
                .matcher(Files.readString(file)).replaceFirst("$1" + hash));
    }

    @ParameterizedTest
    @EnumSource(LetterTemplate.class)
    void eachFactThatALetterNeedsStopsItByNameWhenItIsMissing(LetterTemplate template) {
        LetterKind kind = index.of(template);
        assertThat(kind.samples()).isNotEmpty().allSatisfy(sample -> assertThat(kind.missingIn(sample.facts())).isEmpty());
        for (Need need : kind.needs()) {
            List<Sample> where = kind.samples().stream().filter(sample -> need.appliesTo(sample.facts())).toList();
            assertThat(where).as("No example needs '%s'", need.words()).isNotEmpty();
            for (Sample sample : where) {
                Map<String, Object> without = new HashMap<>(sample.facts());
                without.remove(need.fact());
                assertThat(kind.missingIn(without)).extracting(Need::words).contains(need.words());
            }
        }
    }
}

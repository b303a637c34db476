package org.threshold.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseReferencesTest {

    @Test
    void readsWhatItMakes() {
        for (long number = 100_000; number < 101_000; number++) {
            CaseReference reference = CaseReferences.ofNumber(number);
            assertThat(CaseReferences.parse(reference.value())).isEqualTo(reference);
        }
        assertThat(CaseReferences.parse(CaseReferences.ofNumber(999_999_999).value()).value()).startsWith("TH-999999999-");
    }

    @Test
    void readsItAsPeopleTypeIt() {
        CaseReference reference = CaseReferences.ofNumber(100_101);
        String letter = reference.value().substring(10);
        assertThat(CaseReferences.parse("  th 100 101 " + letter.toLowerCase() + " ")).isEqualTo(reference);
        assertThat(CaseReferences.parse("TH100101" + letter)).isEqualTo(reference);
        assertThat(CaseReferences.parse("TH-1OOlOI-" + letter)).isEqualTo(reference);
        assertThat(CaseReferences.parse("TH–100101–" + letter)).isEqualTo(reference);
    }

    @Test
    void everyWrongDigitAndEverySwapOfTwoDigitsIsNoticed() {
        for (long number = 100_017; number < 999_999; number += 40_961) {
            String right = CaseReferences.ofNumber(number).value();
            for (int i = 3; i < 9; i++) {
                for (char digit = '0'; digit <= '9'; digit++) {
                    requireRefusedUnlessSame(right, replace(right, i, digit));
                }
                for (int j = i + 1; j < 9; j++) {
                    requireRefusedUnlessSame(right, replace(replace(right, i, right.charAt(j)), j, right.charAt(i)));
                }
            }
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "TH", "TH-1234-A", "XX-100001-A", "TH-100001", "TH-100001-1", "TH-1000011111-A",
            "TH-100001-AA", "<script>", "TH-100001-A' or '1'='1", "TH-١٠٠٠٠١-A"})
    void saysHowAReferenceLooksWhenItIsNone(String typed) {
        assertThat(CaseReferences.looksLikeOne(typed)).isFalse();
        assertThatThrownBy(() -> CaseReferences.parse(typed)).isInstanceOf(MistypedReference.class)
                .hasMessageStartingWith("Enter a case reference in the form TH-100001-");
    }

    @Test
    void aWrongCheckLetterIsExplained() {
        String right = CaseReferences.ofNumber(123_456).value();
        String wrong = right.substring(0, 10) + (right.endsWith("A") ? "B" : "A");
        assertThatThrownBy(() -> CaseReferences.parse(wrong)).isInstanceOf(MistypedReference.class)
                .hasMessageContaining("one of them is mistyped");
        assertThat(CaseReferences.looksLikeOne(wrong)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 99_999, 1_000_000_000})
    void refusesNumbersOfAnotherLength(long number) {
        assertThatThrownBy(() -> CaseReferences.ofNumber(number)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void requireRefusedUnlessSame(String right, String typed) {
        if (!right.equals(typed)) {
            assertThatThrownBy(() -> CaseReferences.parse(typed)).as(typed).isInstanceOf(MistypedReference.class);
        }
    }

    private static String replace(String text, int at, char with) {
        return text.substring(0, at) + with + text.substring(at + 1);
    }
}

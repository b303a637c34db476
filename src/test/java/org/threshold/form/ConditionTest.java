package org.threshold.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

    private static final Map<String, Object> NAMES = new HashMap<>(Map.of("text", "OTHER", "number",
            new BigDecimal("3.0"), "yes", true, "no", false, "list", List.of("A", "B"), "facts.count", 7));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            =text = "OTHER"                              | true
            =text != "OTHER"                             | false
            =  text="OTHER"  and  number = 3             | true
            =number > 2.5                                | true
            =number >= 3                                 | true
            =number < -1                                 | false
            =number <= 3.00                              | true
            =yes                                         | true
            =no                                          | false
            =not(no)                                     | true
            =not(text = "OTHER" or yes)                  | false
            =no or yes and no                            | false
            =(no or yes) and yes                         | true
            =missing = null                              | true
            =missing != null                             | false
            =text != null                                | true
            =missing = "x"                               | false
            =missing != "x"                              | true
            =missing > 3                                 |
            =not(missing > 3)                            |
            =missing                                     |
            =yes or missing                              | true
            =no and missing                              | false
            =yes and missing                             |
            =text = 3                                    |
            =text > "OTHEQ"                              | true
            =yes = true                                  | true
            =no = true                                   | false
            =list contains(list, "A")                    | true
            =list  contains(list, "C")                   | false
            =list contains(text, "A")                    |
            =list contains(missing, "A")                 |
            =facts.count = 7                             | true
            =notable = null                              | true
            =android = null and orange = null            | true
            """)
    void followsFeel(String expression, Boolean expected) {
        Condition condition = ConditionParser.parse(expression);

        assertThat(condition.value(NAMES::get)).isEqualTo(expected);
        assertThat(condition.holds(NAMES::get)).isEqualTo(Boolean.TRUE.equals(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "", "=", "= ", "=text =", "=(text", "=text)", "=not text", "=not(text", "=a b",
        "=text = 'x'", "=if a then b else c", "=a + 1", "=a[1]", "=a in (1, 2)", "=\"open", "=some x in y satisfies z",
        "=get(a)", "=and", "=a and", "=a or or b", "=${a}", "=a.b.", "=list contains(a)", "=a == b", "=\u0000"})
    void refusesEverythingElse(String expression) {
        assertThatThrownBy(() -> ConditionParser.parse(expression)).isInstanceOf(IllegalArgumentException.class)
                .message().isNotBlank();
    }

    @Test
    void refusesWhatIsTooDeepOrTooLong() {
        String deep = "=" + "(".repeat(200) + "a" + ")".repeat(200);
        String longOne = "=a" + " or a".repeat(1000);

        assertThatThrownBy(() -> ConditionParser.parse(deep)).hasMessageContaining("deeply");
        assertThatThrownBy(() -> ConditionParser.parse(longOne)).hasMessageContaining("longer");
    }

    @Test
    void saysItselfToTheBrowser() {
        Condition condition = ConditionParser.parse("=not(a = \"X\") and list contains(b, \"Y\")");

        assertThat(condition.names()).containsExactly("a", "b");
        assertThat(condition.asData(name -> Map.of("field", name))).isEqualTo(Map.of("and", List.of(
                Map.of("not", Map.of("compare", "=", "left", Map.of("field", "a"), "right", Map.of("value", "X"))),
                Map.of("contains", List.of(Map.of("field", "b"), Map.of("value", "Y"))))));
    }

    @Test
    void aPatternThatChoosesInsideARepetitionIsRefused() {
        assertThatThrownBy(() -> SafePattern.compile("(a|aa)*$")).hasMessageContaining("chooses");
        assertThatThrownBy(() -> SafePattern.compile("(a)\\1")).hasMessageContaining("refers back");
    }

    @Test
    void aRiskyAnswerToASlowPatternIsRefusedInTime() {
        java.util.regex.Pattern slow = SafePattern.compile("a*a*a*a*a*a*a*a*b$");
        long start = System.nanoTime();

        assertThat(SafePattern.isFoundIn(slow, "a".repeat(5_000))).isFalse();

        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
        assertThat(SafePattern.isFoundIn(SafePattern.compile("^[A-Z]{2}\\d{6}[A-D]$"), "AB123456C")).isTrue();
        assertThat(SafePattern.isFoundIn(SafePattern.compile("^(?:AB|CD)\\d$"), "CD7")).isTrue();
    }
}

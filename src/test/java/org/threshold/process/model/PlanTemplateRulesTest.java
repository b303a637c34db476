package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threshold.process.TestCatalogue;

/** The templates of plan steps, broken once: a designer reads which row it is and how to mend it. */
class PlanTemplateRulesTest {

    private static final Path TABLE = Path.of("bpmn/assessment-and-plan/plan-steps.dmn");
    private static final Path FORM = Path.of("forms/assessment-and-plan/assessment.form");

    private final ModelChecker checker = new ModelChecker(TestCatalogue.of("issueDecision"));

    @Test
    void theCouncilsOwnTableIsRight() throws IOException {
        assertThat(check(Files.readString(TABLE))).isEmpty();
    }

    @ParameterizedTest(name = "{0} becomes {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            <text>"COUNCIL"</text>|<text>"SOMEBODY"</text>|'SOMEBODY' is not one of [APPLICANT, COUNCIL]
            <text>"MANDATORY"</text>|<text>"PERHAPS"</text>|'PERHAPS' is not one of [MANDATORY, RECOMMENDED]
            <text>14</text>|<text>0</text>|must be a whole number from 1 to 999
            <text>"Make a safety plan with you, and agree how and when it is safe for us to contact you."</text>|<text>""</text>|say what they will do
            <text>"LEAVING_CARE"</text>|<text>"LEAVING_KARE"</text>|has no steps
            <text>"DA_VICTIM"</text>|<text>"DA_VIKTIM"</text>|no template fits the cause 'DA_VICTIM'
            <text>"DA_VICTIM"</text>|<text>"DA_VIKTIM"</text>|the assessment has no cause 'DA_VIKTIM'
            <text>14</text>|<text>14 + 1</text>|is not a value""")
    void eachMistakeNamesTheMend(String right, String wrong, String sentence) throws IOException {
        String table = Files.readString(TABLE);
        assertThat(table).contains(right);
        assertThat(check(table.replaceFirst(java.util.regex.Pattern.quote(right),
                java.util.regex.Matcher.quoteReplacement(wrong)))).anyMatch(mistake -> mistake.contains(sentence)
                && mistake.startsWith("bpmn/assessment-and-plan/plan-steps.dmn"));
    }

    private List<String> check(String table) throws IOException {
        ModelFolder folder = new ModelFolder("assessment-and-plan", List.of(TestModels.file(
                "bpmn/assessment-and-plan/plan-steps.dmn", table), TestModels.file(
                "forms/assessment-and-plan/assessment.form", Files.readString(FORM))));
        return checker.check(folder, TestModels.set(folder)).stream().map(Mistake::sentence).toList();
    }
}

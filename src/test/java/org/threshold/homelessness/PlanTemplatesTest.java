package org.threshold.homelessness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.form.Component.Field;
import org.threshold.form.FormDefinition;
import org.threshold.form.FormReader;
import org.threshold.form.FormRows;

/** The council's templates of plan steps, as officers are offered them. */
class PlanTemplatesTest extends HomelessnessTest {

    private static final int LONGEST_SENTENCE = 25;

    @Autowired
    private PlanTemplates templates;

    static Stream<String> causes() throws IOException {
        return form("assessment").field("reasonForLoss").orElseThrow().options().stream()
                .map(org.threshold.form.Option::value);
    }

    @ParameterizedTest
    @MethodSource("causes")
    void everyCauseOfTheFormHasATemplate(String cause) {
        assertThat(templates.fitting(cause, "FAMILY")).isNotEmpty();
        assertThat(templates.all()).containsAll(templates.fitting(cause, "ROUGH_SLEEPING"));
    }

    @ParameterizedTest(name = "{0}, now {1}: {2}")
    @CsvSource({"AST_LL_SELL, PRS_SELF_CONTAINED, LANDLORD_SELLING", "AST_LL_RELET, PRS_HMO, PRIVATE_TENANCY_ENDING",
            "AST_RENT_ARREARS, PRS_SELF_CONTAINED, PRIVATE_RENT_ARREARS", "FAMILY_FRIENDS, FAMILY, FAMILY_OR_FRIENDS",
            "REL_BREAKDOWN_NONVIOLENT, FRIENDS, RELATIONSHIP_BREAKDOWN", "DA_VICTIM, ROUGH_SLEEPING, DOMESTIC_ABUSE",
            "INST_CUSTODY, INST_CUSTODY, LEAVING_CUSTODY", "INST_HOSPITAL_PSYCH, INST_PSYCH_HOSPITAL, LEAVING_HOSPITAL",
            "INST_LAC_PLACEMENT, OTHER_NK, LEAVING_CARE", "ASYLUM_SUPPORT_END, NASS, LEAVING_ASYLUM_SUPPORT",
            "SUPPORTED_BREACH, SRS_SUPPORTED_HOSTEL, SUPPORTED_HOUSING_ENDING",
            "SOCIAL_ARREARS, SRS_COUNCIL, SOCIAL_TENANCY_AT_RISK",
            "HOME_UNSUITABLE_DISABILITY, PRS_SELF_CONTAINED, HOME_UNSUITABLE",
            "FAMILY_FRIENDS, ROUGH_SLEEPING, ROUGH_SLEEPING", "OTHER_NK, OTHER_NK, FINDING_A_HOME"})
    void theCauseAssessedDecidesWhatIsSuggestedFirst(String cause, String now, String template) {
        assertThat(templates.fitting(cause, now).get(0).key()).isEqualTo(template);
    }

    @Test
    void everyTemplateIsReadableAndAsksSomethingOfBothSides() {
        assertThat(templates.all()).hasSizeGreaterThanOrEqualTo(10).doesNotHaveDuplicates();
        for (PlanTemplates.Template template : templates.all()) {
            List<PlanTemplates.Step> steps = templates.steps(template.key());
            assertThat(steps).as(template.key()).hasSizeBetween(5, 10);
            assertThat(steps).as(template.key()).extracting(PlanTemplates.Step::who).contains(PlanStep.Who.values());
            assertThat(steps).as(template.key()).allSatisfy(PlanTemplatesTest::isPlain);
        }
    }

    private static void isPlain(PlanTemplates.Step step) {
        assertThat(step.what()).endsWith(".").doesNotContainPattern("(?i)pursuant|s1[0-9]{2}|section|client|tenant'|PHP|"
                + "signpost|engage|customer|ensure|liaise");
        for (String sentence : step.what().split("(?<=[.?])\\s+")) {
            assertThat(sentence.split("\\s+")).as(sentence).hasSizeLessThanOrEqualTo(LONGEST_SENTENCE);
        }
    }

    /** Nobody who fled abuse is made to do anything, least of all to contact whoever they fled. */
    @Test
    void nothingIsMandatoryForSomeoneWhoFledAbuse() {
        assertThat(templates.steps("DOMESTIC_ABUSE")).filteredOn(step -> step.who() == PlanStep.Who.APPLICANT)
                .extracting(PlanTemplates.Step::kind).containsOnly(PlanStep.Kind.RECOMMENDED);
        assertThat(templates.steps("NOTHING_OF_THAT_NAME")).isEmpty();
    }

    /** Rows of another template go to the end, in order, after what is there; an empty row makes way. */
    @Test
    void anotherTemplatesStepsAreAddedAtTheEnd() throws IOException {
        FormDefinition form = form("personalised-housing-plan");
        Field question = form.field("template").orElseThrow();
        Map<String, List<String>> raw = new LinkedHashMap<>();
        raw.put("planSteps[0].what", List.of("Typed by the officer"));
        raw.put("planSteps[1].what", List.of(""));
        raw.put("template", List.of("ROUGH_SLEEPING"));
        raw.put("_fill", List.of("template"));
        assertThat(FormRows.filling(form, raw)).contains(question);

        List<Map<String, Object>> added = templates.steps("ROUGH_SLEEPING").stream().map(PlanTemplatesTest::row).toList();
        Map<String, List<String>> filled = FormRows.filled(form, raw, question, added);

        assertThat(filled.get("planSteps.rows")).containsExactly(String.valueOf(1 + added.size()));
        assertThat(filled.get("planSteps[0].what")).containsExactly("Typed by the officer");
        assertThat(filled.get("planSteps[1].what")).containsExactly((String) added.get(0).get("what"));
        assertThat(filled.get("planSteps[1].by.day")).containsExactly("1");
        assertThat(filled).doesNotContainKeys("template", "_fill", "planSteps[1].agreed");
    }

    private static Map<String, Object> row(PlanTemplates.Step step) {
        Map<String, Object> row = new HashMap<>();
        row.put("what", step.what());
        row.put("kind", step.kind());
        row.put("by", LocalDate.of(2026, 6, 1));
        return row;
    }

    private static FormDefinition form(String name) throws IOException {
        Path file = Path.of("forms/assessment-and-plan/" + name + ".form");
        return FormReader.read(file.toString(), Files.readString(file));
    }
}

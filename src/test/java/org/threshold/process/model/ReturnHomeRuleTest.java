package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseFlag;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.SupportNeed;
import org.threshold.homelessness.Assessment;
import org.threshold.homelessness.Assessments;
import org.threshold.homelessness.Triage;
import org.threshold.homelessness.Triages;
import org.threshold.moveon.MoveOns;

/** Going back home is never offered where abuse or violence stands anywhere on the case (s177). */
class ReturnHomeRuleTest extends ModelTest {

    private static final Set<SupportNeed> OF_ABUSE = Set.of(SupportNeed.DOMESTIC_ABUSE, SupportNeed.NON_DOMESTIC_ABUSE,
            SupportNeed.SEXUAL_ABUSE, SupportNeed.MODERN_SLAVERY);

    @Autowired
    private MoveOns moveOns;
    @Autowired
    private CaseDetails details;
    @Autowired
    private Triages triages;
    @Autowired
    private Assessments assessments;

    @ParameterizedTest
    @EnumSource(SupportNeed.class)
    void needsThatComeFromAbuseSpeakAgainstIt(SupportNeed need) {
        CaseReference reference = approach();
        details.changeNeeds(reference, details.of(reference).version(), Set.of(need));
        assertThat(moveOns.noReturnHome(reference).isPresent()).isEqualTo(OF_ABUSE.contains(need));
    }

    @ParameterizedTest
    @EnumSource(CaseFlag.class)
    void aRiskFromOthersSpeaksAgainstIt(CaseFlag flag) {
        CaseReference reference = approach();
        details.changeFlags(reference, details.of(reference).version(), Set.of(flag), "Told at the desk");
        assertThat(moveOns.noReturnHome(reference).isPresent()).isEqualTo(flag == CaseFlag.RISK_FROM_OTHERS);
    }

    @ParameterizedTest
    @CsvSource({"false, false, false", "true, false, true", "false, true, true"})
    void whatWasToldAtTriageCounts(boolean abuse, boolean hate, boolean refused) {
        CaseReference reference = approach();
        triages.record(reference, new Triage(abuse, hate, false, false, true, true, null, false, List.of("PRIORITY_NEED"),
                "Nobody is vulnerable", null, null));
        assertThat(moveOns.noReturnHome(reference).isPresent()).isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource({"FAMILY_FRIENDS, false", "REL_BREAKDOWN_NONVIOLENT, false", "DA_VICTIM, true",
        "OTHER_VIOLENCE_HARASSMENT, true"})
    void aHomeLostToViolenceIsNotGoneBackTo(String loss, boolean refused) {
        CaseReference reference = inPrevention();
        Assessment made = assessments.latest(reference).orElseThrow();
        assessments.putRight(reference, new Assessment.Categories(loss, null, made.lostOn(), made.lastSettledHome(),
                made.lastPostcode(), made.accommodationNow(), made.sleptRough(), made.employment(), made.ethnicity(),
                made.referral(), made.referralBody(), made.noticeType(), made.noticeExpires(), made.background()));
        assertThat(moveOns.noReturnHome(reference).isPresent()).isEqualTo(refused);
    }

    @Test
    void itIsNotEvenAmongTheChoicesOfTheStep() {
        CaseReference reference = inMainDuty();
        if (moveOns.running(reference).isEmpty()) {
            moveOns.start(reference);
        }
        answer(reference, "task_recordReadiness", MoveOnForms.ready());
        assertThat(routes(reference)).containsKeys("HOUSING_REGISTER", "RETURN_HOME");
        details.changeNeeds(reference, details.of(reference).version(), Set.of(SupportNeed.DOMESTIC_ABUSE));
        assertThat(routes(reference)).containsOnlyKeys("HOUSING_REGISTER", "PRIVATE_RENTED", "SUPPORTED");
        assertThat(send(OFFICER, reference, "task_chooseRoute", MoveOnForms.route("RETURN_HOME"))).isNotEmpty();
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> routes(CaseReference reference) {
        Map<String, Object> options = (Map<String, Object>) facts(step(reference, "task_chooseRoute").stepId())
                .get("options");
        return (Map<String, String>) options.get("routes");
    }
}

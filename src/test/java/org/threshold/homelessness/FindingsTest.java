package org.threshold.homelessness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threshold.clock.Finding;

class FindingsTest {

    @ParameterizedTest(name = "homeless {0}, eligible {1}, priority need {2}, intentional {3}: {4}")
    @CsvSource({
            "YES, YES, YES, NO, MAIN_DUTY",
            "YES, YES, YES, YES, INTENTIONAL",
            "YES, YES, NO, NO, NOT_PRIORITY_NEED",
            "YES, YES, NO, YES, NOT_PRIORITY_NEED",
            "YES, YES, NO, UNDECIDED, NOT_PRIORITY_NEED",
            "NO, YES, UNDECIDED, UNDECIDED, NOT_HOMELESS",
            "NO, UNDECIDED, YES, NO, NOT_HOMELESS",
            "YES, NO, UNDECIDED, UNDECIDED, NOT_ELIGIBLE",
            "UNDECIDED, NO, YES, YES, NOT_ELIGIBLE",
            "NO, NO, NO, NO, NOT_ELIGIBLE"})
    void theFindingsLeadToOneDecision(Finding homeless, Finding eligible, Finding need, Finding intentional,
                                      DecisionOutcome outcome) {
        assertThat(Findings.of(homeless, eligible, need, intentional).outcome()).contains(outcome);
    }

    @ParameterizedTest(name = "homeless {0}, eligible {1}, priority need {2}, intentional {3} lack {4}")
    @CsvSource({
            "YES, YES, YES, UNDECIDED, INTENTIONAL",
            "YES, YES, UNDECIDED, NO, PRIORITY_NEED",
            "YES, UNDECIDED, YES, NO, ELIGIBLE",
            "UNDECIDED, YES, YES, NO, HOMELESS"})
    void noDecisionFollowsWhileAFindingIsMissing(Finding homeless, Finding eligible, Finding need,
                                                 Finding intentional, Question missing) {
        Findings findings = Findings.of(homeless, eligible, need, intentional);
        assertThat(findings.outcome()).isEmpty();
        assertThat(findings.missing()).containsExactly(missing);
    }

    @Test
    void aDecisionFollowsExactlyWhenNothingIsMissing() {
        for (Findings findings : all()) {
            assertThat(findings.outcome().isPresent()).as(findings.toString()).isEqualTo(findings.missing().isEmpty());
        }
    }

    @Test
    void nobodyIsOwedTheMainDutyWhileAnythingIsUndecided() {
        assertThat(all().stream().filter(each -> each.outcome().equals(Optional.of(DecisionOutcome.MAIN_DUTY))))
                .containsExactly(Findings.of(Finding.YES, Finding.YES, Finding.YES, Finding.NO));
    }

    private static List<Findings> all() {
        List<Findings> all = new ArrayList<>();
        for (Finding homeless : Finding.values()) {
            for (Finding eligible : Finding.values()) {
                for (Finding need : Finding.values()) {
                    for (Finding intentional : Finding.values()) {
                        all.add(Findings.of(homeless, eligible, need, intentional));
                    }
                }
            }
        }
        return all;
    }
}

package org.threshold.homelessness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReviewMatterTest {

    @Test
    void theEndOfADutyIsToldFromTheDecisionThatAcceptedIt() {
        assertThat(ReviewMatter.DUTY_OWED.title("decision-1")).isEqualTo("Which duty is owed");
        assertThat(ReviewMatter.DUTY_OWED.title("ending-1")).isEqualTo("Which duty is owed: the end of a duty");
        assertThat(ReviewMatter.DUTY_OWED.title(null)).isEqualTo("Which duty is owed");
        assertThat(ReviewMatter.RELIEF_ENDED.title("ending-1")).isEqualTo(ReviewMatter.RELIEF_ENDED.title());
    }
}

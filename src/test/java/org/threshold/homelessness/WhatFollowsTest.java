package org.threshold.homelessness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.threshold.homelessness.WhatFollows.Facts;
import org.threshold.homelessness.WhatFollows.Kind;

/** The table of what follows an overturned decision: what was reviewed, how the case stands, and what comes of it. */
class WhatFollowsTest {

    /** Columns: what was reviewed, its duty, ended, superseded, relief ever, s193C owed, housed; stage, goes on, home. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "DECISION, -, false, false, false, false, false, ASSESSMENT, -, true",
            "DECISION, -, false, false, false, false, true, ASSESSMENT, -, false",
            "DECISION, -, false, false, true, false, false, DECISION, -, true",
            "DECISION, -, false, false, true, false, true, DECISION, -, false",
            "DECISION, -, false, true, true, false, false, -, -, false",
            "ENDING, PREVENTION, true, false, false, false, false, PREVENTION, PREVENTION, false",
            "ENDING, PREVENTION, false, false, false, false, false, -, -, false",
            "ENDING, RELIEF, true, false, true, false, false, RELIEF, RELIEF, false",
            "ENDING, MAIN, true, false, true, false, true, MAIN_DUTY, MAIN, false",
            "ENDING, MAIN, true, false, true, false, false, MAIN_DUTY, MAIN, true",
            "ENDING, S190, true, false, true, false, false, S190, S190, true",
            "ENDING, S193C, true, false, true, false, true, S193C, S193C, false",
            "DUTY, MAIN, true, false, true, false, false, MAIN_DUTY, MAIN, true",
            "NOTICE, PREVENTION, true, false, false, false, false, PREVENTION, PREVENTION, false",
            "NOTICE, RELIEF, true, false, true, false, false, RELIEF, RELIEF, false",
            "NOTICE, RELIEF, true, false, true, true, false, MAIN_DUTY, MAIN, true",
            "NOTICE, RELIEF, true, false, true, true, true, MAIN_DUTY, MAIN, false",
            "REFERRAL, RELIEF, false, false, true, false, false, RELIEF, -, false",
            "REFERRAL, RELIEF, true, false, true, false, false, RELIEF, RELIEF, false",
            "REFERRAL, -, false, false, true, false, true, DECISION, -, false",
            "REFERRAL_CONDITIONS, -, false, false, true, false, false, DECISION, -, true",
            "REFERRAL_DUTY, RELIEF, true, false, true, false, true, RELIEF, RELIEF, false",
            "OFFER, MAIN, true, false, true, false, true, MAIN_DUTY, MAIN, false",
            "OFFER, MAIN, false, false, true, false, true, -, -, false",
            "OFFER, -, false, false, true, false, true, -, -, false",
            "PLAN, -, false, false, true, false, true, -, -, false",
            "PLACEMENT, -, false, false, true, false, true, -, -, true"})
    void aRow(Kind kind, DutyKind duty, boolean ended, boolean superseded, boolean relief, boolean s193c,
              boolean housed, Stage stage, DutyKind goesOn, boolean home) {
        WhatFollows follows = WhatFollows.of(new Facts(kind, duty, ended, superseded, relief, s193c, housed));

        assertThat(follows).isEqualTo(new WhatFollows(stage, goesOn, kind == Kind.PLAN, home, false));
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = {"ENDING", "DUTY", "NOTICE", "NOT_ON_RECORD"})
    void whatIsNotOnTheRecordIsDecidedByHand(Kind kind) {
        assertThat(WhatFollows.of(new Facts(kind, null, false, false, true, false, false)))
                .isEqualTo(new WhatFollows(null, null, false, false, true));
    }

    /** The household reads what happens now, whatever the row. */
    @ParameterizedTest
    @EnumSource(Stage.class)
    void eachStageHasWordsForTheHousehold(Stage stage) {
        assertThat(ConsequenceWords.now(new WhatFollows(stage, null, false, false, false), true)).endsWith(".")
                .matches(words -> Arrays.stream(Stage.values()).noneMatch(each -> words.contains(each.name())));
    }
}

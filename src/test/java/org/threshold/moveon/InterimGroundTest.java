package org.threshold.moveon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.Finding;
import org.threshold.homelessness.Decision;
import org.threshold.homelessness.DecisionOutcome;
import org.threshold.homelessness.Duty;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;
import org.threshold.homelessness.Findings;
import org.threshold.letter.LetterText;

/** When interim accommodation is owed no more (s188(1ZA), (1ZB)), and what the letter says then. */
class InterimGroundTest {

    private static final CaseReference CASE = new CaseReference("TH-100001-E");
    private static final LocalDate DECIDED = LocalDate.of(2026, 6, 1);

    /** The decision notified on 1 June; relief with the day and reason of its end; another duty that runs; withdrawal. */
    @ParameterizedTest(name = "{0}, relief {1} {2}, {3}, withdrawn {4}: {5} on {6}")
    @CsvSource(nullValues = "-", textBlock = """
            NOT_PRIORITY_NEED, running,    -,                   -,     -,          NOT_PRIORITY_NEED,   2026-06-01
            NOT_PRIORITY_NEED, 2026-05-20, ELAPSED_56,          -,     -,          NOT_PRIORITY_NEED,   2026-06-01
            NOT_PRIORITY_NEED, none,       -,                   -,     -,          NOT_PRIORITY_NEED,   2026-06-01
            NOT_HOMELESS,      running,    -,                   -,     -,          -,                   -
            NOT_HOMELESS,      2026-06-04, SECURED_6M,          -,     -,          NOT_OWED,            2026-06-04
            NOT_ELIGIBLE,      2026-05-20, NOT_ELIGIBLE,        -,     -,          NOT_OWED,            2026-06-01
            NOT_ELIGIBLE,      none,       -,                   -,     -,          NOT_OWED,            2026-06-01
            INTENTIONAL,       running,    -,                   -,     -,          -,                   -
            INTENTIONAL,       2026-06-04, ELAPSED_56,          S190,  -,          -,                   -
            MAIN_DUTY,         2026-06-04, ELAPSED_56,          MAIN,  -,          -,                   -
            S193C,             2026-05-20, REFUSED_COOPERATE,   S193C, -,          -,                   -
            REFERRAL,          2026-06-04, ELAPSED_56,          -,     -,          -,                   -
            -,                 running,    -,                   -,     -,          -,                   -
            -,                 2026-06-04, REFUSED_FINAL_OFFER, -,     -,          REFUSED_FINAL_OFFER, 2026-06-04
            -,                 2026-06-04, ELAPSED_56,          -,     -,          -,                   -
            -,                 2026-06-05, WITHDREW,            -,     2026-06-05, WITHDREW,            2026-06-05
            NOT_PRIORITY_NEED, running,    -,                   MAIN,  -,          -,                   -
            """)
    void itEndsOnlyWhereTheLawSaysSo(DecisionOutcome outcome, String relief, EndReason why, DutyKind other,
                                     LocalDate withdrawn, InterimGround ground, LocalDate on) {
        List<Duty> duties = new ArrayList<>();
        boolean runs = relief.equals("running");
        if (!relief.equals("none")) {
            duties.add(new Duty(1, CASE, DutyKind.RELIEF, DECIDED.minusDays(40), runs ? null : LocalDate.parse(relief), why));
        }
        if (other != null) {
            duties.add(new Duty(2, CASE, other, DECIDED, null, null));
        }
        Optional<InterimGround.Over> over = InterimGround.of(Optional.ofNullable(outcome).map(decided ->
                decision(decided, runs)), duties, withdrawn);

        assertThat(over.map(InterimGround.Over::ground).orElse(null)).isEqualTo(ground);
        assertThat(over.map(InterimGround.Over::endedOn).orElse(null)).isEqualTo(on);
        over.ifPresent(InterimGroundTest::check);
    }

    private static void check(InterimGround.Over over) {
        Map<String, Object> facts = new HashMap<>(Map.of("ground", over.ground().name(), "endedOn", over.endedOn(),
                "reliefRan", over.reliefRan(), "address", "1 Example Street", "leaveBy", DECIDED.plusDays(30), "reasons",
                "Four weeks are enough.", "children", true));
        facts.put("decisionOn", over.decisionOn());
        assertThat(LetterText.missing("interim-ended", facts)).isEmpty();
        String text = LetterText.of("interim-ended", facts);
        assertThat(text).contains("section 188(1)", "leave by 1 July 2026", "Four weeks are enough.", "section 188(3)",
                "section 213A", "children’s services", "another language");
        boolean mitchell = over.ground() == InterimGround.NOT_PRIORITY_NEED;
        assertThat(text.contains("no duty under section 190 or section 193")).isEqualTo(mitchell);
        assertThat(text.contains("will owe you no duty under section 190")).isEqualTo(mitchell && over.reliefRan());
        assertThat(text.contains("section 188(1ZA)")).isEqualTo(mitchell);
    }

    private static Decision decision(DecisionOutcome outcome, boolean reliefRan) {
        return new Decision(1, CASE, outcome, Findings.of(Finding.YES, Finding.YES, Finding.NO, Finding.NO), "Asked",
                "Because", null, "officer", Instant.EPOCH, Decision.Status.ISSUED, "senior", null, DECIDED, reliefRan, null,
                Decision.Further.NONE);
    }
}

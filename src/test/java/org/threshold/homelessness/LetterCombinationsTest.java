package org.threshold.homelessness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.Finding;
import org.threshold.letter.LetterText;

/**
 * The notice of a decision for every combination of the facts that lead to one: the four findings, whether relief still
 * runs, whether a notice of refusal to co-operate was given, whether another council is to be asked, and whether it is
 * so only with regard to a restricted person. 1,296 combinations; each is impossible for a reason that is named, or its
 * letter is written and read.
 */
class LetterCombinationsTest {

    private static final CaseReference CASE = new CaseReference("TH-100001-E");
    private static final LocalDate REVIEW_BY = LocalDate.of(2026, 6, 21);
    private static final LocalDate OPPORTUNITY = LocalDate.of(2026, 7, 28);

    private enum Impossible {
        A_QUESTION_THAT_THE_DECISION_RESTS_ON_IS_OPEN, NO_MAIN_DUTY_THAT_ANOTHER_COUNCIL_COULD_TAKE_OVER,
        NO_MAIN_DUTY_FOR_WHICH_A_RESTRICTED_PERSON_MATTERS
    }

    private record Facts(Findings findings, boolean reliefRuns, boolean notice, boolean referral, boolean restricted) {

        /** As {@link Decisions#outcome} with the notice, and the officer's choice to refer. */
        DecisionOutcome outcome() {
            DecisionOutcome found = findings.outcome().orElse(null);
            if (found != DecisionOutcome.MAIN_DUTY) {
                return found;
            }
            return notice ? DecisionOutcome.S193C : referral ? DecisionOutcome.REFERRAL : found;
        }

        Impossible impossible() {
            DecisionOutcome outcome = outcome();
            if (outcome == null) {
                return Impossible.A_QUESTION_THAT_THE_DECISION_RESTS_ON_IS_OPEN;
            }
            if (referral && outcome != DecisionOutcome.REFERRAL) {
                return Impossible.NO_MAIN_DUTY_THAT_ANOTHER_COUNCIL_COULD_TAKE_OVER;
            }
            return restricted && outcome != DecisionOutcome.REFERRAL && outcome != DecisionOutcome.MAIN_DUTY
                    ? Impossible.NO_MAIN_DUTY_FOR_WHICH_A_RESTRICTED_PERSON_MATTERS : null;
        }

        Map<String, Object> model() {
            boolean others = !AdversePoints.others(outcome(), findings).isEmpty();
            return LetterModels.decision(new Decision(1, CASE, outcome(), findings, "Asked", "First reason.",
                    outcome() == DecisionOutcome.INTENTIONAL ? OPPORTUNITY : null, "officer", Instant.EPOCH,
                    Decision.Status.SIGNED, "senior", null, null, null, referral ? "Northborough Council" : null,
                    new Decision.Further(others ? "Another reason." : null, restricted ? 7L : null,
                            restricted ? "No recourse to public funds." : null)),
                    reliefRuns, restricted ? "Sam Example" : null, REVIEW_BY);
        }
    }

    /** What the notice says of the duties, with relief running and without. */
    private static final String TABLE = """
            MAIN_DUTY         | true  | we owe you the main housing duty (section 193(2))            | When it ends we will owe you the main housing duty
            MAIN_DUTY         | false | we owe you the main housing duty (section 193(2))            | The main housing duty begins now
            REFERRAL          | true  | we intend to ask Northborough Council to help you instead    | somewhere to stay (section 200(1))
            REFERRAL          | false | we intend to ask Northborough Council to help you instead    | somewhere to stay (section 200(1))
            NOT_PRIORITY_NEED | true  | you do not have a priority need                              | When it comes to an end, we will owe you no duty under section 190 or section 193
            NOT_PRIORITY_NEED | false | you do not have a priority need                              | we owe you no duty under section 190 or section 193
            INTENTIONAL       | true  | became homeless intentionally                                | When it comes to an end, we will owe you the duty under section 190 and no duty under section 193
            INTENTIONAL       | false | became homeless intentionally                                | We owe you the duty under section 190
            S193C             | true  | we do not owe you the main housing duty (section 193(1A)(b)) | section 193C(4)
            S193C             | false | we do not owe you the main housing duty (section 193(1A)(b)) | section 193C(4)
            NOT_HOMELESS      | true  | you are not homeless                                         | we will owe you no duty under section 190 or section 193
            NOT_HOMELESS      | false | you are not homeless                                         | We owe you no further duty
            NOT_ELIGIBLE      | true  | you are not eligible                                         | we will owe you no duty under section 190 or section 193
            NOT_ELIGIBLE      | false | you are not eligible                                         | We cannot give you accommodation under this law
            """;

    private static final Map<Question, String> AGAINST = Map.of(Question.HOMELESS, "you are not homeless",
            Question.ELIGIBLE, "you are not eligible", Question.PRIORITY_NEED, "you do not have a priority need",
            Question.INTENTIONAL, "became homeless intentionally");

    @Test
    void everyCombinationHasItsLetterOrTheNameOfWhyItCannotBe() {
        Map<Impossible, Integer> not = new EnumMap<>(Impossible.class);
        Map<DecisionOutcome, Integer> written = new EnumMap<>(DecisionOutcome.class);
        for (Facts facts : all()) {
            Impossible why = facts.impossible();
            if (why != null) {
                not.merge(why, 1, Integer::sum);
                continue;
            }
            written.merge(facts.outcome(), 1, Integer::sum);
            check(facts);
        }
        assertThat(not).isEqualTo(Map.of(Impossible.A_QUESTION_THAT_THE_DECISION_RESTS_ON_IS_OPEN, 496,
                Impossible.NO_MAIN_DUTY_THAT_ANOTHER_COUNCIL_COULD_TAKE_OVER, 396,
                Impossible.NO_MAIN_DUTY_FOR_WHICH_A_RESTRICTED_PERSON_MATTERS, 198));
        assertThat(written.keySet()).containsExactlyInAnyOrder(DecisionOutcome.values());
        assertThat(written.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(206);
    }

    private static void check(Facts facts) {
        Map<String, Object> model = facts.model();
        assertThat(LetterText.missing("s184-decision", model)).as("%s", facts).isEmpty();
        String text = LetterText.of("s184-decision", model);
        assertThat(text).as("%s", facts).contains(required(facts)).contains("section 184 of the Housing Act 1996",
                "First reason.", "section 202 of the Housing Act 1996", "Ask us by 21 June 2026", "another language");
        AGAINST.forEach((question, words) -> assertThat(text.contains(words)).as("%s: %s", facts, words)
                .isEqualTo(against(facts, question)));
        assertThat(text.contains("Another reason.")).as("%s", facts).isEqualTo(Arrays.stream(Question.values())
                .filter(question -> against(facts, question)).count() > (negative(facts) ? 1 : 0));
        assertThat(text.contains("28 July 2026")).as("%s", facts).isEqualTo(facts.outcome() == DecisionOutcome.INTENTIONAL);
        assertThat(text.contains("Northborough Council")).as("%s", facts).isEqualTo(facts.referral());
        for (String restricted : List.of("Sam Example", "restricted person", "section 184(3A)",
                "No recourse to public funds.", "section 193(7AD)", "private rented sector offer", "section 193(3B)")) {
            assertThat(text.contains(restricted)).as("%s: %s", facts, restricted).isEqualTo(facts.restricted());
        }
        assertThat(text).as("%s", facts).doesNotContain("null", "section 195(8)");
    }

    private static boolean negative(Facts facts) {
        return Set.of(DecisionOutcome.NOT_ELIGIBLE, DecisionOutcome.NOT_HOMELESS, DecisionOutcome.NOT_PRIORITY_NEED,
                DecisionOutcome.INTENTIONAL).contains(facts.outcome());
    }

    private static boolean against(Facts facts, Question question) {
        return facts.findings().of(question) == (question == Question.INTENTIONAL ? Finding.YES : Finding.NO);
    }

    private static String[] required(Facts facts) {
        return TABLE.lines().map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .filter(row -> row.get(0).equals(facts.outcome().name())
                        && row.get(1).equals(String.valueOf(facts.reliefRuns())))
                .findFirst().orElseThrow().stream().skip(2).toArray(String[]::new);
    }

    private static List<Facts> all() {
        List<Facts> all = new ArrayList<>();
        for (Finding homeless : Finding.values()) {
            for (Finding eligible : Finding.values()) {
                for (Finding need : Finding.values()) {
                    for (Finding intentional : Finding.values()) {
                        for (int flags = 0; flags < 16; flags++) {
                            all.add(new Facts(Findings.of(homeless, eligible, need, intentional), (flags & 1) > 0,
                                    (flags & 2) > 0, (flags & 4) > 0, (flags & 8) > 0));
                        }
                    }
                }
            }
        }
        assertThat(all).hasSize(1296);
        return all;
    }
}

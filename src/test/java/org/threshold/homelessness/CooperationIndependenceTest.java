package org.threshold.homelessness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.access.AccountDetails;
import org.threshold.access.Accounts;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.NotPermitted;
import org.threshold.access.Role;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.CaseNotes;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.Finding;
import org.threshold.form.FieldError;
import org.threshold.homelessness.CooperationRefusal.Considered;
import org.threshold.homelessness.CooperationRefusal.Given;
import org.threshold.homelessness.store.CooperationStore;

/** Who may authorise a notice of refusal to co-operate (SI 2018/223 reg 3), asked of the service and not of a page. */
class CooperationIndependenceTest extends HomelessnessTest {

    private static final String STEP = "Ring three landlords a week";

    @Autowired
    private CooperationRefusals refusals;
    @Autowired
    private CooperationStore store;
    @Autowired
    private Accounts accounts;
    @Autowired
    private CurrentOfficer current;
    @Autowired
    private AuditTrail audit;
    @Autowired
    private CaseNotes notes;

    @BeforeEach
    void anAgencyWorker() {
        if (jdbc.sql("select count(*) from account where username = 'agency'").query(Long.class).single() == 0) {
            current.asService(() -> {
                accounts.addWithPassword(new AccountDetails("senior3", "Seth Example", Set.of(Role.SENIOR_OFFICER),
                        Set.of("north"), true), "a long enough password");
                accounts.addWithPassword(new AccountDetails("agency", "Agnes Example", Set.of(Role.TEAM_LEADER),
                        Set.of(), false), "a long enough password");
                return null;
            });
        }
    }

    @ParameterizedTest(name = "decided by {0}, earlier {1} {2}: {3} may authorise: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            officer | nobody  | NOTHING       | senior  | true  | ''
            officer | nobody  | NOTHING       | leader  | true  | ''
            officer | nobody  | NOTHING       | manager | true  | ''
            senior  | nobody  | NOTHING       | senior3 | true  | ''
            senior  | nobody  | NOTHING       | leader2 | true  | ''
            officer | nobody  | NOTHING       | officer | false | your own work
            senior  | nobody  | NOTHING       | senior  | false | your own work
            officer | nobody  | NOTHING       | officer2| false | Your role does not allow it
            officer | nobody  | NOTHING       | designer| false | Your role does not allow it
            officer | nobody  | NOTHING       | analyst | false | Your role does not allow it
            officer | nobody  | NOTHING       | admin   | false | Your role does not allow it
            officer | nobody  | NOTHING       | agency  | false | works for the council
            leader  | nobody  | NOTHING       | senior  | false | at least as senior
            manager | nobody  | NOTHING       | leader  | false | at least as senior
            officer | senior  | FINDING       | senior  | false | took part
            officer | senior  | NOTE          | senior  | false | took part
            officer | leader  | DUTY_ENDING   | leader  | false | took part
            officer | senior  | EARLIER_DRAFT | senior  | false | took part
            officer | senior  | SETTLED       | senior  | false | took part
            officer | senior  | FINDING       | leader  | true  | ''
            officer | leader  | GAVE_THE_STEP | leader  | true  | ''
            officer | senior  | SENT_BACK     | senior  | true  | ''
            """)
    void onlyWhoeverIsSeniorEnoughWorksForTheCouncilAndTookNoPart(String decider, String involved, String how,
                                                                  String second, boolean may, String why) {
        actAs("officer");
        CaseReference reference = under(DutyKind.RELIEF);
        involve(reference, involved, how);
        CooperationRefusal refusal = refused(reference, "officer");
        store.insertNotice(refusal, draft(), decider, serviceClock.instant());
        actAs(second);

        assertThat(refusal(reference).isEmpty()).isEqualTo(may);
        if (may) {
            refusals.answer(reference, true, null);
            assertThat(refusals.latestNotice(reference).orElseThrow().status())
                    .isEqualTo(CooperationNotice.Status.AUTHORISED);
        } else {
            assertThat(refusal(reference)).contains(why);
            assertThatThrownBy(() -> refusals.answer(reference, true, null)).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> refusals.answer(reference, false, "Not mine to say"))
                    .isInstanceOf(NotPermitted.class);
            actAs("officer");
            assertThat(refusals.latestNotice(reference).orElseThrow().status())
                    .isEqualTo(CooperationNotice.Status.DRAFT);
            assertThatThrownBy(() -> refusals.give(reference)).hasMessageContaining("not authorised");
        }
    }

    /** Whoever sees no cases is told so before the question is looked at. */
    private String refusal(CaseReference reference) {
        try {
            return refusals.refusal(reference).orElse("");
        } catch (NotPermitted refused) {
            return refused.getMessage();
        }
    }

    @Test
    void whoWarnedThemTookPart() {
        actAs("officer");
        CaseReference reference = under(DutyKind.RELIEF);
        CooperationRefusal refusal = refused(reference, "leader");
        store.insertNotice(refusal, draft(), "officer", serviceClock.instant());
        actAs("leader");

        assertThat(refusals.refusal(reference)).hasValueSatisfying(why -> assertThat(why).contains("took part"));
    }

    @Test
    void aNoticeThatNobodyAuthorisedIsNotGiven() {
        actAs("officer");
        CaseReference reference = under(DutyKind.RELIEF);
        CooperationRefusal refusal = refused(reference, "officer");
        store.insertNotice(refusal, draft(), "officer", serviceClock.instant());

        assertThatThrownBy(() -> refusals.give(reference)).isInstanceOf(NotPossible.class)
                .hasMessageContaining("not authorised");
        assertThat(duties.running(reference, DutyKind.RELIEF)).isPresent();
        assertThat(letters(reference)).doesNotContain("non-cooperation-notice");
    }

    @Test
    void noNoticeIsDraftedBeforeThePeriodIsOverOrWithoutAWarning() {
        actAs("officer");
        CaseReference reference = under(DutyKind.RELIEF);
        assertThatThrownBy(() -> refusals.draft(reference, draft())).hasMessageContaining("No warning");
        refused(reference, "officer");

        on(DAY_ONE.plusDays(14));
        assertThatThrownBy(() -> refusals.draft(reference, draft())).hasMessageContaining("runs until 15 June 2026");
        on(DAY_ONE.plusDays(15));
        refusals.draft(reference, draft());
        assertThat(refusals.latestNotice(reference)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"13, respondBy", "14, ''", "366, respondBy"})
    void thePeriodIsNeitherTooShortNorEndless(int days, String wrong) {
        actAs("officer");
        CaseReference reference = under(DutyKind.RELIEF);

        assertThat(refusals.problems(reference, facts(), DAY_ONE.plusDays(days)).stream()
                .map(FieldError::key).filter(key -> !key.equals("steps")))
                .isEqualTo(wrong.isEmpty() ? List.of() : List.of(wrong));
    }

    private void involve(CaseReference reference, String who, String how) {
        actAs(who);
        switch (how) {
            case "FINDING" -> find(reference, Question.PRIORITY_NEED, Finding.YES);
            case "NOTE" -> notes.add(reference, "Met the applicant at the office");
            case "DUTY_ENDING" -> {
                actAs("senior");
                find(reference, Question.ELIGIBLE, Finding.NO);
                actAs(who);
                endings.propose(reference, DutyKind.RELIEF, DutyEnding.Facts.of(EndReason.NOT_ELIGIBLE, DAY_ONE,
                        "Left the country"));
            }
            case "EARLIER_DRAFT", "SETTLED" -> {
                CooperationRefusal earlier = refused(reference, "officer");
                if (how.equals("EARLIER_DRAFT")) {
                    store.insertNotice(earlier, draft(), who, serviceClock.instant());
                }
                store.settle(earlier.id(), CooperationRefusal.Settled.GOOD_REASON, "Ill",
                        how.equals("SETTLED") ? who : "officer", serviceClock.instant());
            }
            case "GAVE_THE_STEP" -> audit.record(new AuditEntry(reference.value(), "step.handedOver", "a step",
                    Map.of(), null, null));
            case "SENT_BACK" -> audit.record(new AuditEntry(reference.value(), CooperationRefusals.SENT_BACK, "1",
                    Map.of(), "Say more", null));
            default -> assertThat(how).isEqualTo("NOTHING");
        }
        actAs("officer");
    }

    private CooperationRefusal refused(CaseReference reference, String by) {
        Duty duty = duties.running(reference, DutyKind.RELIEF).orElseThrow();
        long id = store.insert(duty, 1, facts(), DAY_ONE.plusDays(14), by, serviceClock.instant()).orElseThrow();
        store.warned(id, DAY_ONE, DAY_ONE.plusDays(14));
        return store.open(reference).orElseThrow();
    }

    private static CooperationRefusal.Facts facts() {
        return new CooperationRefusal.Facts(List.of(STEP), "Said so twice", "Could have done it",
                Arrays.stream(Considered.values()).map(Enum::name).toList(), "No health need is known", Given.POST);
    }

    private static CooperationNotice.Draft draft() {
        return new CooperationNotice.Draft(List.of(STEP), "You did not ring", "Spoke with them again",
                Given.COLLECTION);
    }
}

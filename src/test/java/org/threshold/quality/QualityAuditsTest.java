package org.threshold.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.threshold.access.AccountDetails;
import org.threshold.access.Accounts;
import org.threshold.access.NotPermitted;
import org.threshold.access.RestrictedCases;
import org.threshold.access.RestrictionKind;
import org.threshold.access.Role;
import org.threshold.access.Team;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.process.ProcessTest;
import org.threshold.quality.QualityAudit.How;
import org.threshold.quality.QualityAudit.Score;

/** The sample of a team's month: drawn once, by nobody's choice, and scored by somebody who took no part. */
class QualityAuditsTest extends ProcessTest {

    @Autowired
    private AuditDraws draws;
    @Autowired
    private Audits audits;
    @Autowired
    private AuditResults results;
    @Autowired
    private Accounts accounts;
    @Autowired
    private CaseRegister register;
    @Autowired
    private RestrictedCases restricted;

    private String team;
    private String leader;
    private String senior;

    @BeforeEach
    void aTeamOfItsOwn() {
        team = "audited-" + UUID.randomUUID().toString().substring(0, 8);
        leader = person("leader", Role.TEAM_LEADER);
        senior = person("senior", Role.SENIOR_OFFICER);
        asService(() -> {
            accounts.addTeam(new Team(team, team, "Harbour Office", leader));
            accounts.join(leader, Set.of(team));
            accounts.join(senior, Set.of(team));
            return null;
        });
        signIn(senior);
    }

    @Test
    void theSameSeedMonthAndTeamDrawTheSameCasesFromHoweverOrderedAPool() {
        List<Candidate> pool = new ArrayList<>(IntStream.range(100001, 100041).mapToObj(number ->
                new Candidate(new CaseReference("TH-" + number + "-A"), List.of(), false)).toList());
        SampleDraw draw = new SampleDraw("0123456789abcdef", YearMonth.of(2027, 2), "north");
        List<SampleDraw.Drawn> drawn = draw.of(pool, 5, 5);
        Collections.reverse(pool);

        assertThat(draw.of(pool, 5, 5)).isEqualTo(drawn).hasSize(5);
        assertThat(new SampleDraw("fedcba9876543210", YearMonth.of(2027, 2), "north").of(pool, 5, 5)).isNotEqualTo(drawn);
        assertThat(new SampleDraw("0123456789abcdef", YearMonth.of(2027, 3), "north").of(pool, 5, 5)).isNotEqualTo(drawn);
        assertThat(new SampleDraw("0123456789abcdef", YearMonth.of(2027, 2), "south").of(pool, 5, 5)).isNotEqualTo(drawn);
    }

    @Test
    void riskIsDrawnByPointsFromWhatChanceLeftAndWhatWasDrawnLatelyOnlyByRisk() {
        Candidate grave = new Candidate(new CaseReference("TH-100001-A"), List.of(RiskReason.B_AND_B_OVER_35,
                RiskReason.NO_PLAN), true);
        Candidate light = new Candidate(new CaseReference("TH-100002-A"), List.of(RiskReason.LETTER_RETURNED), true);
        Candidate plain = new Candidate(new CaseReference("TH-100003-A"), List.of(), true);
        SampleDraw draw = new SampleDraw("0123456789abcdef", YearMonth.of(2027, 2), "north");

        assertThat(draw.of(List.of(plain, light, grave), 5, 1)).containsExactly(new SampleDraw.Drawn(grave, How.RISK));
        assertThat(draw.of(List.of(plain, light, grave), 5, 9)).extracting(each -> each.candidate().points())
                .containsExactly(9, 2);
    }

    @Test
    void aTeamsSampleIsDrawnOnceAMonthAndCanBeMadeAgainFromWhatIsKept() {
        List<CaseReference> cases = cases(8);
        signIn(leader);
        assertThat(draws.thisMonth(team)).isEmpty();
        assertThat(draws.draw(team, leader)).isEqualTo(5);
        assertThatThrownBy(() -> draws.draw(team, leader)).isInstanceOf(NotPossible.class)
                .hasMessageContaining("has been drawn");

        List<CaseReference> drawn = draws.thisMonth(team).orElseThrow().stream().map(QualityAudit::caseReference).toList();
        Map<String, Object> kept = jdbc.sql("select seed, month::text as month, array_to_string(pool, ' ') as pool"
                + " from quality_draw where team = ?").param(team).query().singleRow();
        assertThat(cases).containsAll(drawn);
        assertThat(new SampleDraw(kept.get("seed").toString(), YearMonth.of(2027, 2), team).atRandom(
                Arrays.stream(kept.get("pool").toString().split(" ")).map(CaseReference::new).toList(), 5)).isEqualTo(drawn);

        clock.freeze(MONDAY.plus(Duration.ofDays(31)));
        assertThat(draws.draw(team, leader)).as("the next month, from those not drawn yet").isEqualTo(3);
    }

    @Test
    void onlyWhoLeadsATeamDrawsItsCases() {
        cases(1);
        assertThatThrownBy(() -> draws.draw(team, senior)).isInstanceOf(NotPermitted.class);
        signIn(LEADER);
        assertThatThrownBy(() -> draws.draw(team, LEADER)).isInstanceOf(NotPossible.class).hasMessageContaining("your teams");
        assertThatThrownBy(() -> draws.thisMonth(team)).isInstanceOf(NotPossible.class);
        assertThat(results.byTeamMonthAndPart(List.of(team), today(), today())).isEmpty();
        signIn(leader);
        assertThatThrownBy(() -> draws.draw(team, OFFICER)).isInstanceOf(NotPossible.class).hasMessageContaining("who audits");
    }

    @Test
    void aCaseThatTheLeaderMayNotKnowOfIsNeverDrawnAndOneOnWhichTheyAreNamedIs() {
        CaseReference hidden = cases(1).get(0);
        CaseReference known = cases(1).get(0);
        asService(() -> {
            restricted.restrict(hidden, RestrictionKind.values()[0], "A colleague’s case", LEADER, List.of());
            restricted.restrict(known, RestrictionKind.values()[0], "A colleague’s case", leader, List.of());
            return null;
        });
        signIn(leader);
        assertThat(draws.draw(team, leader)).isEqualTo(1);
        QualityAudit only = draws.thisMonth(team).orElseThrow().get(0);
        assertThat(only.caseReference()).isEqualTo(known);
        assertThat(only.reasons()).containsExactly(RiskReason.RESTRICTED);
        assertThat(count("quality_audit", hidden)).isZero();

        restricted.changeManager(known, LEADER);
        signIn(LEADER);
        restricted.unname(known, leader);
        signIn(leader);
        assertThat(draws.thisMonth(team)).as("hidden from now on").hasValue(List.of());
    }

    @Test
    void nobodyIsGivenTheirOwnWorkAndNobodyAuditsIt() {
        CaseReference reference = cases(1).get(0);
        signIn(leader);
        draws.draw(team, senior);
        assertThat(draws.thisMonth(team).orElseThrow()).singleElement()
                .satisfies(each -> assertThat(each.auditor()).as("not who took the case").isEqualTo(leader));
        signIn(senior);
        assertThat(audits.refusal(reference)).hasValueSatisfying(why -> assertThat(why).contains("took part"));
        assertThatThrownBy(() -> audits.audited(reference, found(Mark.AS_IT_SHOULD_BE))).isInstanceOf(NotPermitted.class);
        signIn(leader);
        audits.audited(reference, found(Mark.AS_IT_SHOULD_BE));
        assertThat(audits.refusal(reference)).as("an audit is no part in the case").isEmpty();
    }

    @Test
    void aClosedCaseIsDrawnAndOneThatShouldNotBeIsNot() {
        List<CaseReference> cases = cases(3);
        status(cases.get(0), "CLOSED", 30);
        status(cases.get(1), "CREATED_IN_ERROR", 1);
        status(cases.get(2), "CLOSED", 500);
        signIn(leader);
        draws.draw(team, leader);
        assertThat(draws.thisMonth(team).orElseThrow()).extracting(QualityAudit::caseReference)
                .containsExactly(cases.get(0));
    }

    @Test
    void whatIsFoundIsKeptAndCountedByStep() {
        CaseReference reference = cases(1).get(0);
        signIn(leader);
        draws.draw(team, leader);
        audits.audited(reference, found(Mark.SMALL_FAULTS));
        assertThat(audits.of(reference)).singleElement().satisfies(each -> {
            assertThat(each.result().score()).isEqualByComparingTo("80.0");
            assertThat(each.result().scores()).hasSize(AuditPart.values().length);
        });
        assertThat(results.lastTwelveMonths(team)).hasSize(AuditPart.values().length)
                .filteredOn(line -> line.part() == AuditPart.TRIAGE || line.part() == AuditPart.BENEFIT)
                .extracting(line -> line.n() + " " + line.score() + " " + line.small()).containsExactly("1 60 1", "0 0 0");
        assertThat(results.byTeamMonthAndPart(List.of(team), today().plusDays(1), today().plusDays(9))).isEmpty();
        assertThatThrownBy(() -> audits.audited(reference, found(Mark.SMALL_FAULTS))).isInstanceOf(NotPossible.class);
        for (String table : List.of("quality_draw", "quality_audit", "quality_audit_result", "quality_audit_score")) {
            assertThatThrownBy(() -> jdbc.sql("delete from " + table).update()).as(table)
                    .isInstanceOf(DataAccessException.class).hasMessageContaining("never changed");
        }
    }

    @ParameterizedTest
    @CsvSource({"AS_IT_SHOULD_BE,AS_IT_SHOULD_BE,100.0", "AS_IT_SHOULD_BE,SMALL_FAULTS,80.0",
        "AS_IT_SHOULD_BE,SERIOUS_FAULT,50.0", "SMALL_FAULTS,SERIOUS_FAULT,30.0", "SERIOUS_FAULT,SERIOUS_FAULT,0.0",
        "SMALL_FAULTS,NOT_PART,60.0", "NOT_PART,AS_IT_SHOULD_BE,100.0"})
    void theScoreIsTheMeanOfThePartsThatCount(Mark one, Mark other, BigDecimal mean) {
        assertThat(Audits.score(List.of(new Score(one, null), new Score(other, null)))).isEqualTo(mean);
    }

    @Test
    void nothingCountsWhereNothingWasDone() {
        assertThatThrownBy(() -> Audits.score(List.of(new Score(Mark.NOT_PART, null)))).isInstanceOf(NotPossible.class);
    }

    /** Triage has that mark, contact is as it should be, and nothing else is part of the case. */
    private static Audits.Found found(Mark triage) {
        Map<AuditPart, Score> scores = new EnumMap<>(AuditPart.class);
        Arrays.stream(AuditPart.values()).forEach(part -> scores.put(part, new Score(Mark.NOT_PART, null)));
        scores.put(AuditPart.TRIAGE, new Score(triage, triage.isFault() ? "Safety was not asked about" : null));
        scores.put(AuditPart.CONTACT, new Score(Mark.AS_IT_SHOULD_BE, null));
        return new Audits.Found(scores, "Clear and kind", null, null);
    }

    private void status(CaseReference reference, String status, int daysAgo) {
        jdbc.sql("update case_file set status = ?, status_since = ? where reference = ?").param(status)
                .param(Timestamp.from(MONDAY.minus(Duration.ofDays(daysAgo)))).param(reference.value()).update();
    }

    private List<CaseReference> cases(int number) {
        return IntStream.range(0, number).mapToObj(each -> register.open(NewCase.atTheDesk(team,
                Person.applicant("Jordan", "Example", LocalDate.of(1990, 5, 17)), "Asked to leave by a friend"))).toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private String person(String name, Role role) {
        String username = name + "." + UUID.randomUUID().toString().substring(0, 8);
        asService(() -> {
            accounts.addWithPassword(new AccountDetails(username, "Example " + name, Set.of(role), Set.of(), true),
                    "a long enough password");
            return null;
        });
        return username;
    }
}

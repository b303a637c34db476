package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.IntegrationTest;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.clock.ClockKind;
import org.threshold.clock.Finding;
import org.threshold.clock.ServiceClock;
import org.threshold.clock.StatutoryClock;
import org.threshold.clock.StatutoryClocks;
import org.threshold.letter.Letters;

/** Use cases of this room on the real database, with a day that stands still. */
abstract class HomelessnessTest extends IntegrationTest {

    static final LocalDate DAY_ONE = LocalDate.of(2026, 6, 1);

    @Autowired
    CaseRegister register;
    @Autowired
    CaseFiles cases;
    @Autowired
    StatutoryClocks clocks;
    @Autowired
    Letters letters;
    @Autowired
    CaseFindings findings;
    @Autowired
    Duties duties;
    @Autowired
    DutyEndings endings;
    @Autowired
    Decisions decisions;
    @Autowired
    ContactAttempts attempts;
    @Autowired
    ServiceClock serviceClock;
    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void startOnDayOne() {
        on(DAY_ONE);
        actAs("officer");
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
        serviceClock.reset();
    }

    static void actAs(String username) {
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                username, null, AuthorityUtils.NO_AUTHORITIES));
    }

    /** Noon in London on the day. */
    void on(LocalDate day) {
        serviceClock.freeze(day.atTime(12, 0).atZone(ServiceClock.LONDON).toInstant());
    }

    CaseReference newCase() {
        return register.open(household());
    }

    static NewCase household() {
        StringBuilder name = new StringBuilder("Example");
        for (char c : UUID.randomUUID().toString().replace("-", "").substring(0, 12).toCharArray()) {
            name.append((char) ('a' + Character.digit(c, 16)));
        }
        return NewCase.atTheDesk("north", Person.applicant("Jordan", name.toString(), LocalDate.of(1990, 3, 12)),
                "Asked to leave by family");
    }

    /** The attempts after which contact counts as lost. */
    void triedInVain(CaseReference reference, LocalDate today) {
        attempts.record(reference, today.minusDays(8), ContactWay.PHONE, false, "No answer");
        attempts.record(reference, today.minusDays(4), ContactWay.POST, false, "No answer");
        attempts.record(reference, today.minusDays(1), ContactWay.PHONE, false, "Number not in use");
    }

    CaseReference under(DutyKind kind) {
        CaseReference reference = newCase();
        duties.accept(reference, kind, DAY_ONE);
        return reference;
    }

    void find(CaseReference reference, Question question, Finding finding) {
        findings.record(reference, question, finding, "DEP_CHILDREN", finding == Finding.UNDECIDED ? null
                : "As recorded in the test");
    }

    void find(CaseReference reference, Findings all) {
        all.answers().forEach((question, finding) -> find(reference, question, finding));
    }

    CaseStatus status(CaseReference reference) {
        return cases.summary(reference).status();
    }

    boolean runs(CaseReference reference, ClockKind kind) {
        return clocks.running(reference, kind).isPresent();
    }

    LocalDate lastDay(CaseReference reference, ClockKind kind) {
        return clocks.running(reference, kind).map(StatutoryClock::period).orElseThrow().lastDay();
    }

    List<String> letters(CaseReference reference) {
        return letters.of(reference).stream().map(Letters.Letter::template).toList();
    }

    long audited(CaseReference reference, String action) {
        return jdbc.sql("select count(*) from audit_entry where chain = :case and action = :action")
                .param("case", reference.value()).param("action", action).query(Long.class).single();
    }

    long rows(String table, CaseReference reference) {
        return jdbc.sql("select count(*) from " + table + " where case_reference = :case")
                .param("case", reference.value()).query(Long.class).single();
    }
}

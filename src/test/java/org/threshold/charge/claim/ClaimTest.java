package org.threshold.charge.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.Acting;
import org.threshold.IntegrationTest;
import org.threshold.accommodation.ClaimsForKeys;
import org.threshold.accommodation.ClaimsForKeys.Kind;
import org.threshold.accommodation.ClaimsForKeys.NewClaim;
import org.threshold.accommodation.Homes;
import org.threshold.accommodation.Placement;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.clock.ServiceClock;
import org.threshold.homelessness.Approaches;
import org.threshold.homelessness.NewApproach;

/** Households in units of their own, with claims, on a real database. */
abstract class ClaimTest extends IntegrationTest {

    private static final AtomicInteger NUMBER = new AtomicInteger((int) (System.nanoTime() % 1_000_000));

    @Autowired
    JdbcClient jdbc;
    @Autowired
    ClaimsForKeys forKeys;
    @Autowired
    BenefitClaims claims;
    @Autowired
    ClaimDecisions decisions;
    @Autowired
    ClaimCosts costs;
    @Autowired
    private Approaches approaches;
    @Autowired
    private Homes homes;
    @Autowired
    private ServiceClock clock;

    LocalDate today;

    @BeforeEach
    void signIn() {
        Acting.as("leader");
        today = LocalDate.now(clock);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    CaseReference household() {
        return approaches.take(new NewApproach(NewCase.atTheDesk("north", Person.applicant("Jordan", "Example",
                LocalDate.of(1990, 3, 12)), "Asked to leave")));
    }

    /** They have the keys, and no claim was made. */
    Placement livedIn(CaseReference reference, LocalDate firstNight) {
        return homes.moveIn(reference, Homes.FLAT, firstNight);
    }

    BenefitClaim claim(Placement placement) {
        return claims.latest(placement.caseReference(), placement.id());
    }

    /** A claim with nothing left to bring. */
    String claimed(Placement placement, Kind kind, String reference, LocalDate on) {
        forKeys.made(new NewClaim(placement.caseReference(), placement.id(), kind, reference, on, placement.startsOn(),
                List.of()));
        return reference;
    }

    static String reference() {
        return "HT" + NUMBER.incrementAndGet();
    }

    void restrict(CaseReference reference) {
        jdbc.sql("""
                insert into case_restriction (case_reference, kind, reason, manager, restricted_by, restricted_at)
                values (?, 'DOMESTIC_ABUSE', 'For this test', 'manager', 'manager', now())""")
                .param(reference.value()).update();
    }
}

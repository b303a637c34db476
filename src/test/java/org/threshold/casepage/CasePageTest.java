package org.threshold.casepage;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.IntegrationTest;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.clock.ServiceClock;
import org.threshold.homelessness.Approaches;
import org.threshold.homelessness.NewApproach;

/** A new approach for each test, its officer acting in the services and signed in at a desk. */
abstract class CasePageTest extends IntegrationTest {

    @LocalServerPort
    int port;
    @Autowired
    Approaches approaches;
    @Autowired
    ServiceClock clock;

    CaseReference reference;
    Desk desk;

    @BeforeEach
    void takeApproach() {
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                "officer", null, AuthorityUtils.NO_AUTHORITIES));
        reference = approaches.take(new NewApproach(household()));
        desk = Desk.signedIn(port, "officer");
        desk.get("/cases/" + reference + "/notes");
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    NewCase household() {
        return NewCase.atTheDesk("north", Person.applicant("Jordan", "Example", LocalDate.of(1990, 3, 12)),
                "Asked to leave");
    }
}

package org.threshold.casefile;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.IntegrationTest;

/** Tests of the case file as an officer of the north team uses it. */
abstract class CaseTest extends IntegrationTest {

    static final String TEAM = "north";
    static final LocalDate BORN = LocalDate.of(1990, 3, 12);

    @Autowired
    CaseRegister register;
    @Autowired
    CaseFiles files;
    @Autowired
    CaseTimeline timeline;
    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void signIn() {
        actAs("officer");
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    static void actAs(String username) {
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                username, null, AuthorityUtils.NO_AUTHORITIES));
    }

    /** A last name that no other test uses; letters only, as in a person's name. */
    static String freshName() {
        StringBuilder name = new StringBuilder("Example");
        for (char c : UUID.randomUUID().toString().replace("-", "").substring(0, 12).toCharArray()) {
            name.append((char) ('a' + Character.digit(c, 16)));
        }
        return name.toString();
    }

    CaseReference openCase() {
        return register.open(newCase(freshName()));
    }

    static NewCase newCase(String lastName) {
        return NewCase.atTheDesk(TEAM, Person.applicant("Jordan", lastName, BORN), "Asked to leave by family");
    }

    long audited(CaseReference reference, String action) {
        return jdbc.sql("select count(*) from audit_entry where chain = :case and action = :action")
                .param("case", reference.value()).param("action", action).query(Long.class).single();
    }
}

package org.threshold.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.IntegrationTest;

class AccountsTest extends IntegrationTest {

    @Autowired
    Accounts accounts;

    @Autowired
    People people;

    @Autowired
    CurrentOfficer current;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    private final String username = "t" + Long.toString(System.nanoTime(), 36);

    @BeforeEach
    void administrator() {
        as("admin");
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void anAddedPersonIsKnownAtOnceAndOnlyAsAHash() {
        String password = accounts.add(details(Set.of(Role.OFFICER), Set.of("south")));
        assertThat(people.find(username).orElseThrow().has(Role.OFFICER)).isTrue();
        assertThat(people.membersOf("south")).extracting(Officer::username).contains(username);
        assertThat(jdbc.sql("select password_hash from account where username = ?").param(username)
                .query(String.class).single()).startsWith("$2").doesNotContain(password);
        assertThat(jdbc.sql("select action from audit_entry where subject = ?").param(username).query(String.class)
                .list()).containsExactly("account.added");
    }

    @Test
    void everyChangeIsAuditedUnderWhoMadeIt() {
        accounts.add(details(Set.of(Role.OFFICER), Set.of()));
        accounts.change(details(Set.of(Role.SENIOR_OFFICER), Set.of("north")));
        accounts.resetPassword(username);
        accounts.disable(username);
        accounts.enable(username);
        assertThat(jdbc.sql("select who || ' ' || action from audit_entry where subject = ? order by sequence")
                .param(username).query(String.class).list()).containsExactly("admin account.added",
                "admin account.changed", "admin account.passwordReset", "admin account.disabled",
                "admin account.enabled");
    }

    @Test
    void aDisabledAccountActsNoMoreButKeepsItsName() {
        accounts.add(details(Set.of(Role.OFFICER), Set.of("south")));
        accounts.disable(username);
        assertThat(people.find(username)).isEmpty();
        assertThat(people.membersOf("south")).extracting(Officer::username).doesNotContain(username);
        assertThat(people.nameOf(username)).isEqualTo("Casey Example");
        as(username);
        assertThatThrownBy(() -> current.get()).isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    @Test
    void administratorsCannotLockThemselvesOut() {
        // Other tests have administrators of their own, who are away for this alone.
        transactions.executeWithoutResult(alone -> {
            alone.setRollbackOnly();
            jdbc.sql("delete from account_role where role = 'ADMINISTRATOR' and username <> 'admin'").update();
            assertThatThrownBy(() -> accounts.disable("admin")).isInstanceOf(InvalidAccount.class);
            assertThatThrownBy(() -> accounts.change(new AccountDetails("admin", "Adam Demo", Set.of(Role.ANALYST),
                    Set.of(), true))).isInstanceOf(InvalidAccount.class).hasMessageContaining("only administrator");
        });
        assertThat(people.find("admin").orElseThrow().has(Role.ADMINISTRATOR)).as("nothing was changed").isTrue();
    }

    @Test
    void aTeamIsNeverWithoutItsLeader() {
        assertThatThrownBy(() -> accounts.disable("leader")).isInstanceOf(InvalidAccount.class)
                .hasMessageContaining("North team");
        assertThatThrownBy(() -> accounts.addTeam(new Team("west", "West team", "West Office", "officer")))
                .isInstanceOf(InvalidAccount.class);
        assertThatThrownBy(() -> accounts.addTeam(new Team("north", "Other team", "North Office", "leader")))
                .isInstanceOf(InvalidAccount.class).hasMessageContaining("already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "Olive", "olive demo", "9lives", "threshold", "x'--", "a\u0000b"})
    void anOddUsernameIsRefused(String odd) {
        assertThatThrownBy(() -> accounts.add(new AccountDetails(odd, "Odd Example", Set.of(Role.OFFICER), Set.of(),
                true))).isInstanceOf(InvalidAccount.class);
    }

    @Test
    void nobodyElseManagesPeople() {
        as("manager");
        assertThatThrownBy(() -> accounts.add(details(Set.of(Role.ADMINISTRATOR), Set.of())))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> accounts.resetPassword("admin")).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(accounts::all).isInstanceOf(NotPermitted.class);
        as("admin");
        assertThatThrownBy(() -> accounts.addWithPassword(details(Set.of(Role.OFFICER), Set.of()), "chosen"))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void theServiceActsOnlyInsideItsOwnWork() {
        SecurityContextHolder.clearContext();
        assertThatThrownBy(() -> current.get()).isInstanceOf(AuthenticationCredentialsNotFoundException.class);
        assertThat(current.<Officer>asService(() -> current.asService(current::get))).isEqualTo(Officer.SERVICE);
        assertThatThrownBy(() -> current.get()).isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    private AccountDetails details(Set<Role> roles, Set<String> teams) {
        return new AccountDetails(username, "Casey Example", roles, teams, true);
    }

    private static void as(String username) {
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(username, 1), null, List.of()));
    }
}

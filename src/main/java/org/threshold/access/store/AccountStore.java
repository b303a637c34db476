package org.threshold.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of accounts and teams. */
@Repository
public class AccountStore {

    private static final String SELECT = """
            select a.username, a.name, a.password_hash, a.works_for_authority, a.disabled, a.must_change_password,
                   a.session_version, a.source, a.issuer, a.subject, a.email,
                   array(select r.role from account_role r where r.username = a.username) as roles,
                   array(select m.team from team_member m where m.username = a.username) as teams
              from account a
            """;

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<AccountRow> all() {
        return jdbc.sql(SELECT + " order by a.name, a.username").query(AccountStore::account).list();
    }

    public Optional<AccountRow> find(String username) {
        return jdbc.sql(SELECT + " where a.username = ?").param(username).query(AccountStore::account).optional();
    }

    /** Who the provider knows by that subject. */
    public Optional<AccountRow> ofSubject(String issuer, String subject) {
        return jdbc.sql(SELECT + " where a.issuer = ? and a.subject = ?").params(issuer, subject)
                .query(AccountStore::account).optional();
    }

    /** The same, and nobody else changes it until the transaction ends. */
    public Optional<AccountRow> lock(String username) {
        return jdbc.sql(SELECT + " where a.username = ? for update of a").param(username)
                .query(AccountStore::account).optional();
    }

    public List<TeamRow> teams() {
        return jdbc.sql("select key, name, office, leader from team order by name").query(TeamRow.class).list();
    }

    /** Makes changes to who may administer wait for each other, so that the last administrator cannot vanish. */
    public void lockAdministrators() {
        jdbc.sql("select username from account_role where role = 'ADMINISTRATOR' order by username for update")
                .query(String.class).list();
    }

    /** @return false when the username, or the subject at the provider, is taken */
    public boolean insert(AccountRow row) {
        int inserted = jdbc.sql("""
                insert into account (username, name, password_hash, works_for_authority, disabled,
                                     must_change_password, session_version, source, issuer, subject, email)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """).params(row.username(), row.name(), row.passwordHash(), row.worksForAuthority(), row.disabled(),
                row.mustChangePassword(), row.sessionVersion(), row.source(), row.issuer(), row.subject(),
                row.email()).update();
        if (inserted == 1) {
            replaceRoles(row.username(), row.roles());
            replaceTeams(row.username(), row.teams());
        }
        return inserted == 1;
    }

    /** @param email null for none */
    public void setDetails(String username, String name, boolean worksForAuthority, String email) {
        jdbc.sql("update account set name = ?, works_for_authority = ?, email = ? where username = ?")
                .params(name, worksForAuthority, email, username).update();
    }

    /** The provider vouches for the account from now on; its password is gone and its open sessions end. */
    public void provide(String username) {
        jdbc.sql("""
                update account set source = 'PROVIDER', issuer = null, subject = null, password_hash = null,
                                   must_change_password = false, session_version = session_version + 1
                 where username = ?
                """).param(username).update();
    }

    public void setSubject(String username, String issuer, String subject) {
        jdbc.sql("update account set issuer = ?, subject = ? where username = ?").params(issuer, subject, username)
                .update();
    }

    public void endSessions(String username) {
        jdbc.sql("update account set session_version = session_version + 1 where username = ?").param(username)
                .update();
    }

    public void setDisabled(String username, boolean disabled) {
        jdbc.sql("update account set disabled = ?, session_version = session_version + 1 where username = ?")
                .params(disabled, username).update();
    }

    public void setPassword(String username, String hash, boolean mustChange) {
        jdbc.sql("""
                update account set password_hash = ?, must_change_password = ?, session_version = session_version + 1
                 where username = ?
                """).params(hash, mustChange, username).update();
    }

    public void replaceRoles(String username, Set<String> roles) {
        jdbc.sql("delete from account_role where username = ?").param(username).update();
        for (String role : roles) {
            jdbc.sql("insert into account_role (username, role) values (?, ?)").params(username, role).update();
        }
    }

    public void replaceTeams(String username, Set<String> teams) {
        jdbc.sql("delete from team_member where username = ?").param(username).update();
        for (String team : teams) {
            jdbc.sql("insert into team_member (team, username) values (?, ?)").params(team, username).update();
        }
    }

    /** @return false when the key or the name is taken */
    public boolean insertTeam(TeamRow row) {
        return jdbc.sql("insert into team (key, name, office, leader) values (?, ?, ?, ?) on conflict do nothing")
                .params(row.key(), row.name(), row.office(), row.leader()).update() == 1;
    }

    public void updateTeam(TeamRow row) {
        jdbc.sql("update team set name = ?, office = ?, leader = ? where key = ?")
                .params(row.name(), row.office(), row.leader(), row.key()).update();
    }

    private static AccountRow account(ResultSet row, int number) throws SQLException {
        return new AccountRow(row.getString("username"), row.getString("name"), row.getString("password_hash"),
                row.getBoolean("works_for_authority"), row.getBoolean("disabled"),
                row.getBoolean("must_change_password"), row.getInt("session_version"),
                strings(row, "roles"), strings(row, "teams"), row.getString("source"), row.getString("issuer"),
                row.getString("subject"), row.getString("email"));
    }

    private static Set<String> strings(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray()).collect(Collectors.toUnmodifiableSet());
    }
}

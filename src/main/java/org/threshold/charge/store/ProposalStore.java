package org.threshold.charge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;
import org.threshold.charge.ArrearsPoint;
import org.threshold.charge.ArrearsProposal;

/** The SQL of what is proposed about arrears, and of what officers answered. */
@Repository
public class ProposalStore {

    private static final String PROPOSAL = """
            select p.*, pt.action, pt.advice, a.placement_id, pl.case_reference, f.team, an.accepted, an.words,
                   an.answered_at, an.answered_by,
                   an.proposal_id is null and exists (select from arrears_proposal n where n.account_id = p.account_id
                       and n.id > p.id) as overtaken
              from arrears_proposal p join arrears_point pt on pt.code = p.point
              join charge_account a on a.id = p.account_id join placement pl on pl.id = a.placement_id
              join case_file f on f.reference = pl.case_reference
              left join arrears_answer an on an.proposal_id = p.id
            """;

    /** Not answered, the account's last one, and something is still owed. */
    private static final String OPEN = """
             where an.proposal_id is null
               and not exists (select from arrears_proposal n where n.account_id = p.account_id and n.id > p.id)
               and (select sum(l.pence) from charge_line l where l.account_id = p.account_id) > 0
            """;

    private final JdbcClient jdbc;
    private final Sight sight;

    ProposalStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    public List<ArrearsPoint> points() {
        return jdbc.sql("select * from arrears_point order by days").query((row, i) -> new ArrearsPoint(
                row.getString("code"), row.getInt("days"), row.getLong("least_pence"),
                row.getString("about").equals("CLAIM"), row.getBoolean("after_end"), row.getString("action"),
                row.getString("advice"))).list();
    }

    /** A point that an account has come to. */
    public record Reached(long accountId, String point, LocalDate owedSince, long pence) {
    }

    /** Each once for the time in which something is owed; in one statement. */
    public int insert(Collection<Reached> those, Instant now) {
        return those.isEmpty() ? 0 : jdbc.sql("""
                insert into arrears_proposal (account_id, point, owed_since, pence, made_at)
                select account, point, since, pence, cast(:at as timestamptz)
                  from unnest(cast(:accounts as bigint[]), cast(:points as text[]), cast(:since as date[]),
                       cast(:pence as bigint[])) as new (account, point, since, pence)
                on conflict (account_id, point, owed_since) do nothing""")
                .param("accounts", those.stream().map(Reached::accountId).toArray(Long[]::new))
                .param("points", those.stream().map(Reached::point).toArray(String[]::new))
                .param("since", those.stream().map(each -> each.owedSince().toString()).toArray(String[]::new))
                .param("pence", those.stream().map(Reached::pence).toArray(Long[]::new))
                .param("at", Columns.at(now)).update();
    }

    /** Largest amounts first; of the cases that the current officer may know of. */
    public List<ArrearsProposal> open(String team, int most) {
        return jdbc.sql(PROPOSAL + OPEN + " and (cast(:team as text) is null or f.team = :team) and "
                        + Sight.of("pl.case_reference") + " order by p.pence desc, p.id limit :most")
                .param("team", team).param("most", most).params(sight.parameters())
                .query((row, i) -> proposal(row)).list();
    }

    /** Newest first, also those answered. */
    public List<ArrearsProposal> of(long account) {
        return jdbc.sql(PROPOSAL + " where p.account_id = :account order by p.id desc").param("account", account)
                .query((row, i) -> proposal(row)).list();
    }

    public Optional<ArrearsProposal> find(long account, long id) {
        return jdbc.sql(PROPOSAL + " where p.account_id = :account and p.id = :id").param("account", account)
                .param("id", id).query((row, i) -> proposal(row)).optional();
    }

    /** @return false where somebody answered before */
    public boolean answer(long id, boolean accepted, String words, Instant now, String by) {
        return jdbc.sql("""
                insert into arrears_answer (proposal_id, accepted, words, answered_at, answered_by)
                values (:id, :accepted, :words, :at, :by) on conflict do nothing""").param("id", id)
                .param("accepted", accepted).param("words", words).param("at", Columns.at(now)).param("by", by)
                .update() > 0;
    }

    private static ArrearsProposal proposal(ResultSet row) throws SQLException {
        return new ArrearsProposal(row.getLong("id"), row.getLong("account_id"), row.getLong("placement_id"),
                new CaseReference(row.getString("case_reference")), row.getString("team"), row.getString("action"),
                row.getString("advice"), Columns.day(row, "owed_since"), row.getLong("pence"),
                Columns.instant(row, "made_at"), row.getObject("accepted", Boolean.class), row.getString("words"),
                Columns.instant(row, "answered_at"), row.getString("answered_by"), row.getBoolean("overtaken"));
    }
}

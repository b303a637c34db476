package org.threshold.referral.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.ReferralBody;
import org.threshold.referral.ReferralList.Count;
import org.threshold.referral.ReferralList.Kind;
import org.threshold.referral.ReferralList.Row;
import org.threshold.referral.ReferralOutcome;

/** Reads referrals for lists, with one query each; none of a case that is hidden from whoever asks. */
@Repository
public class ReferralListStore {

    /** What was not genuine is answered when that is found: nobody is told. */
    private static final String LISTED = """
            (select r.receipt, r.case_reference, r.given_name, r.family_name, r.body, r.received_at, r.target_at, r.team,
                o.outcome, coalesce(a.answered_at, case when o.outcome = 'NOT_GENUINE' then o.recorded_at end) as ended
            from referral r left join referral_outcome o on o.receipt = r.receipt
            left join referral_answer a on a.receipt = r.receipt where %s) l""".formatted(Sight.of("r.case_reference"));

    private final JdbcClient jdbc;
    private final Sight sight;

    ReferralListStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** @param teams null for all */
    public List<Row> rows(Kind kind, ReferralBody body, Collection<String> teams, int most) {
        String which = switch (kind) {
            case WAITING -> "ended is null";
            case IN_TARGET -> "ended <= target_at";
            case OVER_TARGET -> "ended > target_at";
        };
        return jdbc.sql("select * from " + LISTED + " where " + which + " and " + of(teams)
                        + (body == null ? "" : " and body = :body") + " order by "
                        + (kind == Kind.WAITING ? "target_at, receipt" : "ended desc, receipt") + " limit :most")
                .params(sight.parameters()).param("teams", array(teams)).param("body", body == null ? null : body.name()).param("most", most)
                .query((row, i) -> row(row)).list();
    }

    private static Row row(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new Row(row.getString("receipt"), new CaseReference(row.getString("case_reference")),
                (row.getString("given_name") + " " + row.getString("family_name")).strip(),
                ReferralBody.valueOf(row.getString("body")), row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("target_at").toInstant(),
                outcome == null ? null : ReferralOutcome.valueOf(outcome),
                row.getTimestamp("ended") == null ? null : row.getTimestamp("ended").toInstant());
    }

    /** @param teams null for all */
    public List<Count> counts(Collection<String> teams) {
        return jdbc.sql("select body, count(*) filter (where ended is null),"
                        + " count(*) filter (where ended <= target_at), count(*) filter (where ended > target_at)"
                        + " from " + LISTED + " where " + of(teams) + " group by body order by body")
                .params(sight.parameters()).param("teams", array(teams))
                .query((row, i) -> new Count(ReferralBody.valueOf(row.getString(1)), row.getInt(2), row.getInt(3),
                        row.getInt(4))).list();
    }

    private static String of(Collection<String> teams) {
        return teams == null ? "true" : "team = any(:teams)";
    }

    private static String[] array(Collection<String> teams) {
        return teams == null ? null : teams.toArray(String[]::new);
    }
}

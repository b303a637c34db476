package org.threshold.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.AccessAlert;
import org.threshold.access.Sight;

/** SQL of {@code access_alert}. */
@Repository
public class AlertStore {

    /** An alert of a case that they may no longer know of is not shown, unless they stand in for its manager. */
    private static final String MINE = "for_username = :me and (substitute or " + Sight.of("access_alert.case_reference")
            + ")";

    private final JdbcClient jdbc;

    AlertStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return empty where the same person was told of the same thing already and has not seen it yet */
    public Optional<AccessAlert> insert(String username, String caseReference, AccessAlert.Kind kind, String about,
                                        String detail, boolean substitute, Instant at) {
        return jdbc.sql("""
                insert into access_alert (for_username, case_reference, kind, about, detail, substitute, raised_at)
                values (:to, :case, :kind, :about, :detail, :substitute, :at)
                on conflict do nothing returning *""")
                .param("to", username).param("case", caseReference).param("kind", kind.name()).param("about", about)
                .param("detail", detail).param("substitute", substitute).param("at", Instants.at(at))
                .query(AlertStore::alert).optional();
    }

    /** Whether anybody was ever told this of the case. */
    public boolean told(String caseReference, AccessAlert.Kind kind, String about) {
        return jdbc.sql("""
                select exists (select from access_alert where case_reference = :case and kind = :kind
                    and about = :about)""")
                .param("case", caseReference).param("kind", kind.name()).param("about", about)
                .query(Boolean.class).single();
    }

    public int countUnseen(String username, Map<String, Object> look) {
        return jdbc.sql("select count(*) from access_alert where seen_at is null and " + MINE)
                .param("me", username).params(look).query(Integer.class).single();
    }

    public List<AccessAlert> of(String username, int limit, Map<String, Object> look) {
        return jdbc.sql("select * from access_alert where " + MINE
                + " order by seen_at is not null, raised_at desc, id desc limit :limit")
                .param("me", username).param("limit", limit).params(look).query(AlertStore::alert).list();
    }

    public void seen(long id, String username, Instant at) {
        jdbc.sql("update access_alert set seen_at = :at where id = :id and for_username = :me and seen_at is null")
                .param("at", Instants.at(at)).param("id", id).param("me", username).update();
    }

    public void handOn(String caseReference, String from, String to) {
        jdbc.sql("""
                update access_alert set for_username = :to
                where case_reference = :case and for_username = :from and seen_at is null and kind <> 'MADE_MANAGER'
                and not exists (select from access_alert same where same.for_username = :to
                    and same.case_reference = access_alert.case_reference and same.kind = access_alert.kind
                    and same.about = access_alert.about and same.seen_at is null)""")
                .param("to", to).param("from", from).param("case", caseReference).update();
    }

    private static AccessAlert alert(ResultSet row, int number) throws SQLException {
        return new AccessAlert(row.getLong("id"), row.getString("case_reference"),
                AccessAlert.Kind.valueOf(row.getString("kind")), row.getString("about"), row.getString("detail"),
                Instants.of(row, "raised_at"), Instants.of(row, "seen_at"));
    }
}

package org.threshold.moveon.store;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.casefile.CaseReference;
import org.threshold.moveon.GateCheck;
import org.threshold.moveon.GatePoint;

/** The SQL of {@code home_gate}. */
@Repository
public class GateStore {

    private final JdbcClient jdbc;
    private final Sight sight;

    GateStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    public void insert(CaseReference reference, long offerId, List<GateCheck.New> checks, String by, Instant now) {
        jdbc.sql("""
                insert into home_gate (case_reference, offer_id, point, state, looked_by, looked_on, document_id,
                    expires_on, words, recorded_by, recorded_at)
                select :reference, :offer, t.*, :by, :at from unnest(:points::text[], :states::text[],
                    :lookers::text[], :days::date[], :documents::bigint[], :expiries::date[], :words::text[]) as t""")
                .param("reference", reference.value()).param("offer", offerId)
                .param("points", checks.stream().map(each -> each.point().name()).toArray(String[]::new))
                .param("states", checks.stream().map(each -> each.state().name()).toArray(String[]::new))
                .param("lookers", checks.stream().map(GateCheck.New::lookedBy).toArray(String[]::new))
                .param("days", checks.stream().map(each -> Rows.text(each.lookedOn())).toArray(String[]::new))
                .param("documents", checks.stream().map(GateCheck.New::documentId).toArray(Long[]::new))
                .param("expiries", checks.stream().map(each -> Rows.text(each.expiresOn())).toArray(String[]::new))
                .param("words", checks.stream().map(GateCheck.New::words).toArray(String[]::new))
                .param("by", by).param("at", Rows.at(now)).update();
    }

    /** The latest of each point of each offer of the case. */
    public List<GateCheck> of(CaseReference reference) {
        return jdbc.sql("""
                select g.* from home_gate g where g.case_reference = :reference and %s and g.id in (select max(l.id)
                    from home_gate l where l.case_reference = :reference group by l.offer_id, l.point)
                order by g.offer_id, g.id""".formatted(Sight.of("g.case_reference")))
                .param("reference", reference.value()).params(sight.parameters())
                .query((row, i) -> new GateCheck(row.getLong("offer_id"), Rows.code(row, "point", GatePoint.class),
                        Rows.code(row, "state", GateCheck.State.class), row.getString("looked_by"),
                        Rows.day(row, "looked_on"), Rows.number(row, "document_id"), Rows.day(row, "expires_on"),
                        row.getString("words"), row.getString("recorded_by"), Rows.instant(row, "recorded_at"))).list();
    }
}

package org.threshold.homelessness.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.Columns;
import org.threshold.homelessness.Consequence;
import org.threshold.homelessness.Consequence.Act;
import org.threshold.homelessness.Consequence.Cause;
import org.threshold.homelessness.Consequence.Court;
import org.threshold.homelessness.Consequence.Kind;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.Stage;
import org.threshold.homelessness.WhatFollows;

/** The SQL of {@code review_consequence}, {@code review_act} and what they leave standing. */
@Repository
public class ConsequenceStore {

    private final JdbcClient jdbc;

    ConsequenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when it was written down before */
    public boolean insert(CaseReference reference, long reviewId, Cause cause, Court court, String subject, Long dutyId,
                          WhatFollows follows, CaseStatus before, String by, Instant now) {
        return jdbc.sql("""
                insert into review_consequence (case_reference, review_id, cause, court_on, court_order, subject,
                    duty_id, goes_on, stage, plan_changes, home_needed, by_hand, status_before, recorded_by, recorded_at)
                values (:reference, :review, :cause, :on, :order, :subject, :duty, :goesOn, :stage, :plan, :home,
                    :hand, :before, :by, :at)
                on conflict (review_id, cause) do nothing""")
                .param("reference", reference.value()).param("review", reviewId).param("cause", cause.name())
                .param("on", court == null ? null : court.on()).param("order", court == null ? null : court.order())
                .param("subject", subject).param("duty", dutyId)
                .param("goesOn", follows.goesOn() == null ? null : follows.goesOn().name())
                .param("stage", follows.stage() == null ? null : follows.stage().name())
                .param("plan", follows.planChanges()).param("home", follows.homeNeeded())
                .param("hand", follows.byHand()).param("before", before.name()).param("by", by)
                .param("at", Columns.at(now)).update() == 1;
    }

    public Optional<Consequence> find(long id) {
        return jdbc.sql("select * from review_consequence where id = :id").param("id", id)
                .query((row, i) -> consequence(row)).optional();
    }

    public Optional<Consequence> find(long reviewId, Cause cause) {
        return jdbc.sql("select * from review_consequence where review_id = :review and cause = :cause")
                .param("review", reviewId).param("cause", cause.name()).query((row, i) -> consequence(row)).optional();
    }

    /** Latest first. */
    public List<Consequence> of(CaseReference reference) {
        return jdbc.sql("select * from review_consequence where case_reference = :reference order by id desc")
                .param("reference", reference.value()).query((row, i) -> consequence(row)).list();
    }

    /** @return false when the same was done before */
    public boolean insertAct(Consequence of, Kind kind, String subject, String words, String by, Instant now) {
        return jdbc.sql("""
                insert into review_act (consequence_id, case_reference, kind, subject, words, recorded_by, recorded_at)
                values (:of, :reference, :kind, :subject, :words, :by, :at) on conflict do nothing""")
                .param("of", of.id()).param("reference", of.caseReference().value()).param("kind", kind.name())
                .param("subject", subject).param("words", words).param("by", by).param("at", Columns.at(now))
                .update() == 1;
    }

    /** In the order in which they were done. */
    public List<Act> acts(long consequenceId) {
        return jdbc.sql("select * from review_act where consequence_id = :id order by id").param("id", consequenceId)
                .query((row, i) -> new Act(Columns.code(row, "kind", Kind.class), row.getString("subject"),
                        row.getString("words"), row.getString("recorded_by"), Columns.instant(row, "recorded_at")))
                .list();
    }

    /** The keys of what was set aside on the case and does not count again. */
    public Set<String> noLongerStands(CaseReference reference) {
        return jdbc.sql("select subject from no_longer_stands where case_reference = :reference")
                .param("reference", reference.value()).query(String.class).stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Consequence consequence(ResultSet row) throws SQLException {
        Court court = Columns.day(row, "court_on") == null ? null
                : new Court(Columns.day(row, "court_on"), row.getString("court_order"));
        WhatFollows follows = new WhatFollows(Columns.code(row, "stage", Stage.class),
                Columns.code(row, "goes_on", DutyKind.class), row.getBoolean("plan_changes"),
                row.getBoolean("home_needed"), row.getBoolean("by_hand"));
        return new Consequence(row.getLong("id"), new CaseReference(row.getString("case_reference")),
                row.getLong("review_id"), Columns.code(row, "cause", Cause.class), court, row.getString("subject"),
                row.getObject("duty_id", Long.class), follows, Columns.code(row, "status_before", CaseStatus.class),
                row.getString("recorded_by"), Columns.instant(row, "recorded_at"));
    }
}

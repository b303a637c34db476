package org.threshold.moveon.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.DutyKind;
import org.threshold.moveon.MoveOn;
import org.threshold.moveon.Route;
import org.threshold.moveon.RouteChoice;

/** The SQL of {@code move_on}, its routes and its reviews. */
@Repository
public class MoveOnStore {

    private final JdbcClient jdbc;

    MoveOnStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one that goes on, with the duty that it serves. */
    public Optional<MoveOn> running(CaseReference reference) {
        return jdbc.sql("select * from move_on_under_way where case_reference = :r").param("r", reference.value())
                .query((row, i) -> moveOn(row)).optional();
    }

    public Optional<MoveOn> latest(CaseReference reference) {
        return jdbc.sql("select * from move_on where case_reference = :r order by id desc limit 1")
                .param("r", reference.value()).query((row, i) -> moveOn(row)).optional();
    }

    private static MoveOn moveOn(ResultSet row) throws SQLException {
        return new MoveOn(row.getLong("id"), new CaseReference(row.getString("case_reference")),
                DutyKind.valueOf(row.getString("duty")), Rows.day(row, "started_on"), row.getString("owner"),
                Rows.code(row, "route", Route.class), Rows.day(row, "next_review_on"), Rows.day(row, "ended_on"),
                Rows.code(row, "ended_as", MoveOn.End.class), row.getObject("offer_id", Long.class));
    }

    /** @throws org.springframework.dao.DuplicateKeyException where one goes on already */
    public long insert(CaseReference reference, DutyKind duty, LocalDate on, String by) {
        return jdbc.sql("""
                insert into move_on (case_reference, duty, started_on, started_by) values (:r, :duty, :on, :by)
                returning id""").param("r", reference.value()).param("duty", duty.name()).param("on", on)
                .param("by", by).query(Long.class).single();
    }

    /** What is left over of a duty that is not owed any more. */
    public void endLeftOver(CaseReference reference, LocalDate on) {
        jdbc.sql("""
                update move_on set ended_on = :on, ended_as = 'DUTY_ENDED' where case_reference = :r and ended_on is null
                and not exists (select from move_on_under_way running where running.id = move_on.id)""")
                .param("r", reference.value()).param("on", on).update();
    }

    /** Cases with a way to a home to which no duty leads any more. */
    public List<CaseReference> leftOver() {
        return jdbc.sql("""
                select distinct case_reference from move_on where ended_on is null
                and not exists (select from move_on_under_way running where running.id = move_on.id)""")
                .query((row, i) -> new CaseReference(row.getString(1))).list();
    }

    public void lead(long id, String owner) {
        jdbc.sql("update move_on set owner = :owner where id = :id").param("id", id).param("owner", owner).update();
    }

    public void choose(long id, Route route, String why, LocalDate nextReview, String by, Instant now) {
        jdbc.sql("insert into move_on_route (move_on_id, route, why, chosen_by, chosen_at) values (:id, :route, :why, :by,"
                + " :at)").param("id", id).param("route", route.name()).param("why", why).param("by", by)
                .param("at", Rows.at(now)).update();
        jdbc.sql("update move_on set route = :route, next_review_on = :next, owner = :by where id = :id").param("id", id)
                .param("route", route.name()).param("next", nextReview).param("by", by).update();
    }

    /** Newest first. */
    public List<RouteChoice> routes(long id) {
        return jdbc.sql("select * from move_on_route where move_on_id = :id order by id desc").param("id", id)
                .query((row, i) -> new RouteChoice(Route.valueOf(row.getString("route")), row.getString("why"),
                        row.getString("chosen_by"), Rows.dayOf(row, "chosen_at"))).list();
    }

    /** @param next the day of the next review; null where the route is given up */
    public void review(long id, LocalDate on, String words, LocalDate next, String by, Instant now) {
        jdbc.sql("""
                insert into move_on_review (move_on_id, reviewed_on, words, goes_on, next_review_on, recorded_by,
                    recorded_at) values (:id, :on, :words, :goes, :next, :by, :at)""")
                .param("id", id).param("on", on).param("words", words).param("goes", next != null).param("next", next)
                .param("by", by).param("at", Rows.at(now)).update();
        jdbc.sql("update move_on set owner = :by, next_review_on = coalesce(cast(:next as date), next_review_on)"
                + " where id = :id").param("id", id).param("by", by).param("next", next).update();
    }

    /** @return whether it went on until now */
    public boolean end(long id, LocalDate on, MoveOn.End end, Long offerId) {
        return jdbc.sql("update move_on set ended_on = :on, ended_as = :end, offer_id = :offer where id = :id"
                + " and ended_on is null").param("id", id).param("on", on).param("end", end.name())
                .param("offer", offerId).update() == 1;
    }
}

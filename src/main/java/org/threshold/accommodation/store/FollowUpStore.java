package org.threshold.accommodation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.accommodation.BodiesTold;
import org.threshold.accommodation.BodiesTold.Told;
import org.threshold.accommodation.SignUp;
import org.threshold.accommodation.StayCheck;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;
import org.threshold.clock.ServiceClock;

/** The SQL of who was told about a placement besides the host council, and of how a household there is followed. */
@Repository
public class FollowUpStore {

    private static final String OF_CASE = " join placement on placement.id = each_row.placement_id"
            + " where placement.case_reference = :reference and " + Sight.of("placement.case_reference");

    private final JdbcClient jdbc;
    private final Sight sight;

    FollowUpStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    public void insert(BodiesTold made, Instant now) {
        long id = jdbc.sql("""
                insert into bodies_told (placement_id, consent, words, agreed_on, information_on, due_on, is_law, made_at,
                    made_by)
                values (:placement, :consent, :words, :agreed, :information, :due, :law, :at, :by) returning id""")
                .param("placement", made.placementId()).param("consent", made.consent().name())
                .param("words", made.words()).param("agreed", made.agreedOn())
                .param("information", made.informationOn()).param("due", made.dueOn()).param("law", made.law())
                .param("at", Columns.at(now)).param("by", made.by()).query(Long.class).single();
        List<Told> told = made.told();
        jdbc.sql("""
                insert into bodies_told_to (told_id, position, body, name, email, address, letter_id, by_email)
                select :id, position, body, name, email, address, letter, by_email
                from unnest(cast(:bodies as text[]), cast(:names as text[]), cast(:emails as text[]),
                    cast(:addresses as text[]), cast(:letters as bigint[]), cast(:byEmail as boolean[]))
                    with ordinality as row (body, name, email, address, letter, by_email, position)""")
                .param("id", id).param("bodies", told.stream().map(one -> one.body().name()).toArray(String[]::new))
                .param("names", told.stream().map(Told::name).toArray(String[]::new))
                .param("emails", told.stream().map(Told::email).toArray(String[]::new))
                .param("addresses", told.stream().map(Told::address).toArray(String[]::new))
                .param("letters", told.stream().map(Told::letterId).toArray(Long[]::new))
                .param("byEmail", told.stream().map(Told::byEmail).toArray(Boolean[]::new)).update();
    }

    /** Oldest first. */
    public List<BodiesTold> told(CaseReference reference) {
        Map<Long, List<Told>> to = new LinkedHashMap<>();
        jdbc.sql("select t.* from bodies_told_to t join bodies_told each_row on each_row.id = t.told_id" + OF_CASE
                        + " order by t.told_id, t.position").param("reference", reference.value())
                .params(sight.parameters()).query(row -> {
                    to.computeIfAbsent(row.getLong("told_id"), id -> new ArrayList<>()).add(new Told(
                            Columns.code(row, "body", SignUp.Body.class), row.getString("name"), row.getString("email"),
                            row.getString("address"), Columns.number(row, "letter_id"), row.getBoolean("by_email")));
                });
        return jdbc.sql("select each_row.* from bodies_told each_row" + OF_CASE + " order by each_row.id")
                .param("reference", reference.value()).params(sight.parameters())
                .query((row, i) -> told(row, to.getOrDefault(row.getLong("id"), List.of()))).list();
    }

    private static BodiesTold told(ResultSet row, List<Told> to) throws SQLException {
        return new BodiesTold(row.getLong("placement_id"), Columns.code(row, "consent", BodiesTold.Consent.class),
                row.getString("words"), Columns.day(row, "agreed_on"), Columns.day(row, "information_on"),
                Columns.day(row, "due_on"), row.getBoolean("is_law"), to,
                LocalDate.ofInstant(Columns.instant(row, "made_at"), ServiceClock.LONDON), row.getString("made_by"));
    }

    public void insert(StayCheck made, Instant now) {
        jdbc.sql("""
                insert into stay_check (placement_id, kind, on_day, reached, suitable, found, done, plan_back, next_on,
                    made_at, made_by)
                values (:placement, :kind, :on, :reached, :suitable, :found, :done, :plan, :next, :at, :by)""")
                .param("placement", made.placementId()).param("kind", made.kind().name()).param("on", made.on())
                .param("reached", made.reached()).param("suitable", made.suitable()).param("found", made.found())
                .param("done", made.done()).param("plan", made.planBack()).param("next", made.nextOn())
                .param("at", Columns.at(now)).param("by", made.by()).update();
    }

    /** Oldest first. */
    public List<StayCheck> checks(CaseReference reference) {
        return jdbc.sql("select each_row.* from stay_check each_row" + OF_CASE + " order by each_row.id")
                .param("reference", reference.value()).params(sight.parameters())
                .query((row, i) -> new StayCheck(row.getLong("placement_id"),
                        Columns.code(row, "kind", StayCheck.Kind.class), Columns.day(row, "on_day"),
                        row.getBoolean("reached"), Columns.yesNo(row, "suitable"), row.getString("found"),
                        row.getString("done"), row.getString("plan_back"), Columns.day(row, "next_on"),
                        row.getString("made_by"))).list();
    }
}

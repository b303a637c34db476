package org.threshold.scenario.store;

import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.accommodation.Unit;
import org.threshold.casefile.CaseReference;
import org.threshold.scenario.PlayedYear;
import org.threshold.scenario.Scenario;

/** Keeps how far a year was played, so that it goes on after an interruption. */
@Repository
@Profile("demonstration")
public class PlayedYearStore {

    private final JdbcClient jdbc;

    PlayedYearStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<PlayedYear> find() {
        return jdbc.sql("select scenario, seed, scale, first_day, last_day, next_day from played_year")
                .query((row, i) -> new PlayedYear(Scenario.of(row.getString("scenario")), row.getLong("seed"),
                        row.getInt("scale"), row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class), row.getObject("next_day", LocalDate.class)))
                .optional();
    }

    public void begin(PlayedYear year) {
        jdbc.sql("""
                insert into played_year (scenario, seed, scale, first_day, last_day, next_day)
                values (:scenario, :seed, :scale, :first, :last, :next)""")
                .param("scenario", year.scenario().key()).param("seed", year.seed()).param("scale", year.scale())
                .param("first", year.firstDay()).param("last", year.lastDay()).param("next", year.nextDay()).update();
    }

    public void goOnAt(LocalDate day) {
        jdbc.sql("update played_year set next_day = ?").param(day).update();
    }

    public void came(long household, String reference) {
        jdbc.sql("insert into played_case (household, case_reference) values (?, ?)").param(household)
                .param(reference).update();
    }

    public boolean hasCome(long household) {
        return jdbc.sql("select exists (select from played_case where household = ?)").param(household)
                .query(Boolean.class).single();
    }

    /** A household has left that placement. */
    public void left(long placementId, CaseReference reference) {
        jdbc.sql("insert into played_leaving (placement_id, case_reference) values (?, ?)").param(placementId)
                .param(reference.value()).update();
    }

    /** A household that has left a placement. */
    public record Leaver(CaseReference reference, long placementId) {
    }

    /** All of them, in the order of their placements. */
    public List<Leaver> leavers() {
        return jdbc.sql("select case_reference, placement_id from played_leaving order by placement_id")
                .query((row, i) -> new Leaver(new CaseReference(row.getString(1)), row.getLong(2))).list();
    }

    /**
     * Units of a kind in a district that nobody lives in and that are held for nobody, ready or not.
     *
     * @param names how their names begin
     */
    public long empty(String names, String district, Unit.Kind kind, LocalDate today) {
        return jdbc.sql("""
                select count(*) from unit where starts_with(name, :names) and district = :district and kind = :kind
                    and withdrawn_on is null and not exists (select from unit_stay stay where stay.unit_id = unit.id
                        and stay.released_at is null and stay.kind <> 'VOID' and stay.nights @> :today)""")
                .param("names", names).param("district", district).param("kind", kind.name())
                .param("today", today, Types.DATE).query(Long.class).single();
    }

    /** Those who have left, and whose duty is not over yet, in the order in which they did. */
    public List<CaseReference> stillOwed() {
        return jdbc.sql("""
                select case_reference from played_leaving where not duty_over group by 1 order by min(placement_id)""")
                .query((row, i) -> new CaseReference(row.getString(1))).list();
    }

    public void dutyOver(CaseReference reference) {
        jdbc.sql("update played_leaving set duty_over = true where case_reference = ?").param(reference.value()).update();
    }

    /** Household by case. */
    public Map<String, Long> households() {
        Map<String, Long> all = new HashMap<>();
        jdbc.sql("select household, case_reference from played_case").query(row -> {
            all.put(row.getString("case_reference"), row.getLong("household"));
        });
        return all;
    }
}

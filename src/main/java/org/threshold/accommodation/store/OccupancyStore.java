package org.threshold.accommodation.store;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.accommodation.StayKind;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.UnitFilter;
import org.threshold.accommodation.UnitNights;
import org.threshold.accommodation.UnitStay;
import org.threshold.casefile.Columns;

/** Reads units by what is asked of them, and who is in them. */
@Repository
public class OccupancyStore {

    /** As {@link org.threshold.accommodation.Facilities#bedAndBreakfast}, for lists that are read page by page. */
    static final String BED_AND_BREAKFAST = """
            (not self_contained and (cooking <> 'OWN' or toilet = 'SHARED' or washing = 'SHARED') and run_by = 'PRIVATE'
                and not private_dwelling)""";

    private static final String FOUND = UnitStore.UNITS + """
            where (:words = '' or position(lower(:words) in lower(name || ' ' || address || ' ' || postcode)) > 0)
                and (cast(:district as text) is null or district = :district)
                and (cast(:kind as text) is null or kind = :kind)
                and bedrooms >= :bedrooms
                and (not :stepFree or step_free)
                and (cast(:bnb as boolean) is null or %s = :bnb)
                and (withdrawn_on is null or withdrawn_on > :today) <> :withdrawn
                and (not :free or not exists (select from unit_stay stay where stay.unit_id = unit.id
                    and stay.released_at is null and stay.nights @> :from))
            order by name, unit.id limit :limit offset :offset""".formatted(BED_AND_BREAKFAST);

    private final JdbcClient jdbc;
    private final Sight sight;

    OccupancyStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    public List<Unit> find(UnitFilter filter, LocalDate from, LocalDate today, int offset, int limit) {
        return jdbc.sql(FOUND).param("night", today).param("words", filter.words())
                .param("district", filter.district(), Types.VARCHAR)
                .param("kind", filter.kind() == null ? null : filter.kind().name(), Types.VARCHAR)
                .param("bedrooms", filter.bedrooms() == null ? 0 : filter.bedrooms())
                .param("stepFree", filter.stepFree()).param("bnb", filter.bedAndBreakfast(), Types.BOOLEAN)
                .param("withdrawn", filter.withdrawn()).param("free", filter.free()).param("today", today)
                .param("from", from, Types.DATE).param("limit", limit).param("offset", offset)
                .query((row, i) -> UnitStore.unit(row)).list();
    }

    /** The case of those that whoever asks may know of. */
    public List<UnitNights> of(long unitId, int limit) {
        return jdbc.sql("""
                select stay.id, stay.unit_id, stay.placement_id, stay.kind, lower(stay.nights) as from_night,
                    upper(stay.nights) as until_night, stay.reason, placement.case_reference
                from unit_stay stay
                left join placement on placement.id = stay.placement_id and %s
                where stay.unit_id = :unit and stay.released_at is null
                order by lower(stay.nights) desc limit :limit""".formatted(Sight.of("placement.case_reference")))
                .param("unit", unitId).param("limit", limit).params(sight.parameters())
                .query((row, i) -> new UnitNights(new UnitStay(row.getLong("id"), row.getLong("unit_id"),
                        Columns.number(row, "placement_id"), Columns.code(row, "kind", StayKind.class),
                        Columns.day(row, "from_night"), Columns.day(row, "until_night"), row.getString("reason")),
                        row.getString("case_reference"))).list();
    }
}

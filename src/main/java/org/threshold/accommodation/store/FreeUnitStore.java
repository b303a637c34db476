package org.threshold.accommodation.store;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.accommodation.Unit;

/** Which units nobody has from a night on. */
@Repository
public class FreeUnitStore {

    /** No placement has this id; a void has none at all, and is always among the others. */
    private static final long NOBODY = -1;

    private final JdbcClient jdbc;

    FreeUnitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param besides a placement whose own unit counts as free; null for none */
    public List<Unit> from(LocalDate night, Long besides) {
        return jdbc.sql(UnitStore.UNITS + """
                where (unit.withdrawn_on is null or unit.withdrawn_on > :night)
                    and not exists (select from unit_stay stay where stay.unit_id = unit.id
                        and stay.released_at is null and stay.nights && daterange(:night, null)
                        and stay.placement_id is distinct from :besides)
                order by unit.name, unit.id""")
                .param("night", night).param("besides", besides == null ? NOBODY : besides)
                .query((row, i) -> UnitStore.unit(row)).list();
    }
}

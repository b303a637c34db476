package org.threshold.charge;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.access.CurrentOfficer;
import org.threshold.accommodation.Facilities;
import org.threshold.accommodation.Rate;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.UnitDetails;
import org.threshold.accommodation.UnitRegister;
import org.threshold.casefile.CaseReference;

/** Households in rooms of a hotel at £50 a night and £5 for breakfast, straight in the tables. */
public final class ChargeFixture {

    private final JdbcClient jdbc;
    private final UnitRegister units;
    private final CurrentOfficer officer;

    public ChargeFixture(JdbcClient jdbc, UnitRegister units, CurrentOfficer officer) {
        this.jdbc = jdbc;
        this.units = units;
        this.officer = officer;
    }

    /** @return the placement, lived in from this night on */
    public long placement(CaseReference reference, LocalDate first) {
        return jdbc.sql("""
                insert into placement (case_reference, function, status, unit_id, starts_on, requested_at, requested_by)
                values (?, 'INTERIM', 'IN_OCCUPATION', ?, ?, now(), 'officer') returning id""")
                .param(reference.value()).param(unit()).param(first).query(Long.class).single();
    }

    public long unit() {
        String name = "Room " + UUID.randomUUID();
        long provider = jdbc.sql("insert into provider (name) values (?) returning id").param(name).query(Long.class)
                .single();
        return officer.asService(() -> units.add(new UnitDetails(name, "1 Test Way", "AB1 1ZZ", "E06000001", provider,
                Unit.Kind.NIGHTLY_PAID, 1, 3, false, null, null), new Facilities(Facilities.RunBy.PRIVATE, false, false,
                Facilities.Share.NONE, Facilities.Share.SHARED, Facilities.Share.SHARED),
                new Rate(Rate.Per.NIGHT, 5_000, 500)));
    }
}

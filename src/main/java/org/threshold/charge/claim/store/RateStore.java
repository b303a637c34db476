package org.threshold.charge.claim.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.charge.claim.BenefitRates;

/** The SQL of {@code benefit_rate} and {@code benefit_deduction}. */
@Repository
public class RateStore {

    private final JdbcClient jdbc;

    RateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the day, or else the last before it. */
    public Optional<BenefitRates> on(LocalDate day) {
        return jdbc.sql("select * from benefit_rate where from_day <= :day order by from_day desc limit 1")
                .param("day", day).query((row, i) -> rates(row, bands(row.getObject("from_day", LocalDate.class))))
                .optional();
    }

    private List<BenefitRates.Band> bands(LocalDate from) {
        return jdbc.sql("select * from benefit_deduction where from_day = :from order by earns_from")
                .param("from", from).query((row, i) -> new BenefitRates.Band(row.getInt("earns_from"),
                        row.getInt("deduction"))).list();
    }

    private static BenefitRates rates(ResultSet row, List<BenefitRates.Band> bands) throws SQLException {
        return new BenefitRates(row.getObject("from_day", LocalDate.class), row.getInt("single_under_25"),
                row.getInt("single"), row.getInt("couple"), row.getInt("child"), row.getInt("single_pension_age"),
                row.getInt("couple_pension_age"), row.getInt("taper_percent"), bands);
    }
}

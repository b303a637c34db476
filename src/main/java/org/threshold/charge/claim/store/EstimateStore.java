package org.threshold.charge.claim.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.accommodation.BenefitEstimates.Estimate;
import org.threshold.accommodation.BenefitEstimates.Means;
import org.threshold.accommodation.BenefitEstimates.Standing;
import org.threshold.casefile.CaseReference;

/** The SQL of {@code benefit_estimate}. */
@Repository
public class EstimateStore {

    private final JdbcClient jdbc;
    private final Sight sight;

    EstimateStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    public void insert(CaseReference reference, long placementId, Means means, Estimate estimate, String by,
                       Instant now) {
        jdbc.sql("""
                insert into benefit_estimate (placement_id, case_reference, means, weekly_income, eligible, ineligible,
                    non_dependants, income_part, benefit, own_share, rates_from, made_at, made_by)
                values (:placement, :case, :means, :income, :eligible, :ineligible, :adults, :part, :benefit, :own,
                    :rates, :at, :by)""")
                .param("placement", placementId).param("case", reference.value())
                .param("means", means.standing().name()).param("income", means.weeklyIncome())
                .param("eligible", estimate.eligible()).param("ineligible", estimate.ineligible())
                .param("adults", estimate.nonDependants()).param("part", estimate.incomePart())
                .param("benefit", estimate.benefit()).param("own", estimate.ownShare())
                .param("rates", estimate.ratesFrom()).param("at", Timestamp.from(now)).param("by", by).update();
    }

    /** An estimate as it was kept, without its sentences, and what it rests on. */
    public record Kept(Standing standing, Estimate estimate) {
    }

    public Optional<Kept> latest(CaseReference reference, long placementId) {
        return jdbc.sql("""
                select * from benefit_estimate where placement_id = :placement and case_reference = :case and %s
                order by id desc limit 1""".formatted(Sight.of("benefit_estimate.case_reference")))
                .param("placement", placementId).param("case", reference.value()).params(sight.parameters())
                .query((row, i) -> new Kept(Standing.valueOf(row.getString("means")), new Estimate(row.getInt("eligible"),
                        row.getInt("ineligible"), row.getInt("non_dependants"), row.getInt("income_part"),
                        row.getInt("benefit"), row.getInt("own_share"), row.getObject("rates_from", LocalDate.class),
                        List.of()))).optional();
    }
}

package org.threshold.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.IntegrationTest;

/** What is planned has the published counts, and what the service counts afterwards is what was planned. */
class OpeningStockTest extends IntegrationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final int SCALE = 80;
    private static final long SEED = 90_210;

    @Autowired
    private OpeningStock stock;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void thePeerReviewHas1069Households262NightlyAnd122InBedAndBreakfast() {
        StockPlan plan = StockPlan.of(Tables.of(Scenario.PEER_REVIEW_2023), 7, 1, DAY);
        Map<Lodging, Integer> planned = new EnumMap<>(Lodging.class);
        plan.stayers().forEach(each -> planned.merge(each.lodging(), 1, Integer::sum));
        assertThat(plan.stayers()).hasSize(1_069);
        assertThat(planned).containsEntry(Lodging.NIGHTLY, 262).containsEntry(Lodging.BED_AND_BREAKFAST, 122)
                .isEqualTo(plan.counts());
        assertThat(plan.stayers().stream().filter(each -> each.host() != null)).hasSize(120);
        List<Stayer> families = plan.stayers().stream().filter(each -> each.lodging() == Lodging.BED_AND_BREAKFAST
                && each.household().withChildren()).toList();
        assertThat(families).hasSize(85);
        assertThat(families.stream().filter(each -> each.nights() > 42).count()).isBetween(55L, 78L);
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void aSmallerCouncilHasTheSameShape(Scenario scenario) {
        StockPlan plan = StockPlan.of(Tables.of(scenario), 7, 20, DAY);
        Draw whole = Tables.of(scenario).draw("stock");
        plan.counts().forEach((lodging, count) -> assertThat(count.doubleValue())
                .isBetween(whole.weight(lodging.name()) / 20 - 1, whole.weight(lodging.name()) / 20 + 1));
        assertThat(plan.stayers()).hasSameSizeAs(StockPlan.of(Tables.of(scenario), 8, 20, DAY).stayers());
        assertThat(plan).isEqualTo(StockPlan.of(Tables.of(scenario), 7, 20, DAY));
    }

    @Test
    void theServiceCountsWhatWasMeant() {
        Reconciliation result = stock.load(Scenario.PEER_REVIEW_2023, SEED, SCALE);
        assertThat(result.refused()).as(remarks()).isZero();
        assertThat(result.holds()).as(result.toString()).isTrue();
        assertThat(result.households()).isEqualTo(13);
        assertThat(result.countedOutside()).isPositive();
    }

    private String remarks() {
        return String.join("\n", jdbc.sql("select * from caseload_remark where refused order by 1 desc limit 10")
                .query().listOfRows().stream().map(Object::toString).toList());
    }
}

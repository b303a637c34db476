package org.threshold.scenario;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.accommodation.Occupancy;
import org.threshold.accommodation.StayKind;
import org.threshold.accommodation.UnitFilter;
import org.threshold.accommodation.UnitWeek;
import org.threshold.caseload.CaseloadImport;
import org.threshold.caseload.Caseloads;
import org.threshold.caseload.DateOrder;
import org.threshold.caseload.Sheet;
import org.threshold.demonstration.Desk;

/**
 * Brings the households that live in temporary accommodation on the first day into the service, the way in which a
 * council brings its own over; then counts them where officers see them.
 */
@Component
@Profile("demonstration")
public class OpeningStock {

    private static final String ADMINISTRATOR = "admin";

    private final Caseloads caseloads;
    private final Occupancy occupancy;
    private final Staff staff;
    private final Desk desk;
    private final CurrentOfficer current;
    private final Clock clock;

    OpeningStock(Caseloads caseloads, Occupancy occupancy, Staff staff, Desk desk, CurrentOfficer current,
                 Clock clock) {
        this.caseloads = caseloads;
        this.occupancy = occupancy;
        this.staff = staff;
        this.desk = desk;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Brings over those who are not there yet, so that it can be asked again after an interruption.
     *
     * @param scale one household stands for so many; 1 brings all of them
     * @throws IllegalStateException when the caseload cannot be read, the run is broken off, or not everybody is there
     *                               in the end
     */
    public Reconciliation load(Scenario scenario, long seed, int scale) {
        Tables tables = Tables.of(scenario);
        LocalDate today = LocalDate.now(clock);
        StockPlan plan = StockPlan.of(tables, seed, scale, today);
        Map<String, List<String>> officers = staff.enoughFor(plan.stayers().size());
        CaseloadImport.Report report = desk.as(ADMINISTRATOR, () -> bringOver(
                new StockFiles(tables, seed, today, officers).write(plan.stayers())));
        int refused = report.totals().stream().mapToInt(total -> total.read() - total.imported() - total.already())
                .sum();
        Reconciliation result = current.asService(() ->
                reconcile(plan, StockFiles.unitNames(scenario, seed), today, refused));
        if (!result.holds()) {
            throw new IllegalStateException("The opening stock is not what was meant; the same command goes on with it: "
                    + result);
        }
        return result;
    }

    private CaseloadImport.Report bringOver(Map<Sheet, byte[]> files) {
        long id = caseloads.check(DateOrder.ISO, files);
        try {
            caseloads.bringOver(id).get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The opening stock was broken off; the caseload page goes on with it",
                    stopped);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("The opening stock could not be brought over", broken.getCause());
        }
        return caseloads.report(id);
    }

    private Reconciliation reconcile(StockPlan plan, String units, LocalDate today, int refused) {
        Map<String, Integer> meant = new TreeMap<>();
        plan.counts().forEach((lodging, count) -> {
            if (count > 0) {
                meant.put(lodging.returnType(), count);
            }
        });
        Map<String, Integer> counted = new TreeMap<>();
        int outside = 0;
        int offset = 0;
        List<UnitWeek> page;
        do {
            page = occupancy.week(new UnitFilter(units, null, null, null, false, false, null, false), today, offset);
            List<UnitWeek> livedIn = page.stream().limit(Occupancy.PAGE)
                    .filter(each -> each.nights().get(0).kind() == StayKind.STAY).toList();
            livedIn.forEach(each -> counted.merge(each.unit().returnType(), 1, Integer::sum));
            outside += (int) livedIn.stream().filter(UnitWeek::outside).count();
            offset += Occupancy.PAGE;
        } while (page.size() > Occupancy.PAGE);
        int meantOutside = plan.outside().values().stream().mapToInt(Integer::intValue).sum();
        return new Reconciliation(meant, counted, meantOutside, outside, refused);
    }
}

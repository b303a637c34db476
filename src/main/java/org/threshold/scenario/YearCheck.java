package org.threshold.scenario;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.threshold.board.NowBoard;
import org.threshold.board.TileMeasure;
import org.threshold.demonstration.Desk;

/** Holds what is published of a scenario, divided by the scale, against what the board says after it was played. */
@Component
@Profile("demonstration")
class YearCheck {

    private static final String ROW = "%-40s %9s %11s %7s %10s";

    private final NowBoard board;
    private final Desk desk;
    private final Clock clock;

    YearCheck(NowBoard board, Desk desk, Clock clock) {
        this.board = board;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * A figure.
     *
     * @param published of the whole council; null where nothing is
     * @param expected  of what was played: divided by the scale and not rounded, of placements outside the borough those
     *                  that were planned; null where nothing is published
     * @param measured  what the board says, which is in whole numbers
     */
    record Line(TileMeasure measure, Integer published, Double expected, long measured) {

        /** Whole households cannot come nearer to it than this. */
        boolean holds() {
            return expected == null || Math.abs(measured - expected) < 1;
        }
    }

    /** As of today by the service's clock. */
    List<Line> of(PlayedYear year) {
        Tables tables = Tables.of(year.scenario());
        LocalDate today = LocalDate.now(clock);
        Draw stock = tables.draw("stock");
        double brought = year.scale() > YearPlan.LARGEST_SCALE_WITH_STOCK ? 0 : 1.0 / year.scale();
        List<Line> lines = new ArrayList<>();
        lines.add(line(TileMeasure.APPROACHES, Arrivals.A_MONTH,
                shareOfMonth(year, YearMonth.from(today).minusMonths(1)) / year.scale()));
        lines.add(line(TileMeasure.IN_TA, whole(stock), brought));
        lines.add(line(TileMeasure.NIGHTLY, (int) stock.weight(Lodging.NIGHTLY.name()), brought));
        lines.add(line(TileMeasure.BED_AND_BREAKFAST, (int) stock.weight(Lodging.BED_AND_BREAKFAST.name()), brought));
        lines.add(outside(year, tables, today));
        lines.add(line(TileMeasure.OUTSIDE, null, 0));
        lines.add(line(TileMeasure.NOTICES, null, 0));
        return lines;
    }

    private Line line(TileMeasure measure, Integer published, double part) {
        Long value = desk.as(Supervisor.NAME, () -> board.tile(measure)).value();
        return new Line(measure, published, published == null ? null : (Double) (published * part),
                value == null ? 0 : value);
    }

    /** Those of the plan who were placed in these twelve months, and who was brought over and came in them. */
    private Line outside(PlayedYear year, Tables tables, LocalDate today) {
        LocalDate after = today.minusYears(1);
        Line made = line(TileMeasure.PLACED_OUTSIDE, whole(tables.draw("placed-outside")), 0);
        long planned = YearPlan.of(tables, year).moves().stream().filter(each -> each.host() != null)
                .map(each -> Arrivals.dayOf(each.number())).filter(day -> day.isAfter(after) && !day.isAfter(today))
                .count();
        return new Line(made.measure(), made.published(), (double) planned + broughtOutside(year, tables, after),
                made.measured());
    }

    private static long broughtOutside(PlayedYear year, Tables tables, LocalDate after) {
        if (year.scale() > YearPlan.LARGEST_SCALE_WITH_STOCK) {
            return 0;
        }
        LocalDate on = year.firstDay().minusDays(1);
        return StockPlan.of(tables, year.seed(), year.scale(), on).stayers().stream()
                .filter(each -> each.host() != null && on.minusDays(each.nights()).isAfter(after)).count();
    }

    private static int whole(Draw table) {
        return (int) Math.round(table.values().stream().mapToDouble(table::weight).sum());
    }

    private static double shareOfMonth(PlayedYear year, YearMonth month) {
        LocalDate from = month.atDay(1).isBefore(year.firstDay()) ? year.firstDay() : month.atDay(1);
        LocalDate to = month.atEndOfMonth().isAfter(year.lastDay()) ? year.lastDay() : month.atEndOfMonth();
        return Math.max(0, ChronoUnit.DAYS.between(from, to) + 1) / (double) month.lengthOfMonth();
    }

    /** As a table for the log, line by line. */
    List<String> table(PlayedYear year) {
        List<String> lines = new ArrayList<>(List.of("What is published, expected at one in %d, and what the board says on %s:"
                .formatted(year.scale(), LocalDate.now(clock)),
                ROW.formatted("", "published", "expected", "board", "difference")));
        of(year).forEach(line -> lines.add(row(line)));
        return lines;
    }

    private static String row(Line line) {
        return line.published() == null ? ROW.formatted(line.measure().title(), "-", "-", line.measured(), "-")
                : ROW.formatted(line.measure().title(), "%,d".formatted(line.published()),
                        "%.2f".formatted(line.expected()), line.measured(),
                        "%+.2f".formatted(line.measured() - line.expected()));
    }
}

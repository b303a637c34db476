package org.threshold.board.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.threshold.board.WhereChoices;
import org.threshold.board.WhereFigures;
import org.threshold.board.WhereFilter;

/** One question to the rows in memory: what a filter lets through of a period, but for hidden cases. */
final class StepCount {

    private static final int ANY = -2;

    private final StepColumns columns;
    /** By the number of the case. */
    private final BitSet hidden = new BitSet();
    private final long from;
    private final long now;
    private final int team;
    private final int office;
    private final int lane;
    private final int household;
    private final int placement;

    private final StepTally[] tallies;
    private final boolean[] offices;
    private final boolean[] lanes;
    private final boolean[] households;
    private final boolean[] placements;

    StepCount(StepColumns columns, WhereFilter filter, Instant from, Instant now, List<String> hidden) {
        this.columns = columns;
        this.from = micros(from);
        this.now = micros(now);
        this.team = chosen(columns.teams, filter.team());
        this.office = chosen(columns.offices, filter.office());
        this.lane = chosen(columns.lanes, filter.lane());
        this.household = chosen(columns.households, filter.household());
        this.placement = chosen(columns.placements, filter.placement());
        hidden.stream().mapToInt(columns.cases::find).filter(code -> code >= 0).forEach(this.hidden::set);
        this.tallies = new StepTally[columns.elements.size()];
        this.offices = new boolean[columns.offices.size()];
        this.lanes = new boolean[columns.lanes.size()];
        this.households = new boolean[columns.households.size()];
        this.placements = new boolean[columns.placements.size()];
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static int chosen(StepCodes codes, String text) {
        return text.isEmpty() ? ANY : codes.find(text);
    }

    /** Counts every element. */
    StepCount everything() {
        for (StepBlock block : columns.blocks()) {
            if (!block.isBefore(from)) {
                count(block);
            }
        }
        return this;
    }

    private void count(StepBlock block) {
        for (int row = 0; row < block.rows(); row++) {
            boolean isIn = block.isIn(row, from, now);
            boolean isDue = block.isDueIn(row, from, now);
            if ((isIn || isDue) && !hidden.get(block.inCase[row])) {
                if (isIn) {
                    choose(block, row);
                }
                if (lets(block, row)) {
                    tally(block, row, isIn, isDue);
                }
            }
        }
    }

    private void tally(StepBlock block, int row, boolean isIn, boolean isDue) {
        StepTally tally = tallies[block.element[row]];
        if (tally == null) {
            tally = new StepTally(from, now);
            tallies[block.element[row]] = tally;
        }
        if (isIn) {
            tally.add(block, row);
        }
        if (isDue) {
            tally.addDue(block.isMissed(row));
        }
    }

    private void choose(StepBlock block, int row) {
        offices[block.office[row]] = true;
        lanes[block.lane[row]] = true;
        households[block.household[row]] = true;
        placements[block.placement[row]] = true;
    }

    private boolean lets(StepBlock block, int row) {
        return (team == ANY || team == block.team[row]) && (office == ANY || office == block.office[row])
                && (lane == ANY || lane == block.lane[row]) && (household == ANY || household == block.household[row])
                && (placement == ANY || placement == block.placement[row]);
    }

    /** In the order of process and element. */
    List<WhereFigures> figures() {
        return IntStream.range(0, tallies.length).filter(code -> tallies[code] != null)
                .mapToObj(this::figures).filter(Objects::nonNull)
                .sorted(Comparator.comparing(WhereFigures::processKey).thenComparing(WhereFigures::elementId)).toList();
    }

    private WhereFigures figures(int code) {
        String[] names = columns.elements.text(code).split(StepColumns.SEPARATOR, 2);
        return tallies[code].figures(names[0], names[1]);
    }

    /** What the steps of the period have, whatever is chosen. */
    WhereChoices choices() {
        return new WhereChoices(texts(columns.offices, offices), texts(columns.lanes, lanes),
                texts(columns.households, households), texts(columns.placements, placements));
    }

    private static List<String> texts(StepCodes codes, boolean[] found) {
        return IntStream.range(0, found.length).filter(code -> found[code]).mapToObj(codes::text)
                .filter(Objects::nonNull).sorted().toList();
    }

    /** How many steps of one element were completed in the period, by their time divided by the width. */
    Map<Integer, Long> completed(String processKey, String elementId, double width, int last) {
        Map<Integer, Long> counts = new TreeMap<>();
        int element = columns.elements.find(processKey + StepColumns.SEPARATOR + elementId);
        for (StepBlock block : columns.blocks()) {
            for (int row = 0; !block.isBefore(from) && row < block.rows(); row++) {
                if (block.element[row] == element && block.state[row] == StepBlock.COMPLETED
                        && block.isIn(row, from, now) && lets(block, row) && !hidden.get(block.inCase[row])) {
                    counts.merge((int) Math.min(Math.floor(block.took(row) / width), last), 1L, Long::sum);
                }
            }
        }
        return counts;
    }
}

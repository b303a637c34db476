package org.threshold.board.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import org.threshold.board.FlowAnswer;
import org.threshold.board.FlowEnds;
import org.threshold.board.FlowEnds.Way;
import org.threshold.chart.StackedSteps;
import org.threshold.statistics.AalenJohansen;

/** How what began in the period ended, the ways beside each other, with those that go on. */
enum FlowEndsSection {
    STAYS("stay-ends", "How stays in temporary accommodation end", "stay", "stays", "Still there",
            "Nights since the first night", "% of stays", new int[]{42, 91, 182, 365, 730}, 182,
            "A move between placements ends no stay. A settled home may also be supported housing or a home with"
                    + " family, where its keys are recorded. “The duty ended in another way” has a refused offer, a loss"
                    + " of contact by which the duty ended, and a home that was not recorded. “Another end” has deaths, other reasons, and moves"
                    + " after which no placement was recorded."),
    PREVENTION("prevention-ends", "How the prevention duty ends", "prevention duty", "prevention duties",
            "Still owed",
            "Days since the duty began", "% of duties", new int[]{28, 56, 84, 182}, 84, ""),
    RELIEF("relief-ends", "How the relief duty ends", "relief duty", "relief duties", "Still owed",
            "Days since the duty began", "% of duties", new int[]{28, 56, 84, 182}, 84,
            "Where 56 days have passed, a decision on the main duty follows.");

    private final String key;
    private final String heading;
    private final String one;
    private final String many;
    private final String left;
    private final String days;
    private final String percent;
    private final int[] marks;
    private final int main;
    private final String note;

    /**
     * @param left  what those are that have not ended
     * @param marks days after which the table gives the shares
     * @param main  the day of which the sentence tells; an earlier one where it is not known yet
     */
    FlowEndsSection(String key, String heading, String one, String many, String left, String days, String percent,
                    int[] marks, int main, String note) {
        this.key = key;
        this.heading = heading;
        this.one = one;
        this.many = many;
        this.left = left;
        this.days = days;
        this.percent = percent;
        this.marks = marks;
        this.main = main;
        this.note = note;
    }

    static List<FlowSection> all(FlowAnswer answer) {
        return List.of(STAYS.of(answer, answer.stayEnds()), PREVENTION.of(answer, answer.preventionEnds()),
                RELIEF.of(answer, answer.reliefEnds()));
    }

    private FlowSection of(FlowAnswer answer, FlowEnds ends) {
        List<String> summary = summary(answer, ends);
        boolean drawn = ends.until() >= 1 && ends.ways().stream().anyMatch(way -> way.n() > 0);
        String svg = drawn ? svg(ends, String.join(" ", summary)) : "";
        return new FlowSection(key, heading, summary, svg, table(ends), file(ends), footnotes(ends));
    }

    private List<String> summary(FlowAnswer answer, FlowEnds ends) {
        int n = ends.incidence().n();
        if (n == 0) {
            return List.of("There is no " + one + " to count that began in this period.");
        }
        String began = "Of " + FlowWords.number(n) + " " + (n == 1 ? one : many) + " that began since "
                + FlowWords.day(answer.from()) + ", " + FlowWords.number(ends.open())
                + (ends.open() == 1 ? " goes on." : " go on.");
        if (isFew(ends)) {
            return List.of(began, "These are too few to say how they end: at least " + FlowEnds.ENOUGH
                    + " are needed.");
        }
        if (ends.until() < 1) {
            return List.of(began, ends.open() == 0 && ends.last() < 1 ? "All ended on the day on which they began."
                    : "It is too early to say how they end: fewer than " + FlowEnds.ENOUGH
                            + " have been watched for a day.");
        }
        return List.of(began, shares(ends, ends.knows(main) ? main : (int) ends.until()));
    }

    private String shares(FlowEnds ends, int day) {
        List<String> parts = new ArrayList<>(ends.ways().stream().filter(way -> ends.share(way, day) > 0)
                .sorted(Comparator.comparingDouble((Way way) -> ends.share(way, day)).reversed())
                .map(way -> part(ends.share(way, day), way.words())).toList());
        parts.add(part(ends.incidence().openAt(day), left));
        return "After " + day + (day == 1 ? " day: " : " days: ") + String.join("; ", parts) + ".";
    }

    private static String part(double share, String words) {
        return WhereWords.percent(share) + " " + words.substring(0, 1).toLowerCase(Locale.UK) + words.substring(1);
    }

    private String svg(FlowEnds ends, String message) {
        double[] times = known(ends).stream().mapToDouble(AalenJohansen.Step::time).toArray();
        return new StackedSteps(heading, message, times, ends.ways().stream().filter(way -> way.n() > 0)
                .map(way -> new StackedSteps.Band(way.words() + " (" + way.n() + ")",
                        Arrays.stream(times).map(time -> ends.share(way, time) * 100).toArray())).toList(),
                // What is known of a day holds until the next one.
                ends.until() + 1, left + " (" + ends.open() + ")", days, percent).svg();
    }

    private FlowTable table(FlowEnds ends) {
        List<String> headings = new ArrayList<>(List.of("Way of ending", "Ended so (n)"));
        Arrays.stream(marks).forEach(mark -> headings.add("After " + mark + " days, %"));
        List<List<Object>> rows = new ArrayList<>();
        if (!isFew(ends)) {
            ends.ways().forEach(way -> rows.add(row(ends, way.words(), way.n(), mark -> ends.share(way, mark))));
        }
        if (ends.incidence().n() > 0) {
            rows.add(row(ends, left, ends.open(), mark -> ends.incidence().openAt(mark)));
        }
        return new FlowTable(heading, headings, rows);
    }

    private List<Object> row(FlowEnds ends, String words, long n, IntToDoubleFunction share) {
        List<Object> row = new ArrayList<>(List.of(words, n));
        Arrays.stream(marks).forEach(mark -> row.add(ends.knows(mark) ? (Object) (share.applyAsDouble(mark) * 100)
                : "not known yet"));
        return row;
    }

    /** The way in which one of so few ended is that of a household, not of a service. */
    private static boolean isFew(FlowEnds ends) {
        return ends.incidence().n() < FlowEnds.ENOUGH;
    }

    /** As far as the picture: beyond that it would be the ends of single households. */
    private static List<AalenJohansen.Step> known(FlowEnds ends) {
        return ends.incidence().steps().stream().filter(step -> step.time() <= ends.until()).toList();
    }

    private FlowTable file(FlowEnds ends) {
        List<String> headings = new ArrayList<>(List.of("Days", "Watched until then", left + ", share"));
        ends.ways().forEach(way -> headings.add(way.words() + ", share"));
        return new FlowTable("", headings, known(ends).stream().map(step -> {
            List<Object> row = new ArrayList<>(List.of(step.time(), step.atRisk(), step.open()));
            ends.ways().forEach(way -> row.add(ends.share(way, step.time())));
            return row;
        }).toList());
    }

    private List<String> footnotes(FlowEnds ends) {
        List<String> notes = new ArrayList<>();
        notes.add("Who has ended in one way cannot end in another; those that go on count for what they have lasted"
                + " (Aalen and Johansen). The picture goes as far as at least " + FlowEnds.ENOUGH
                + " have been watched." + (note.isEmpty() ? "" : " " + note));
        notes.add(FlowWords.broughtOver(many.substring(0, 1).toUpperCase(Locale.UK) + many.substring(1)));
        notes.add("The team and the period choose them; the process does not.");
        return notes;
    }
}

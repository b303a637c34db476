package org.threshold.board.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.threshold.board.WhereAnswer;
import org.threshold.board.WhereAttribute;
import org.threshold.board.WhereGoesWith;
import org.threshold.board.WhereGoesWith.Ranking;
import org.threshold.statistics.CliffsDelta;
import org.threshold.statistics.GoesWith;
import org.threshold.statistics.GoesWith.Finding;

/** What long times at a step go with, in words, for its page and as a file. */
final class WhereGoesWithView {

    private static final int MOST = 10;
    private static final double CHANCE = 0.05;
    private static final double DAY = 86_400;

    private static final Map<String, String> WORDS = Map.of("ONCE", "once", "MORE", "more than once",
            "EARLY", "before 9 in the morning", "MORNING", "from 9 to 12 in the morning",
            "AFTERNOON", "from 12 to 5 in the afternoon", "EVENING", "after 5 in the afternoon");

    private final Ranking ranking;
    private final Map<String, String> teams;
    private final List<Finding> longer;

    /** @param teams their names by their keys */
    WhereGoesWithView(Ranking ranking, Map<String, String> teams) {
        this.ranking = ranking;
        this.teams = teams;
        this.longer = ranking.findings().stream().filter(each -> each.contribution() > 0 && each.delta() > 0
                && each.p() < CHANCE).limit(MOST).toList();
    }

    /** @param width of its bar, from 0 to 100 */
    public record Row(String words, long n, String median, String others, String more, double width, String effect) {
    }

    /** Largest sum of days first; only what differs by more than chance. */
    public List<Row> rows() {
        double most = longer.stream().mapToDouble(Finding::contribution).max().orElse(1);
        return longer.stream().map(each -> new Row(words(each), each.n(), WhereWords.time(each.median()),
                WhereWords.time(each.othersMedian()), WhereWords.time(each.contribution()),
                each.contribution() / most * 100, effect(each) + ", " + FlowWords.p(each.p()))).toList();
    }

    /** Whether there were too few to compare anything. */
    public boolean none() {
        return ranking.findings().isEmpty();
    }

    /** What the page adds where not all could be compared; empty otherwise. */
    public String bound() {
        return ranking.n() < WhereGoesWith.MOST ? "" : String.format(Locale.UK,
                "Only the newest %,d that were completed are compared.", WhereGoesWith.MOST);
    }

    public String summary() {
        if (none()) {
            return "Too few to compare: " + GoesWith.SMALLEST + " completed steps with something and "
                    + GoesWith.SMALLEST + " without it are needed.";
        }
        if (longer.isEmpty()) {
            return "Nothing that was compared goes with longer times by more than chance.";
        }
        Finding first = longer.get(0);
        return words(first) + ": " + first.n() + " of the " + ranking.n() + " completed. Half of these took "
                + WhereWords.time(first.median()) + " or more, half of the others "
                + WhereWords.time(first.othersMedian()) + " or more. Had they taken what all take on average, "
                + WhereWords.time(first.contribution()) + " would not have passed.";
    }

    /** All that was compared, what goes with shorter times too. */
    FlowTable file(WhereAnswer answer) {
        List<List<Object>> rows = new ArrayList<>();
        ranking.findings().forEach(each -> rows.add(FlowTable.row(WhereAttribute.valueOf(each.attribute()).words(),
                value(each), each.n(), each.others(), each.median() / DAY, each.othersMedian() / DAY,
                Double.isInfinite(each.ratio()) ? Double.NaN : each.ratio(), each.contribution() / DAY,
                threeDigits(each.p()), each.delta(), effect(each), answer.from().toString(),
                answer.asOf().toString())));
        return new FlowTable("", List.of("attribute", "value", "n", "others_n", "median_days", "median_days_of_others",
                "ratio", "days_more_than_average", "p_adjusted", "cliffs_delta", "effect", "from_utc", "as_of_utc"),
                rows);
    }

    private String words(Finding finding) {
        WhereAttribute attribute = WhereAttribute.valueOf(finding.attribute());
        String value = value(finding);
        return switch (attribute) {
            case HANDED_OVER, WEEKDAY, HOUR -> attribute.words() + " " + value;
            default -> value.equals("yes") ? attribute.words() : attribute.words() + ": " + value;
        };
    }

    private String value(Finding finding) {
        return switch (WhereAttribute.valueOf(finding.attribute())) {
            case TEAM -> teams.getOrDefault(finding.value(), finding.value());
            case OFFICE -> finding.value();
            case HANDED_OVER, HOUR -> WORDS.get(finding.value());
            default -> finding.value().equals("YES") ? "yes" : WhereWords.plain(finding.value());
        };
    }

    /** A small one is no nought: four places after the point would make it one. */
    private static String threeDigits(double p) {
        return String.format(Locale.ROOT, "%.3g", p);
    }

    private static String effect(Finding finding) {
        String size = CliffsDelta.inWords(finding.delta());
        return size + (finding.delta() > 0 ? " difference, longer" : " difference, shorter");
    }
}

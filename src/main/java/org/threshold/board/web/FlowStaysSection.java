package org.threshold.board.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.threshold.board.FlowAnswer;
import org.threshold.board.FlowStays;
import org.threshold.chart.StepCurve;
import org.threshold.statistics.KaplanMeier;
import org.threshold.statistics.LogRank;

/** How long households stay in temporary accommodation, open stays counted. */
final class FlowStaysSection {

    private static final int MOST_CURVES = 5;
    /** A curve of fewer would be a picture of single households. */
    private static final int ENOUGH = 5;
    private static final int SIX_WEEKS = 42;
    private static final double CHANCE = 0.05;

    private FlowStaysSection() {
    }

    static FlowSection of(FlowAnswer answer) {
        FlowStays stays = answer.stays();
        List<String> summary = summary(answer);
        List<FlowStays.Group> drawn = enough(stays).limit(MOST_CURVES).toList();
        return new FlowSection("stays", "How long households stay in temporary accommodation", summary,
                drawn.isEmpty() ? "" : svg(drawn, summary.get(0)), table(stays), steps(stays), List.of(
                "A stay is one household from its first night in temporary accommodation until it sleeps there no"
                        + " more. A move to another placement, with one night between at most, goes on with the stay.",
                "Stays that go on count for what they have lasted (Kaplan and Meier): from finished stays alone the"
                        + " usual length comes out too short, because the long ones are still open.",
                "The type is the one in which the stay began: one that came later is had only by who stayed long"
                        + " enough to get it.",
                FlowWords.broughtOver("Stays"),
                "The team and the period choose the stays; the process does not."));
    }

    private static List<String> summary(FlowAnswer answer) {
        KaplanMeier all = answer.stays().all();
        if (all.n() == 0) {
            return List.of("There is no stay to count that began in this period.");
        }
        String usual = all.median().isPresent() ? "Half of them end within " + all.medianInWords() + "."
                : "There is no median: " + all.medianInWords() + ".";
        return List.of("Of " + FlowWords.number(all.n()) + (all.n() == 1 ? " stay" : " stays") + " that households"
                + " began since " + FlowWords.day(answer.from()) + ", " + FlowWords.number(all.n() - all.ended())
                + " go on. " + usual + " A move to another placement does not end a stay.",
                difference(answer.stays().test()));
    }

    private static String difference(LogRank test) {
        if (test.degrees() == 0) {
            return "There are not two types with ended stays to compare.";
        }
        return (test.p() < CHANCE ? "The types of accommodation differ by more than chance would make them"
                : "That the types of accommodation differ could be chance") + " (log-rank test over all types, "
                + FlowWords.p(test.p()) + ").";
    }

    private static String svg(List<FlowStays.Group> groups, String message) {
        return new StepCurve("Share of stays that go on, by the type in which they began", message, groups.stream()
                .map(group -> new StepCurve.Curve(group.type().words() + " (" + group.curve().n() + ")", group.curve()))
                .toList(), "Nights since the first night", "% still there").svg();
    }

    private static FlowTable table(FlowStays stays) {
        return new FlowTable("Stays that began in the period, by the type in which they began",
                List.of("Began in", "Stays (n)", "Go on", "Half end within", "Median of finished stays alone, nights",
                        "Still there after six weeks, %"),
                stays.groups().stream().map(group -> FlowTable.row(group.type().words(), group.curve().n(),
                        group.curve().n() - group.curve().ended(), group.curve().medianInWords(),
                        group.finished().orElse(Double.NaN), afterSixWeeks(group.curve()))).toList());
    }

    /** Before anybody has been watched for six weeks nothing is known about it. */
    private static Object afterSixWeeks(KaplanMeier curve) {
        boolean unknown = curve.longest() < SIX_WEEKS && curve.at(curve.longest()) > 0;
        return unknown ? "not known yet" : curve.at(SIX_WEEKS) * 100;
    }

    private static Stream<FlowStays.Group> enough(FlowStays stays) {
        return stays.groups().stream().filter(group -> group.curve().n() >= ENOUGH);
    }

    private static FlowTable steps(FlowStays stays) {
        List<List<Object>> rows = new ArrayList<>();
        enough(stays).forEach(group -> group.curve().steps().forEach(step -> rows.add(FlowTable.row(
                group.type().words(), step.time(), step.atRisk(), step.ended(), step.survival(), step.lower(),
                step.upper()))));
        return new FlowTable("", List.of("Began in", "Nights", "Stays watched", "Ended then", "Share still there",
                "Lower 95 %", "Upper 95 %"), rows);
    }
}

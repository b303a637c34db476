package org.threshold.board.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.ui.Model;
import org.threshold.access.People;
import org.threshold.board.WhereAnswer;
import org.threshold.board.WhereElement;
import org.threshold.board.WhereElement.Bucket;
import org.threshold.board.WhereElement.OldStep;
import org.threshold.board.WhereFigures;
import org.threshold.worklist.HoldReason;

/** The page of one step: what it takes, where that time goes, and the cases that are there. */
final class WhereElementView {

    private final WhereElement element;
    private final WhereAnswer answer;
    private final People people;
    private final Map<String, String> teams;
    private final boolean clocked;
    private final Map<String, String> names = new HashMap<>();

    /** @param clocked whether a statutory clock runs on the step */
    WhereElementView(WhereElement element, People people, Map<String, String> teams, boolean clocked) {
        this.clocked = clocked;
        this.element = element;
        this.answer = element.answer();
        this.people = people;
        this.teams = teams;
    }

    /** @param width of its bar, from 0 to 100 */
    public record Cause(String words, String hint, String aWeek, String share, double width) {
    }

    /** @param notes which percentiles lie in it, in words; empty for most */
    public record Bar(String range, long steps, double width, String notes) {
    }

    public record Fact(String words, String figure) {
    }

    public record Case(String reference, String stepId, String since, String waited, String owner, String team,
                       String state, String due, boolean overdue) {
    }

    void fill(Model model) {
        WhereFigures figures = element.figures();
        model.addAttribute("figures", figures);
        model.addAttribute("cases", element.oldest().stream().map(this::line).toList());
        if (figures != null) {
            model.addAttribute("delay", WhereWords.caseDays(answer.caseDaysAWeek(figures.delay())));
            double all = answer.figures().stream().mapToDouble(WhereFigures::delay).sum();
            model.addAttribute("share", WhereWords.percent(all == 0 ? 0 : figures.delay() / all));
            model.addAttribute("causes", causes(figures));
            model.addAttribute("facts", facts(figures));
            model.addAttribute("bars", bars(figures.took()));
            model.addAttribute("median", WhereWords.took(figures, WhereFigures.Took::p50));
            model.addAttribute("p85", WhereWords.took(figures, WhereFigures.Took::p85));
        }
    }

    /**
     * In the order of how certain they are; the last is what is left when no other is known. Where a statutory clock
     * runs on the step, the time in which somebody holds it is the law's.
     */
    private List<Cause> causes(WhereFigures figures) {
        return List.of(
                cause("A statutory clock", "The law gives this step its time, such as 56 days; somebody holds it"
                        + " meanwhile. What it took beyond that time is here too.",
                        clocked ? figures.heldAtAll() : 0, figures),
                cause("Waiting for the applicant", "Put on hold for them or their documents, or a step that waits"
                        + " for them.", clocked ? figures.applicant() : figures.forApplicant(), figures),
                cause("Waiting for another organisation", "A landlord, a doctor, social services, another council.",
                        clocked ? figures.thirdParty() : figures.forThirdParty(), figures),
                cause("On hold for an appointment or another reason", "", figures.otherHold(), figures),
                cause("Waiting to be picked up", "Nobody holds it yet.", figures.waiting(), figures),
                cause("In an officer’s hands",
                        "Taken by somebody. That is no effort: an officer holds many cases at once.",
                        clocked ? 0 : figures.held(), figures));
    }

    private Cause cause(String words, String hint, double seconds, WhereFigures figures) {
        double share = figures.delay() == 0 ? 0 : seconds / figures.delay();
        return new Cause(words, hint, WhereWords.caseDays(answer.caseDaysAWeek(seconds)), WhereWords.percent(share),
                share * 100);
    }

    private static List<Fact> facts(WhereFigures figures) {
        return List.of(new Fact("Steps open at any time in the period", Long.toString(figures.steps())),
                new Fact("Completed in it (n)", Long.toString(figures.completed())),
                new Fact("Open now", Long.toString(figures.open())),
                new Fact("Overdue now", Long.toString(figures.overdue())),
                new Fact("Not ended by their day, of those whose day was in the period",
                        of(figures.missed(), figures.due())),
                new Fact("Days that were moved", Long.toString(figures.redated())),
                new Fact("Not the first time in their case; some steps are meant to come again",
                        figures.repeated() + " of " + figures.casesAgain()
                                + (figures.casesAgain() == 1 ? " case" : " cases")),
                new Fact("Handovers from one officer to another", Long.toString(figures.handovers())),
                new Fact("Of these, back to the one before", Long.toString(figures.pingPongs())));
    }

    private static String of(long some, long all) {
        return some + " of " + all + (all == 0 ? "" : " (" + WhereWords.percent((double) some / all) + ")");
    }

    private List<Bar> bars(WhereFigures.Took took) {
        long most = element.buckets().stream().mapToLong(Bucket::steps).max().orElse(1);
        return element.buckets().stream().map(each -> new Bar(range(each), each.steps(),
                most == 0 ? 0 : each.steps() * 100.0 / most, notes(each, took))).toList();
    }

    private static String range(Bucket bucket) {
        return Double.isInfinite(bucket.until()) ? WhereWords.time(bucket.from()) + " or more"
                : bucket.from() == 0 ? "Under " + WhereWords.time(bucket.until())
                : WhereWords.time(bucket.from()) + " to under " + WhereWords.time(bucket.until());
    }

    private static String notes(Bucket bucket, WhereFigures.Took took) {
        List<String> notes = new ArrayList<>();
        if (lies(bucket, took.p50())) {
            notes.add("median " + WhereWords.time(took.p50()));
        }
        if (lies(bucket, took.p85())) {
            notes.add("85 in 100 took at most " + WhereWords.time(took.p85()));
        }
        return String.join("; ", notes);
    }

    private static boolean lies(Bucket bucket, double seconds) {
        return seconds >= bucket.from() && seconds < bucket.until();
    }

    private Case line(OldStep step) {
        boolean overdue = step.dueAt() != null && step.dueAt().isBefore(answer.asOf());
        double waited = Math.max(0, Duration.between(step.createdAt(), answer.asOf()).toSeconds());
        return new Case(step.caseReference(), step.stepId(), WhereWords.moment(step.createdAt()),
                WhereWords.time(waited), step.owner() == null ? "Nobody yet"
                : names.computeIfAbsent(step.owner(), people::nameOf),
                teams.getOrDefault(step.team(), step.team()), state(step),
                step.dueAt() == null ? "No day set" : WhereWords.due(step.dueAt()), overdue);
    }

    private static String state(OldStep step) {
        return switch (step.state()) {
            case "WAITING" -> "Waiting to be picked up";
            case "ON_HOLD" -> reason(step.reason()).map(HoldReason::title).orElse("On hold");
            default -> "In an officer’s hands";
        };
    }

    private static Optional<HoldReason> reason(String name) {
        return Arrays.stream(HoldReason.values()).filter(each -> each.name().equals(name)).findFirst();
    }
}

package org.threshold.worklist.web;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseSummary;
import org.threshold.clock.StatutoryClock;
import org.threshold.clock.StatutoryClocks;
import org.threshold.form.FormPage;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.StepAside;
import org.threshold.worklist.StepPath;
import org.threshold.worklist.StepSheet;
import org.threshold.worklist.Worklist;

/** Fills the pages of a step: the form, and beside it the facts needed to decide. */
@Component
class StepPages {

    private final CaseFiles cases;
    private final StatutoryClocks clocks;
    private final Worklist worklist;
    private final StepViews views;
    private final StepPermits permits;
    private final StepPath path;
    private final List<StepAside> asides;
    private final Clock clock;

    StepPages(CaseFiles cases, StatutoryClocks clocks, Worklist worklist, StepViews views, StepPermits permits,
              StepPath path, List<StepAside> asides, Clock clock) {
        this.cases = cases;
        this.clocks = clocks;
        this.worklist = worklist;
        this.views = views;
        this.permits = permits;
        this.path = path;
        this.asides = asides;
        this.clock = clock;
    }

    /** @param dayOf such as 'day 12 of 56', or 'no fixed length' */
    public record ClockView(String name, String dayOf, String lastDay, String provision, boolean past) {
    }

    /** What was typed into one field, by its name on the page. */
    public record Typed(String name, String value) {
    }

    /** @param version the state of the facts that the answers on the page are based on, or null */
    String step(StepSheet sheet, FormPage form, String obstacle, Object version, Model model, HttpSession session) {
        OpenStep step = sheet.step();
        CaseReference reference = step.caseReference();
        CaseSummary summary = cases.summary(reference);
        model.addAttribute("step", views.of(step));
        model.addAttribute("documentation", paragraphs(step.documentation()));
        model.addAttribute("case", summary);
        model.addAttribute("born", summary.dateOfBirth() == null ? null : StepViews.day(summary.dateOfBirth()));
        model.addAttribute("clocks", clocks.of(reference).stream().filter(StatutoryClock::running)
                .filter(each -> !each.lapsed(LocalDate.now(clock))).map(this::view).toList());
        model.addAttribute("follows", path.after(step));
        model.addAttribute("others", views.of(worklist.openStepsOf(reference).stream()
                .filter(other -> !other.stepId().equals(step.stepId())).toList()));
        model.addAttribute("beside", sheet.facts().getOrDefault("beside", Map.of()));
        model.addAttribute("asides", asides.stream().flatMap(aside -> aside.beside(step).stream()).toList());
        model.addAttribute("form", form);
        model.addAttribute("obstacle", obstacle);
        model.addAttribute("version", version);
        model.addAttribute("savedAt", sheet.savedAt() == null ? null : StepViews.moment(sheet.savedAt()));
        model.addAttribute("permits", permits.of(step));
        model.addAttribute("back", ListPlace.of(session));
        return "worklist/step";
    }

    String lost(String stepId, String message, Map<String, List<String>> typed, Model model, HttpSession session) {
        List<Typed> kept = new ArrayList<>();
        typed.forEach((name, values) -> values.stream()
                .filter(value -> !name.startsWith("_") && value != null && !value.isBlank())
                .forEach(value -> kept.add(new Typed(name, value))));
        model.addAttribute("stepId", stepId);
        model.addAttribute("message", message);
        model.addAttribute("typed", kept);
        model.addAttribute("reference", worklist.ended(stepId).map(it -> it.caseReference().value()).orElse(null));
        model.addAttribute("back", ListPlace.of(session));
        return "worklist/lost";
    }

    private ClockView view(StatutoryClock running) {
        LocalDate today = LocalDate.now(clock);
        LocalDate last = running.period().lastDay();
        String day = running.lengthInDays()
                .map(length -> "day " + running.dayNumber(today) + " of " + length).orElse("no fixed length");
        return new ClockView(views.clockName(running.kind())
                + (running.about() == null ? "" : ": " + running.about()), day, last == null ? null : StepViews.day(last),
                running.period().provision(), last != null && last.isBefore(today));
    }

    private static List<String> paragraphs(String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.strip().split("\\s*\\n\\s*\\n\\s*"));
    }
}

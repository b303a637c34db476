package org.threshold.casepage.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockKind;
import org.threshold.clock.Deadlines;
import org.threshold.clock.Finding;
import org.threshold.clock.StatutoryClocks;
import org.threshold.homelessness.Approaches;
import org.threshold.homelessness.CaseFindings;
import org.threshold.homelessness.FindingChanges;
import org.threshold.homelessness.FindingRecord;
import org.threshold.homelessness.Findings;
import org.threshold.homelessness.NotPossible;
import org.threshold.homelessness.PriorityNeed;
import org.threshold.homelessness.Question;

/** Records what the council is satisfied of, at any time while the approach runs, and shows what it was before. */
@Controller
@RequestMapping("/cases/{reference}/findings")
class FindingsController {

    private static final String PAGE = "casepage/findings";

    /** A question as the page shows it. */
    record Asked(String key, Question question, FindingRecord record) {
    }

    /** One earlier or present record in words; {@code category} may be null. */
    record Recorded(FindingRecord record, String answer, String category) {
    }

    private final CaseFrame frame;
    private final CaseFindings findings;
    private final FindingChanges changes;
    private final Approaches approaches;
    private final StatutoryClocks clocks;
    private final Deadlines deadlines;
    private final Words words;
    private final Clock clock;

    FindingsController(CaseFrame frame, CaseFindings findings, FindingChanges changes, Approaches approaches,
                       StatutoryClocks clocks, Deadlines deadlines, Words words, Clock clock) {
        this.frame = frame;
        this.findings = findings;
        this.changes = changes;
        this.approaches = approaches;
        this.clocks = clocks;
        this.deadlines = deadlines;
        this.words = words;
        this.clock = clock;
    }

    @Needs(Permission.VIEW_CASES)
    @GetMapping
    String show(@PathVariable String reference, Model model) {
        CaseFile file = frame.show(model, reference, "");
        CaseReference of = file.reference();
        return page(model, of, FindingsForm.filled(findings.current(of), findings.history(of).size()));
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping
    String record(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                  RedirectAttributes redirect) {
        TypedForm form = FindingsForm.of(posted);
        CaseReference of = frame.show(model, reference, "").reference();
        List<FindingChanges.Change> read = FindingsForm.read(form, LocalDate.now(clock));
        if (form.isWrong()) {
            return page(model, of, form);
        }
        try {
            int changed = changes.record(of, FindingsForm.seen(form), read);
            redirect.addFlashAttribute("confirmation", changed == 0 ? "Nothing was changed: these findings are on record."
                    : changed == 1 ? "1 finding was recorded." : changed + " findings were recorded.");
            return "redirect:/cases/" + of + "/findings";
        } catch (NotPossible refused) {
            form.wrong("save", refused.getMessage());
            return page(model, of, form.with("seen", findings.history(of).size()));
        }
    }

    private String page(Model model, CaseReference of, TypedForm form) {
        Map<Question, FindingRecord> current = findings.current(of);
        List<Asked> asked = new ArrayList<>();
        for (Question question : Question.values()) {
            asked.add(new Asked(FindingsForm.key(question), question, current.get(question)));
        }
        model.addAttribute("form", form);
        model.addAttribute("asked", asked);
        model.addAttribute("answers", List.of(new Option("YES", "Yes"), new Option("NO", "No"),
                new Option("UNDECIDED", "Not decided yet")));
        model.addAttribute("categories", PriorityNeed.values());
        model.addAttribute("running", approaches.running(of));
        model.addAttribute("history", findings.history(of).stream().map(FindingsController::recorded).toList());
        model.addAttribute("day56", day56(of));
        return PAGE;
    }

    /** What the law does at the end of day 56 of relief with what is recorded now; null when relief does not run. */
    private String day56(CaseReference of) {
        Findings now = findings.of(of);
        boolean byItself = deadlines.reliefEndsByItself(now.of(Question.PRIORITY_NEED), now.of(Question.INTENTIONAL));
        return clocks.running(of, ClockKind.RELIEF_DUTY).map(relief -> {
            String last = words.day(relief.period().lastDay());
            boolean past = LocalDate.now(clock).isAfter(relief.period().lastDay());
            if (past) {
                return "Day 56 of the relief duty was " + last + ". The duty goes on until you give a notice.";
            }
            return byItself ? "As recorded now, the relief duty ends by itself at the end of " + last + "."
                    : "As recorded now, the relief duty does not end by itself at the end of " + last
                            + ". It goes on until you give a notice.";
        }).orElse(null);
    }

    private static Recorded recorded(FindingRecord one) {
        String answer = switch (one.finding()) {
            case YES -> "Yes";
            case NO -> "No";
            case UNDECIDED -> "Not decided";
        };
        return new Recorded(one, answer, one.category() == null ? null : PriorityNeed.valueOf(one.category()).title());
    }
}

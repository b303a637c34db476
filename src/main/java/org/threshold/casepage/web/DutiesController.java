package org.threshold.casepage.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.Finding;
import org.threshold.homelessness.Approaches;
import org.threshold.homelessness.CaseFindings;
import org.threshold.homelessness.Decision;
import org.threshold.homelessness.Decisions;
import org.threshold.homelessness.Duties;
import org.threshold.homelessness.DutyCorrections;
import org.threshold.homelessness.FindingRecord;
import org.threshold.homelessness.HousingPlans;
import org.threshold.homelessness.Question;
import org.threshold.homelessness.ReviewConsequences;

/** What the council owes on a case, what it found and decided, and the plan that was made. */
@Controller
@Needs(Permission.VIEW_CASES)
class DutiesController {

    /** One of the four questions of a decision; {@code record} is null while nothing was recorded. */
    record Answer(Question question, String answer, FindingRecord record) {
    }

    record Decided(Decision decision, String state) {
    }

    private final CaseFrame frame;
    private final Duties duties;
    private final CaseFindings findings;
    private final Decisions decisions;
    private final HousingPlans plans;
    private final DutyCorrections corrections;
    private final Approaches approaches;
    private final ReviewConsequences consequences;

    DutiesController(CaseFrame frame, Duties duties, CaseFindings findings, Decisions decisions, HousingPlans plans,
                     DutyCorrections corrections, Approaches approaches,
                     ReviewConsequences consequences) {
        this.frame = frame;
        this.duties = duties;
        this.findings = findings;
        this.decisions = decisions;
        this.plans = plans;
        this.corrections = corrections;
        this.approaches = approaches;
        this.consequences = consequences;
    }

    @GetMapping("/cases/{reference}/duties")
    String duties(@PathVariable String reference, Model model) {
        CaseFile file = frame.show(model, reference, "duties");
        CaseReference of = file.reference();
        model.addAttribute("duties", duties.of(of));
        model.addAttribute("setAside", consequences.noLongerStands(of));
        model.addAttribute("findings", answers(findings.current(of)));
        model.addAttribute("decisions", decisions.of(of).stream().map(d -> new Decided(d, state(d))).toList());
        model.addAttribute("plan", plans.current(of).orElse(null));
        model.addAttribute("versions", plans.versions(of).size());
        model.addAttribute("reviews", plans.reviews(of));
        model.addAttribute("planChangeable", plans.changeable(of));
        model.addAttribute("running", approaches.running(of));
        model.addAttribute("correctable", !corrections.correctable(of).isEmpty());
        return "casepage/duties";
    }

    private static String state(Decision decision) {
        return switch (decision.status()) {
            case DRAFT -> "Draft, waits for a second officer’s signature";
            case RETURNED -> "Returned to the officer who drafted it";
            case SIGNED -> "Signed, the letter is being issued";
            case ISSUED -> "Issued";
        };
    }

    private static List<Answer> answers(Map<Question, FindingRecord> current) {
        List<Answer> answers = new ArrayList<>();
        for (Question question : Question.values()) {
            FindingRecord record = current.get(question);
            answers.add(new Answer(question, record == null ? "Nothing recorded" : words(record.finding()), record));
        }
        return answers;
    }

    private static String words(Finding finding) {
        return switch (finding) {
            case YES -> "Yes";
            case NO -> "No";
            case UNDECIDED -> "Not decided";
        };
    }
}

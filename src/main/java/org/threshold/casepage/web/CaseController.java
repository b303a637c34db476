package org.threshold.casepage.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Officer;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.audit.PartOfAPage;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseNotes;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseTimeline;
import org.threshold.casefile.Correspondence;
import org.threshold.casefile.TimelineEntry;
import org.threshold.homelessness.Approaches;
import org.threshold.homelessness.HousingPlans;
import org.threshold.letter.LetterDispatches;
import org.threshold.letter.LetterLanguages;
import org.threshold.letter.LetterPreviews;
import org.threshold.letter.Letters;
import org.threshold.process.CaseProgress;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.Worklist;

/** A case, to read: its clocks and steps, where it stands, and what is on file. */
@Controller
@Needs(Permission.VIEW_CASES)
@RequestMapping("/cases/{reference}")
class CaseController {

    private static final int PAGE = 25;
    private static final int LATEST = 5;
    private static final List<String> KINDS = List.of("step", "clock", "decision", "letter", "document", "note", "contact",
            "system");

    private final CaseFrame frame;
    private final CaseTimeline timeline;
    private final CaseNotes notes;
    private final ClockGroups clocks;
    private final Worklist worklist;
    private final CaseProgress progress;
    private final Letters letters;
    private final LetterPreviews previews;
    private final Approaches approaches;
    private final OfferedActions actions;
    private final AnswerViews answers;
    private final HousingPlans plans;
    private final Correspondence correspondence;
    private final LetterDispatches dispatches;
    private final LetterLanguages languages;
    private final CurrentOfficer current;
    private final Permissions permissions;
    private final Clock clock;

    CaseController(CaseFrame frame, CaseTimeline timeline, CaseNotes notes, ClockGroups clocks, Worklist worklist,
                   CaseProgress progress, Letters letters, LetterPreviews previews, Approaches approaches,
                   OfferedActions actions,
                   AnswerViews answers, HousingPlans plans, Correspondence correspondence,
                   LetterDispatches dispatches, LetterLanguages languages, CurrentOfficer current, Permissions permissions, Clock clock) {
        this.frame = frame;
        this.timeline = timeline;
        this.notes = notes;
        this.clocks = clocks;
        this.worklist = worklist;
        this.progress = progress;
        this.letters = letters;
        this.previews = previews;
        this.approaches = approaches;
        this.actions = actions;
        this.answers = answers;
        this.plans = plans;
        this.correspondence = correspondence;
        this.dispatches = dispatches;
        this.languages = languages;
        this.current = current;
        this.permissions = permissions;
        this.clock = clock;
    }

    @GetMapping
    String overview(@PathVariable String reference, Model model) {
        CaseFile file = frame.show(model, reference, "overview");
        CaseReference of = file.reference();
        List<ProgressView> views = ProgressView.of(progress.of(of), "/cases/" + of);
        model.addAttribute("clocks", clocks.of(of));
        List<OpenStep> steps = worklist.openStepsOf(of);
        model.addAttribute("steps", steps);
        model.addAttribute("openable", openable(steps));
        model.addAttribute("processes", views);
        model.addAttribute("needsDiagram", !views.isEmpty());
        model.addAttribute("latest", timeline.page(of, null, null, LATEST));
        boolean running = approaches.running(of);
        model.addAttribute("running", running);
        model.addAttribute("actions", actions.on(file, running));
        return "casepage/overview";
    }

    /** Ids of the steps whose page opens for whoever looks; a step of another team is only named. */
    private Set<String> openable(List<OpenStep> steps) {
        Officer me = current.get();
        boolean seesAllWork = permissions.allows(me, Permission.SEE_ALL_WORK);
        return steps.stream().filter(step -> step.opensFor(me, seesAllWork)).map(OpenStep::stepId)
                .collect(Collectors.toSet());
    }

    @GetMapping("/timeline")
    String timeline(@PathVariable String reference, @RequestParam(defaultValue = "") String kind,
                    @RequestParam(required = false) Long before, Model model) {
        CaseFile file = frame.show(model, reference, "timeline");
        String only = KINDS.contains(kind) ? kind : null;
        List<TimelineEntry> entries = timeline.page(file.reference(), only, before, PAGE + 1);
        boolean more = entries.size() > PAGE;
        model.addAttribute("entries", more ? entries.subList(0, PAGE) : entries);
        model.addAttribute("older", more ? entries.get(PAGE - 1).id() : null);
        model.addAttribute("isFirst", before == null);
        model.addAttribute("kind", only == null ? "" : only);
        model.addAttribute("kinds", KINDS);
        return "casepage/timeline";
    }

    @GetMapping("/people")
    String people(@PathVariable String reference, Model model) {
        CaseFile file = frame.show(model, reference, "people");
        LocalDate today = LocalDate.now(clock);
        model.addAttribute("today", today);
        model.addAttribute("reach", correspondence.household(file.reference(), today));
        return "casepage/people";
    }

    @GetMapping("/letters")
    String letters(@PathVariable String reference, Model model) {
        CaseFile file = frame.show(model, reference, "letters");
        model.addAttribute("letters", letters.of(file.reference()));
        model.addAttribute("sent", dispatches.of(file.reference()));
        model.addAttribute("prepared", previews.of(file.reference()));
        model.addAttribute("copies", dispatches.copies(file.reference()));
        model.addAttribute("speakTheirs", languages.speak(file.contact().language()));
        model.addAttribute("mayLargePrint", Boolean.TRUE.equals(model.getAttribute("mayWork"))
                && plans.current(file.reference()).isPresent());
        return "casepage/letters";
    }

    @GetMapping("/answers")
    String answers(@PathVariable String reference, Model model) {
        CaseFile file = frame.show(model, reference, "answers");
        model.addAttribute("answered", answers.of(file.reference()));
        return "casepage/answers";
    }

    @GetMapping("/notes")
    String notes(@PathVariable String reference, Model model) {
        CaseFile file = frame.show(model, reference, "notes");
        NotesPage.fill(model, TypedForm.empty(), notes.of(file.reference()));
        return NotesPage.TEMPLATE;
    }

    /** The model of one of the case's processes, in the order of the overview, for its diagram. */
    @PartOfAPage("The overview, which shows the diagrams")
    @GetMapping(value = "/diagram/{number}.bpmn", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<String> diagram(@PathVariable String reference, @PathVariable int number, Model model) {
        CaseReference of = frame.show(model, reference, "").reference();
        List<CaseProgress.ProcessProgress> processes = progress.of(of);
        if (number < 0 || number >= processes.size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "This case has no such process");
        }
        return ResponseEntity.ok().contentType(new MediaType(MediaType.APPLICATION_XML,
                java.nio.charset.StandardCharsets.UTF_8)).cacheControl(CacheControl.noStore())
                .body(processes.get(number).xml());
    }
}

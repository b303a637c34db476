package org.threshold.casepage.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.access.RestrictedCases;
import org.threshold.access.Restriction;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseSummary;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.Worklist;

/**
 * The restricted cases that I may see, with all their open work: they are in nobody else's lists, so what is late or
 * nobody's must be seen here.
 */
@Controller
class RestrictedCasesController {

    /** @param holderGone whether it is held by an account that is no longer active */
    record Work(OpenStep step, boolean holderGone) {
    }

    /** One restricted case with its open steps, most urgent first. */
    record Line(Restriction restriction, CaseSummary summary, boolean manages, boolean managerGone,
                Restriction.Emergency emergency, List<Work> work) {
    }

    private final RestrictedCases restricted;
    private final CaseFiles files;
    private final Worklist worklist;
    private final CurrentOfficer current;
    private final Permissions permissions;
    private final People people;
    private final Words words;

    RestrictedCasesController(RestrictedCases restricted, CaseFiles files, Worklist worklist, CurrentOfficer current,
                              Permissions permissions, People people, Words words) {
        this.restricted = restricted;
        this.files = files;
        this.worklist = worklist;
        this.current = current;
        this.permissions = permissions;
        this.people = people;
        this.words = words;
    }

    @GetMapping("/restricted")
    @Needs(Permission.VIEW_CASES)
    String list(Model model) {
        List<Restriction> mine = restricted.mine();
        List<CaseReference> references = mine.stream().map(each -> new CaseReference(each.caseReference())).toList();
        Map<CaseReference, List<OpenStep>> steps = worklist.openStepsOf(references).stream()
                .collect(Collectors.groupingBy(OpenStep::caseReference));
        model.addAttribute("lines", mine.stream().map(each -> line(each, steps)).toList());
        model.addAttribute("mayManage", permissions.allows(current.get(), Permission.NAME_PEOPLE));
        model.addAttribute("words", words);
        return "casepage/restricted";
    }

    private Line line(Restriction restriction, Map<CaseReference, List<OpenStep>> steps) {
        CaseReference reference = new CaseReference(restriction.caseReference());
        String me = current.get().username();
        List<Work> work = steps.getOrDefault(reference, List.of()).stream()
                .map(step -> new Work(step, !step.free() && people.find(step.owner()).isEmpty())).toList();
        return new Line(restriction, files.summary(reference), restriction.managedBy(me),
                people.find(restriction.manager()).isEmpty(),
                restriction.names(me) ? null : restriction.emergencyOf(me).orElse(null), work);
    }
}

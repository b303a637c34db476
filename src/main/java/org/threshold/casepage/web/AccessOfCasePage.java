package org.threshold.casepage.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.threshold.access.CaseAccess;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Managers;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.RestrictedCases;
import org.threshold.access.Restriction;
import org.threshold.access.RestrictionKind;
import org.threshold.casefile.CaseFile;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.Worklist;

/** Fills the page 'Who may see this case'. */
@Component
class AccessOfCasePage {

    private final RestrictedCases restricted;
    private final Managers managers;
    private final Worklist worklist;
    private final CaseAccess access;
    private final CurrentOfficer current;
    private final People people;

    AccessOfCasePage(RestrictedCases restricted, Managers managers, Worklist worklist, CaseAccess access,
                     CurrentOfficer current, People people) {
        this.restricted = restricted;
        this.managers = managers;
        this.worklist = worklist;
        this.access = access;
        this.current = current;
        this.people = people;
    }

    /** What is proposed for a case that is not restricted: its team's leader, me, and whoever holds a step. */
    TypedForm proposal(CaseFile file) {
        List<String> named = new ArrayList<>(List.of(current.get().username()));
        worklist.openStepsOf(file.reference()).stream().map(OpenStep::owner).filter(Objects::nonNull)
                .filter(owner -> !named.contains(owner)).forEach(named::add);
        return TypedForm.empty().withAll("people", named)
                .with("manager", managers.ofTeam(file.team(), file.reference()).map(Officer::username).orElse(""));
    }

    /** The people of a team who may be named. */
    List<String> nameableOf(String team) {
        List<String> members = people.membersOf(team).stream().map(Officer::username).toList();
        return managers.nameable().stream().map(Officer::username).filter(members::contains).toList();
    }

    String of(CaseFile file, TypedForm form, Model model) {
        Restriction now = restricted.of(file.reference()).orElse(null);
        model.addAttribute("form", form);
        model.addAttribute("kinds", RestrictionKind.values());
        model.addAttribute("managers", options(managers.candidates()));
        model.addAttribute("seen", now);
        if (now == null) {
            model.addAttribute("mayRestrict", access.allows(Permission.RESTRICT_CASE, file.reference()));
            model.addAttribute("candidates", candidates(file, form));
        } else {
            fill(now, model);
        }
        return "casepage/access";
    }

    private void fill(Restriction now, Model model) {
        String me = current.get().username();
        model.addAttribute("me", me);
        model.addAttribute("manages", now.managedBy(me));
        model.addAttribute("managerGone", people.find(now.manager()).isEmpty());
        model.addAttribute("mayTakeCharge", !managers.answersFor(now.manager(), now.caseReference())
                && managers.answersFor(me, now.caseReference()));
        model.addAttribute("notNamed", options(managers.nameable().stream()
                .filter(officer -> !now.names(officer.username())).toList()));
        model.addAttribute("teams", people.teams().stream().map(team -> new Option(team.key(), team.name())).toList());
    }

    /** The people of the case's team, and whoever else is ticked. */
    private List<Option> candidates(CaseFile file, TypedForm form) {
        Map<String, Officer> all = new LinkedHashMap<>();
        List<String> team = nameableOf(file.team());
        List<String> ticked = form.values().getOrDefault("people", List.of());
        managers.nameable().stream()
                .filter(officer -> team.contains(officer.username()) || ticked.contains(officer.username()))
                .forEach(officer -> all.put(officer.username(), officer));
        return options(List.copyOf(all.values()));
    }

    private static List<Option> options(List<Officer> officers) {
        return officers.stream().map(officer -> new Option(officer.username(), officer.name())).toList();
    }
}

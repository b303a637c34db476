package org.threshold.worklist;

import java.util.List;
import org.springframework.stereotype.Component;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.access.RestrictedCases;
import org.threshold.access.Restriction;

/**
 * Who could be given a step: the people of its team, or those named on its restricted case, who work cases; but not who
 * holds it already.
 */
@Component
public class Colleagues {

    private final Permissions permissions;
    private final People people;
    private final RestrictedCases restricted;

    Colleagues(Permissions permissions, People people, RestrictedCases restricted) {
        this.permissions = permissions;
        this.people = people;
        this.restricted = restricted;
    }

    /** @param step one that was found under the sight of whoever asks */
    public List<Officer> of(OpenStep step) {
        return candidates(step).stream()
                .filter(officer -> permissions.allows(officer, Permission.WORK_CASES))
                .filter(officer -> !step.ownedBy(officer.username())).toList();
    }

    private List<Officer> candidates(OpenStep step) {
        return !step.restricted() ? people.membersOf(step.team())
                : restricted.of(step.caseReference()).map(Restriction::people).orElse(List.of()).stream()
                        .flatMap(named -> people.find(named.username()).stream()).toList();
    }
}

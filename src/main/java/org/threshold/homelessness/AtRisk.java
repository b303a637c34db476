package org.threshold.homelessness;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Managers;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.access.RestrictedCases;
import org.threshold.access.Restriction;
import org.threshold.access.RestrictionKind;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.Worklist;

/**
 * Restricts the record of a household at risk of domestic abuse or hate crime, in the commit that records the risk: its
 * manager is the leader of the case's team; named are the leader, who records it, and whoever holds a step of the case.
 */
@Component
class AtRisk {

    private final RestrictedCases restricted;
    private final Managers managers;
    private final CaseFiles cases;
    private final Worklist worklist;
    private final CurrentOfficer current;
    private final People people;
    private final CaseRecord record;

    AtRisk(RestrictedCases restricted, Managers managers, CaseFiles cases, Worklist worklist, CurrentOfficer current,
           People people, CaseRecord record) {
        this.restricted = restricted;
        this.managers = managers;
        this.cases = cases;
        this.worklist = worklist;
        this.current = current;
        this.people = people;
        this.record = record;
    }

    /** Nothing where neither is a risk, or the case is restricted already. */
    void restrict(CaseReference reference, boolean domesticAbuse, boolean hateCrime) {
        if (!domesticAbuse && !hateCrime || restricted.of(reference).isPresent()) {
            return;
        }
        Optional<Officer> manager = managers.ofTeam(cases.summary(reference).team(), reference);
        if (manager.isEmpty()) {
            record.tell(reference, "system", "This record could not be restricted",
                    "The team has no leader, and there is no service manager who could say who may see it.");
            return;
        }
        Set<String> named = named(reference);
        named.add(manager.get().username());
        record.tell(reference, "system", "The record is restricted to the people named on it",
                named.stream().map(people::nameOf).collect(Collectors.joining(", ")));
        restricted.restrict(reference, domesticAbuse ? RestrictionKind.DOMESTIC_ABUSE : RestrictionKind.OTHER,
                domesticAbuse ? "A risk of domestic abuse was recorded" : "A risk of violence or hate crime was recorded",
                manager.get().username(), named);
    }

    /**
     * Restricts a case as it is opened, before anybody else sees it: to whoever opens it and the leader of its team.
     *
     * @throws NotPossible where nobody could manage it
     */
    void restrict(CaseReference reference, String team, NewApproach.Restricted why) {
        Officer manager = managers.ofTeam(team).orElseThrow(() -> new NotPossible("The case cannot be restricted: the"
                + " team has no leader, and there is no service manager who could say who may see it."));
        restricted.restrict(reference, why.kind(), why.reason(), manager.username(),
                Set.of(current.get().username()));
    }

    /** A case that follows a restricted one is restricted as that one is, in the commit that opens it. */
    void restrictAs(CaseReference previous, CaseReference next, String team) {
        restricted.seen(previous.value()).ifPresent(before -> {
            String manager = managers.candidates().stream().map(Officer::username)
                    .filter(before::managedBy).findFirst()
                    .orElseGet(() -> managers.ofTeam(team).map(Officer::username).orElse(null));
            Set<String> named = new TreeSet<>(Set.of(current.get().username()));
            Set<String> nameable = managers.nameable().stream().map(Officer::username).collect(Collectors.toSet());
            before.people().stream().map(Restriction.Named::username).filter(nameable::contains).forEach(named::add);
            restricted.restrict(next, before.kind(), before.reason(), manager, named);
        });
    }

    /** Whether everybody who may see the one may see the other, so that what stands on that may go into this. */
    boolean openToNobodyElse(CaseReference one, CaseReference other) {
        Optional<Restriction> others = restricted.seen(other.value());
        return others.isEmpty() || restricted.seen(one.value())
                .filter(seen -> seen.people().stream().allMatch(named -> others.get().names(named.username())))
                .isPresent();
    }

    private Set<String> named(CaseReference reference) {
        Set<String> named = new TreeSet<>(Set.of(current.get().username()));
        // A holder who lost their account or their role meanwhile cannot be named, which must not stop the restriction.
        Set<String> nameable = managers.nameable().stream().map(Officer::username).collect(Collectors.toSet());
        worklist.openStepsOf(reference).stream().map(OpenStep::owner).filter(Objects::nonNull)
                .filter(nameable::contains).forEach(named::add);
        return named;
    }
}

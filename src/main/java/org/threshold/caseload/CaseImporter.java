package org.threshold.caseload;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Managers;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.access.RestrictedCases;
import org.threshold.access.RestrictionKind;
import org.threshold.access.Role;
import org.threshold.access.Team;
import org.threshold.caseload.CaseloadImport.Fate;
import org.threshold.caseload.store.ImportStore;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.FormerCases;
import org.threshold.casefile.FormerLife;
import org.threshold.casefile.SupportNeed;
import org.threshold.clock.StatutoryClock;
import org.threshold.clock.StatutoryClocks;
import org.threshold.homelessness.FormerApproaches;
import org.threshold.homelessness.NotPossible;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.StepEngine;
import org.threshold.worklist.Worklist;

/** Brings over one household: everything of it in one transaction, or nothing. */
@Component
class CaseImporter {

    private final ImportStore store;
    private final FormerCases cases;
    private final FormerApproaches approaches;
    private final StatutoryClocks clocks;
    private final Worklist worklist;
    private final StepEngine steps;
    private final People people;
    private final Managers managers;
    private final RestrictedCases restricted;
    private final HomeImporter homes;
    private final Clock clock;

    CaseImporter(ImportStore store, FormerCases cases, FormerApproaches approaches, StatutoryClocks clocks,
                 Worklist worklist, StepEngine steps, People people, Managers managers, RestrictedCases restricted,
                 HomeImporter homes, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.approaches = approaches;
        this.clocks = clocks;
        this.worklist = worklist;
        this.steps = steps;
        this.people = people;
        this.managers = managers;
        this.restricted = restricted;
        this.homes = homes;
        this.clock = clock;
    }

    /**
     * Looks again at what the check saw: days can lie between.
     *
     * @return false when it was brought over meanwhile; then no case is touched
     * @throws NotPossible when a case with its reference was opened by hand meanwhile, or its record must be restricted
     *                     and nobody could manage it
     */
    @Transactional
    public boolean bringOver(long importId, int position, FormerCase former, String by) {
        if (!store.lock(importId, position)) {
            return false;
        }
        Optional<Fate> meanwhile = store.meanwhile(importId, position);
        if (meanwhile.isPresent()) {
            store.passedOver(importId, position, meanwhile.get());
            return false;
        }
        if (cases.knows(former.previousReference())) {
            throw new NotPossible("A case with this previous reference was opened in Threshold since the check");
        }
        Instant now = clock.instant();
        FormerLife life = new FormerLife(former.work().approachedOn().atTime(12, 0)
                .atZone(org.threshold.clock.ServiceClock.LONDON).toInstant(), former.status(), former.notes(),
                FormerPast.of(former, by, now));
        CaseReference reference = cases.open(former.known(), life, source(importId, former, by));
        approaches.take(reference, former.known().team(), former.work());
        Optional<String> late = clocks.nearest(reference).filter(this::hasRunOut).map(it -> it.kind().name());
        if (former.home() != null) {
            homes.bringOver(reference, former.home());
        }
        String owner = giveOut(reference, former, late.isPresent());
        restrictWhereAbuse(reference, former);
        store.imported(importId, position, reference, late.orElse(null), owner, now);
        return true;
    }

    private static Map<String, String> source(long importId, FormerCase former, String by) {
        Map<String, String> source = new TreeMap<>();
        source.put("import", String.valueOf(importId));
        source.put("by", by);
        source.put("stage", String.valueOf(former.work().stage()));
        source.put("people", String.valueOf(former.known().others().size() + 1));
        source.put("duties", String.valueOf(former.work().duties().size()));
        source.put("decisions", String.valueOf(former.work().decisions().size()));
        source.put("notes", String.valueOf(former.notes().size()));
        source.put("placements", former.home() == null ? "0" : "1");
        source.put("reviews", String.valueOf(former.work().reviews().size()));
        return source;
    }

    private boolean hasRunOut(StatutoryClock nearest) {
        return nearest.period().lastDay().isBefore(LocalDate.now(clock));
    }

    /**
     * The case's officer gets its steps. Where none is known the steps wait for the team, but what is late gets an owner
     * at once: the leader of the team. A step that needs a higher role than the officer has stays with the team too.
     *
     * @return who got the step that is due first, or null
     */
    private String giveOut(CaseReference reference, FormerCase former, boolean late) {
        Optional<Officer> officer = people.find(former.officer());
        Optional<Officer> leader = people.team(former.known().team()).map(Team::leader).flatMap(people::find);
        String first = null;
        List<OpenStep> open = worklist.openStepsOf(reference);
        for (OpenStep step : open) {
            Optional<Officer> owner = officer.filter(each -> fits(each, step)).or(() -> late
                    ? leader.filter(each -> fits(each, step)) : Optional.empty());
            if (step.free() && owner.isPresent()) {
                steps.assign(step.stepId(), owner.get().username());
                first = first == null ? owner.get().username() : first;
            }
        }
        return first;
    }

    /**
     * A household with domestic abuse on its record is restricted from its first moment here: to the case's officer and
     * the leader of the team, who names more people or lifts it. Better once too often than once too late.
     */
    private void restrictWhereAbuse(CaseReference reference, FormerCase former) {
        if (!former.known().needs().contains(SupportNeed.DOMESTIC_ABUSE)) {
            return;
        }
        Officer manager = managers.ofTeam(former.known().team()).orElseThrow(() -> new NotPossible("This household has"
                + " domestic abuse on its record, so it must be restricted, and the team has no leader and there is no"
                + " service manager who could say who may see it"));
        // An officer whose role sees no cases by now cannot be named; the household comes over all the same.
        restricted.restrict(reference, RestrictionKind.DOMESTIC_ABUSE,
                "Domestic abuse stood on the record of the previous system", manager.username(),
                people.find(former.officer()).filter(managers.nameable()::contains).map(Officer::username).stream()
                        .toList());
    }

    private static boolean fits(Officer officer, OpenStep step) {
        return step.role() == null || officer.seniority() >= Role.valueOf(step.role()).seniority();
    }
}

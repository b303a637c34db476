package org.threshold.caseload;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.threshold.access.People;
import org.threshold.caseload.CaseloadImport.Fate;
import org.threshold.caseload.store.ImportStore;
import org.threshold.caseload.store.ImportStore.Household;
import org.threshold.casefile.FormerCases;
import org.threshold.clock.Deadlines;

/** Looks at every household of the files and says what would become of it. Changes nothing. */
@Component
class CaseloadCheck {

    private final ImportStore store;
    private final FormerCases cases;
    private final People people;
    private final Deadlines deadlines;
    private final Clock clock;

    CaseloadCheck(ImportStore store, FormerCases cases, People people, Deadlines deadlines, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.people = people;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** What is to be said, and of each household what would become of it. */
    record Verdict(List<Remark> remarks, List<Household> households) {
    }

    Verdict of(Caseload caseload, DateOrder order) {
        Map<String, String> broughtOver = store.broughtOver();
        Set<String> openedHere = new HashSet<>(cases.knownPreviousReferences());
        openedHere.removeAll(broughtOver.keySet());
        Set<String> broken = caseload.broken();
        List<Remark> remarks = new ArrayList<>(caseload.remarks());
        List<Household> households = new ArrayList<>();
        KnownPeople known = new KnownPeople(people);
        for (HouseholdRows rows : caseload.households()) {
            String key = Caseload.key(rows.reference());
            String hash = rows.hash(order);
            List<Remark> own = new ArrayList<>();
            Fate fate;
            String status = null;
            if (broughtOver.containsKey(key)) {
                fate = broughtOver.get(key).equals(hash) ? Fate.ALREADY : changed(rows, own);
            } else if (openedHere.contains(key)) {
                fate = openedHere(rows, own);
            } else {
                Optional<FormerCase> read = read(rows, order, known, own);
                fate = read.isPresent() && !broken.contains(key) ? Fate.READY : Fate.REFUSED;
                status = fate == Fate.READY ? read.get().status().name() : null;
            }
            remarks.addAll(own);
            households.add(new Household(households.size(), rows.reference(), hash, fate, status, rows.counts()));
        }
        return new Verdict(remarks, households);
    }

    Optional<FormerCase> read(HouseholdRows rows, DateOrder order, KnownPeople known, List<Remark> remarks) {
        return new HouseholdReader(rows, new Reading(order, LocalDate.now(clock), known, deadlines, remarks)).read();
    }

    private static Fate changed(HouseholdRows rows, List<Remark> remarks) {
        remarks.add(about(rows, "This household was brought over before, and its rows have changed since.",
                "Nothing was changed in Threshold. Make the change on the case, where it is now worked on."));
        return Fate.CHANGED;
    }

    private static Fate openedHere(HouseholdRows rows, List<Remark> remarks) {
        remarks.add(about(rows, "A case with this previous reference is in Threshold already; it was not brought over.",
                "Leave the household out of the files. Find the case by the reference; some cases are open to named"
                        + " people only, and a service manager can say what to do where you find none."));
        return Fate.REFUSED;
    }

    private static Remark about(HouseholdRows rows, String problem, String remedy) {
        Row first = rows.of(Sheet.CASES).get(0);
        return new Remark(Sheet.CASES, first.line(), Sheet.REFERENCE, rows.reference(), true, problem, remedy);
    }
}

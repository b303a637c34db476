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
import org.threshold.accommodation.Units;
import org.threshold.caseload.CaseloadImport.Fate;
import org.threshold.caseload.store.ImportStore;
import org.threshold.caseload.store.ImportStore.Household;
import org.threshold.caseload.store.ImportedUnits.UnitRow;
import org.threshold.casefile.FormerCases;
import org.threshold.clock.Deadlines;

/** Looks at every household of the files and says what would become of it. Changes nothing. */
@Component
class CaseloadCheck {

    private final ImportStore store;
    private final FormerCases cases;
    private final People people;
    private final Deadlines deadlines;
    private final UnitCheck unitCheck;
    private final Units register;
    private final Clock clock;

    CaseloadCheck(ImportStore store, FormerCases cases, People people, Deadlines deadlines, UnitCheck unitCheck,
                  Units register, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.people = people;
        this.deadlines = deadlines;
        this.unitCheck = unitCheck;
        this.register = register;
        this.clock = clock;
    }

    /** What is to be said, and of each household and each unit what would become of it. */
    record Verdict(List<Remark> remarks, List<Household> households, List<UnitRow> units) {
    }

    Verdict of(Caseload caseload, DateOrder order) {
        Map<String, String> broughtOver = store.broughtOver();
        Set<String> openedHere = new HashSet<>(cases.knownPreviousReferences());
        openedHere.removeAll(broughtOver.keySet());
        Set<String> broken = caseload.broken();
        List<Remark> remarks = new ArrayList<>(caseload.remarks());
        List<Household> households = new ArrayList<>();
        KnownPeople known = new KnownPeople(people);
        KnownUnits inRegister = knownUnits(caseload);
        List<UnitRow> units = unitCheck.of(caseload.units(), caseload.brokenUnits(),
                reading(order, known, inRegister, remarks), remarks);
        KnownUnits usable = inRegister.with(units.stream().filter(unit -> unit.fate() == Fate.READY)
                .map(UnitRow::name).toList());
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
                Optional<FormerCase> read = read(rows, order, known, usable, own);
                fate = read.isPresent() && !broken.contains(key) ? Fate.READY : Fate.REFUSED;
                status = fate == Fate.READY ? read.get().status().name() : null;
            }
            remarks.addAll(own);
            households.add(new Household(households.size(), rows.reference(), hash, fate, status, rows.counts(),
                    balance(rows)));
        }
        return new Verdict(remarks, households, units);
    }

    KnownUnits knownUnits(Caseload caseload) {
        return KnownUnits.of(caseload, register);
    }

    Optional<FormerCase> read(HouseholdRows rows, DateOrder order, KnownPeople known, KnownUnits units,
                              List<Remark> remarks) {
        return new HouseholdReader(rows, reading(order, known, units, remarks)).read();
    }

    Reading reading(DateOrder order, KnownPeople known, KnownUnits units, List<Remark> remarks) {
        return new Reading(order, LocalDate.now(clock), known, units, deadlines, remarks);
    }

    /** What the file says, in pence, for the control total; what cannot be read counts as nothing and is refused. */
    private static long balance(HouseholdRows rows) {
        long sum = 0;
        for (Row row : rows.of(Sheet.BALANCES)) {
            try {
                sum += Pounds.pence(row.values().getOrDefault("balance", "0"));
            } catch (IllegalArgumentException refusedElsewhere) {
                continue;
            }
        }
        return sum;
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

package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.store.PlacementStore;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Contacts;

/** Keeps the placements of each case, one change at a time, each on the timeline and in the audit. */
@Service
class PlacementRegister implements Placements {

    private static final int LONGEST_WORDS = 1000;

    private final PlacementStore store;
    private final Availability availability;
    private final Units units;
    private final Contacts contacts;
    private final BedAndBreakfastRules bedAndBreakfast;
    private final ObjectProvider<PlacementListener> listeners;
    private final AccommodationRecord record;

    /** Those who listen are asked for late: they ask about placements themselves. */
    PlacementRegister(PlacementStore store, Availability availability, Units units, Contacts contacts,
                      BedAndBreakfastRules bedAndBreakfast, ObjectProvider<PlacementListener> listeners,
                      AccommodationRecord record) {
        this.store = store;
        this.availability = availability;
        this.units = units;
        this.contacts = contacts;
        this.bedAndBreakfast = bedAndBreakfast;
        this.listeners = listeners;
        this.record = record;
    }

    @Needs(Permission.WORK_CASES)
    @Transactional
    @Override
    public Placement request(CaseReference reference, AccommodationFunction function, Long movedFrom) {
        if (movedFrom != null && !get(movedFrom).caseReference().equals(reference)) {
            throw noSuch(movedFrom);
        }
        Optional<Long> made = store.insert(reference, function, movedFrom, record.by(), record.now());
        if (made.isEmpty()) {
            return onTheWay(reference).orElseThrow();
        }
        store.insertEvent(made.get(), PlacementStatus.REQUESTED, null, record.by(), record.now());
        record.tell(reference, "decision", "Temporary accommodation is needed", function.words());
        record.audit(reference, "placement.requested", subject(made.get()), Map.of("function", function.name()), null,
                function.provision());
        return get(made.get());
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    @Override
    public Placement get(long id) {
        return store.find(id).orElseThrow(() -> noSuch(id));
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    @Override
    public List<Placement> of(CaseReference reference) {
        return store.of(reference);
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    @Override
    public List<Placement> livedIn(CaseReference reference) {
        return store.of(reference, PlacementStatus.LIVED_IN).stream()
                .sorted(Comparator.comparing(Placement::startsOn).thenComparing(Placement::id).reversed()).toList();
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    @Override
    public Optional<Placement> onTheWay(CaseReference reference) {
        return store.of(reference, PlacementStatus.ON_THE_WAY).stream().findFirst();
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    @Override
    public List<PlacementEvent> history(long id) {
        get(id);
        return store.events(id);
    }

    @Needs(Permission.WORK_CASES)
    @Transactional
    @Override
    public Placement changeStatus(long id, PlacementStatus to, String words) {
        Placement before = get(id);
        if (before.status() == to && to != PlacementStatus.SEARCHING) {
            return before;
        }
        if (!PlacementLife.mayFollow(before.status(), to)) {
            throw new NotPossible("This placement is recorded as “" + before.status().words() + "”, so it cannot become “"
                    + to.words() + "”.");
        }
        if (to == PlacementStatus.CANCELLED || to == PlacementStatus.REFUSED || to == PlacementStatus.SEARCHING) {
            availability.letGo(id);
        }
        return save(with(before, to), words, "placement.statusChanged", "Temporary accommodation: "
                + lower(to.words()));
    }

    @Needs(Permission.WORK_CASES)
    @Transactional
    @Override
    public void note(long id, String headline, String words) {
        Placement placement = get(id);
        String kept = kept(words);
        store.insertEvent(id, placement.status(), kept == null ? headline : kept(headline + ": " + kept), record.by(),
                record.now());
        record.tell(placement.caseReference(), "decision", headline, kept);
        record.audit(placement.caseReference(), "placement.noted", subject(id), Map.of(), null,
                placement.function().provision());
    }

    private static String kept(String words) {
        return words == null || words.isBlank() ? null
                : words.strip().substring(0, Math.min(LONGEST_WORDS, words.strip().length()));
    }

    @Needs(Permission.WORK_CASES)
    @Transactional
    @Override
    public Placement choose(long id, long unitId) {
        bedAndBreakfast.refusal(get(id).caseReference(), units.get(unitId)).ifPresent(why -> {
            throw new NotPossible(why);
        });
        return choose(get(id), units.get(unitId));
    }

    @Needs(Permission.IMPORT_CASELOAD)
    @Transactional
    @Override
    public Placement livesIn(long id, long unitId) {
        return choose(get(id), units.get(unitId));
    }

    private Placement choose(Placement before, Unit unit) {
        if (before.status() != PlacementStatus.REQUESTED && before.status() != PlacementStatus.SEARCHING) {
            throw new NotPossible("A unit cannot be chosen for a placement that is recorded as “"
                    + before.status().words() + "”.");
        }
        return save(new Placement(before.id(), before.caseReference(), before.function(), PlacementStatus.SEARCHING,
                unit.id(), null, null, null, null, before.movedFrom(), before.version()), unit.name(), "placement.unitChosen",
                "A unit was chosen");
    }

    @Needs(Permission.WORK_CASES)
    @Transactional
    @Override
    public Placement moveIn(long id, LocalDate firstNight, LocalDate expectedUntil) {
        Placement before = get(id);
        requireReadyFor(before, firstNight, expectedUntil);
        availability.take(before.unitId(), id, firstNight);
        Unit unit = units.get(before.unitId());
        contacts.placed(before.caseReference(), unit.address() + "\n" + unit.postcode(), firstNight);
        Placement after = save(new Placement(id, before.caseReference(), before.function(),
                PlacementStatus.IN_OCCUPATION, before.unitId(), firstNight, expectedUntil, null, null,
                before.movedFrom(), before.version()), unit.name(), "placement.movedIn",
                "They moved in: the first night is " + Words.day(firstNight));
        tell(listener -> listener.movedIn(after));
        return after;
    }

    private void requireReadyFor(Placement placement, LocalDate firstNight, LocalDate expectedUntil) {
        if (!placement.onTheWay()) {
            throw new NotPossible("This placement is recorded as “" + placement.status().words()
                    + "”, so the household cannot move in.");
        }
        if (placement.unitId() == null) {
            throw new NotPossible("No unit has been chosen for this placement.");
        }
        if (firstNight.isAfter(record.today())) {
            throw new NotPossible("The first night cannot be in the future.");
        }
        if (expectedUntil != null && !expectedUntil.isAfter(firstNight)) {
            throw new NotPossible("The day on which they are expected to leave must be after the first night.");
        }
    }

    @Needs(Permission.WORK_CASES)
    @Transactional
    @Override
    public Placement correct(long id, LocalDate firstNight, LocalDate endedOn, String why) {
        Placement before = get(id);
        if (before.startsOn() == null) {
            throw new NotPossible("They have not moved in yet, so there is nothing to correct.");
        }
        if ((before.endedOn() == null) != (endedOn == null)) {
            throw new NotPossible(endedOn == null ? "They have left. Enter the day on which they left."
                    : "They still live there. Record that they have left first.");
        }
        requirePast(firstNight, endedOn);
        if (firstNight.equals(before.startsOn()) && java.util.Objects.equals(endedOn, before.endedOn())) {
            return before;
        }
        availability.change(id, firstNight, endedOn);
        Placement after = save(new Placement(id, before.caseReference(), before.function(), before.status(),
                before.unitId(), firstNight, before.expectedUntil(), endedOn, before.endReason(), before.movedFrom(),
                before.version()), why, "placement.corrected", "Placement corrected: " + nights(firstNight, endedOn)
                + " (was " + nights(before.startsOn(), before.endedOn()) + ")");
        tell(listener -> listener.corrected(before, after));
        return after;
    }

    private void requirePast(LocalDate firstNight, LocalDate leftOn) {
        if (firstNight.isAfter(record.today())) {
            throw new NotPossible("The first night cannot be in the future.");
        }
        if (leftOn != null && leftOn.isBefore(firstNight)) {
            throw new NotPossible("They cannot have left before their first night.");
        }
        if (leftOn != null && leftOn.isAfter(record.today())) {
            throw new NotPossible("The day on which they left cannot be in the future.");
        }
    }

    private static String nights(LocalDate from, LocalDate left) {
        return "from " + Words.day(from) + (left == null ? "" : ", left on " + Words.day(left));
    }

    @Needs(Permission.WORK_CASES)
    @Transactional
    @Override
    public Placement carryOn(long id, AccommodationFunction function, String why) {
        Placement before = get(id);
        if (before.function() == function) {
            return before;
        }
        if (!before.livedIn()) {
            throw new NotPossible("They do not live there, so it cannot go on under another duty.");
        }
        Placement after = save(new Placement(id, before.caseReference(), function, before.status(), before.unitId(),
                before.startsOn(), before.expectedUntil(), null, null, before.movedFrom(), before.version()), why,
                "placement.carriedOn", "The placement goes on: " + lower(function.words()));
        tell(listener -> listener.corrected(before, after));
        return after;
    }

    @Needs(Permission.WORK_CASES)
    @Transactional
    @Override
    public Placement extend(long id, LocalDate expectedUntil, String why) {
        Placement before = get(id);
        if (!before.livedIn()) {
            throw new NotPossible("They do not live there, so it cannot be extended.");
        }
        if (expectedUntil != null && !expectedUntil.isAfter(before.startsOn())) {
            throw new NotPossible("The day on which they are expected to leave must be after the first night.");
        }
        return save(new Placement(id, before.caseReference(), before.function(), PlacementStatus.EXTENDED,
                before.unitId(), before.startsOn(), expectedUntil, null, null, before.movedFrom(), before.version()),
                why, "placement.extended", expectedUntil == null ? "The placement was extended without an end"
                        : "The placement was extended until " + Words.day(expectedUntil));
    }

    @Needs(Permission.WORK_CASES)
    @Transactional
    @Override
    public Placement end(long id, LocalDate leftOn, PlacementEnd reason, String words) {
        Placement before = get(id);
        if (!before.livedIn()) {
            throw new NotPossible("This placement is recorded as “" + before.status().words() + "”, so it cannot end.");
        }
        requirePast(before.startsOn(), leftOn);
        availability.change(id, before.startsOn(), leftOn);
        Placement after = save(new Placement(id, before.caseReference(), before.function(), PlacementStatus.ENDED,
                before.unitId(), before.startsOn(), before.expectedUntil(), leftOn, reason, before.movedFrom(),
                before.version()), words == null ? reason.words() : reason.words() + ": " + words, "placement.ended",
                "They left on " + Words.day(leftOn));
        tell(listener -> listener.ended(after));
        return after;
    }

    private static Placement with(Placement before, PlacementStatus to) {
        return new Placement(before.id(), before.caseReference(), before.function(), to, before.unitId(),
                before.startsOn(), before.expectedUntil(), before.endedOn(), before.endReason(), before.movedFrom(),
                before.version());
    }

    /** @return as it stands now, with the next version */
    private Placement save(Placement after, String words, String action, String headline) {
        String kept = kept(words);
        if (!store.update(after)) {
            throw new NotPossible("Somebody else changed this placement meanwhile. Look at it again.");
        }
        store.insertEvent(after.id(), after.status(), kept, record.by(), record.now());
        record.tell(after.caseReference(), "decision", headline, kept);
        record.audit(after.caseReference(), action, subject(after.id()), Map.of("status", after.status().name()), null,
                after.function().provision());
        return get(after.id());
    }

    private void tell(Consumer<PlacementListener> what) {
        listeners.orderedStream().forEach(what);
    }

    private static String subject(long id) {
        return "placement " + id;
    }

    private static NoSuchElementException noSuch(long id) {
        return new NoSuchElementException("There is no placement " + id);
    }

    private static String lower(String words) {
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}

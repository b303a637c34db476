package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.store.UnitStayStore;
import org.threshold.accommodation.store.UnitStore;

/**
 * Who is in which unit in which night. The answer is the database's: its constraint lets no two running rows of a unit
 * share a night. What is asked before only finds the words; whoever uses this writes the record of a case.
 */
@Service
class StoredAvailability implements Availability {

    private final UnitStayStore stays;
    private final UnitStore units;
    private final AccommodationRecord record;

    StoredAvailability(UnitStayStore stays, UnitStore units, AccommodationRecord record) {
        this.stays = stays;
        this.units = units;
        this.record = record;
    }

    @Override
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void hold(long unitId, long placementId, LocalDate from) {
        Unit unit = lock(unitId);
        Optional<UnitStay> before = stays.ofPlacement(placementId);
        if (before.filter(stay -> stay.unitId() == unitId && (stay.kind() == StayKind.STAY || stay.from().equals(from)))
                .isPresent()) {
            return;
        }
        requireNotLivedIn(before);
        requireInUse(unit, from);
        requireFree(unit, from, null, placementId);
        release(before);
        insert(unit, placementId, StayKind.HELD, from, null, null);
    }

    @Override
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void letGo(long placementId) {
        release(stays.ofPlacement(placementId).filter(stay -> stay.kind() == StayKind.HELD));
    }

    @Override
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void take(long unitId, long placementId, LocalDate firstNight) {
        Unit unit = lock(unitId);
        Optional<UnitStay> before = stays.ofPlacement(placementId);
        if (before.filter(stay -> stay.unitId() == unitId && stay.kind() == StayKind.STAY
                && stay.from().equals(firstNight)).isPresent()) {
            return;
        }
        requireNotLivedIn(before);
        requireFree(unit, firstNight, null, placementId);
        release(before);
        insert(unit, placementId, StayKind.STAY, firstNight, null, null);
    }

    @Override
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void change(long placementId, LocalDate firstNight, LocalDate leftOn) {
        UnitStay found = stays.ofPlacement(placementId).orElseThrow(() -> new NoSuchElementException(
                "No unit is taken for the placement " + placementId));
        Unit unit = lock(found.unitId());
        if (firstNight.equals(leftOn)) {
            stays.release(found.id(), record.now());
            return;
        }
        giveWay(unit, firstNight, leftOn, placementId);
        requireFree(unit, firstNight, leftOn, placementId);
        guarded(unit, () -> stays.change(found.id(), StayKind.STAY, firstNight, leftOn));
    }

    /** They were there: what was recorded as void in those nights was not. */
    private void giveWay(Unit unit, LocalDate from, LocalDate until, long placementId) {
        stays.sharing(unit.id(), from, until, placementId).stream().filter(stay -> stay.kind() == StayKind.VOID)
                .forEach(stay -> cut(stay, from, until));
    }

    @Override
    @Needs(Permission.WORK_CASES)
    @Transactional(readOnly = true)
    public Optional<LocalDate> takenFrom(long unitId, LocalDate from) {
        return stays.sharing(unitId, from, null, null).stream().filter(stay -> stay.kind() != StayKind.VOID)
                .map(UnitStay::from).findFirst();
    }

    @Override
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void markVoid(long unitId, LocalDate from, LocalDate readyOn, String reason) {
        Unit unit = lock(unitId);
        if (readyOn != null && readyOn.isBefore(from)) {
            throw new NotFree("It cannot be ready again before it is void.");
        }
        LocalDate lookedAt = readyOn == null || readyOn.isAfter(from) ? readyOn : from.plusDays(1);
        stays.sharing(unitId, from, lookedAt, null).stream().filter(stay -> stay.kind() == StayKind.VOID)
                .forEach(stay -> cut(stay, from, stay.from().isAfter(from) ? readyOn : null));
        if (!from.equals(readyOn)) {
            requireFree(unit, from, readyOn, null);
            insert(unit, null, StayKind.VOID, from, readyOn, reason);
        }
        record.audit("unit.void", "unit " + unitId, Map.of("from", from.toString(), "readyOn",
                readyOn == null ? "not known" : readyOn.toString()), reason);
    }

    /** Takes the nights from {@code from} to {@code until} out of a void; an open end takes all that follows. */
    private void cut(UnitStay stay, LocalDate from, LocalDate until) {
        boolean before = stay.from().isBefore(from);
        boolean after = until != null && (stay.until() == null || stay.until().isAfter(until));
        if (before) {
            stays.change(stay.id(), StayKind.VOID, stay.from(), from);
        } else if (after) {
            stays.change(stay.id(), StayKind.VOID, until, stay.until());
        } else {
            stays.release(stay.id(), record.now());
        }
        if (before && after) {
            stays.insert(stay.unitId(), null, StayKind.VOID, until, stay.until(), stay.reason(), record.now(),
                    record.by());
        }
    }

    private Unit lock(long unitId) {
        if (!stays.lock(unitId)) {
            throw new NoSuchElementException("There is no unit " + unitId);
        }
        return units.find(unitId, record.today()).orElseThrow();
    }

    private void release(Optional<UnitStay> stay) {
        stay.ifPresent(found -> stays.release(found.id(), record.now()));
    }

    private void insert(Unit unit, Long placementId, StayKind kind, LocalDate from, LocalDate until, String reason) {
        guarded(unit, () -> stays.insert(unit.id(), placementId, kind, from, until, reason, record.now(), record.by()));
    }

    /** What the constraint says last, in words. */
    private static void guarded(Unit unit, Runnable write) {
        try {
            write.run();
        } catch (DataIntegrityViolationException refused) {
            if (String.valueOf(refused.getMessage()).contains("unit_taken_once")) {
                throw new NotFree(unit.name() + " is not free any more: somebody else was quicker. Choose another unit.");
            }
            throw refused;
        }
    }

    private static void requireNotLivedIn(Optional<UnitStay> before) {
        if (before.filter(stay -> stay.kind() == StayKind.STAY).isPresent()) {
            throw new NotFree("The household of this placement lives in a unit already.");
        }
    }

    private static void requireInUse(Unit unit, LocalDate from) {
        if (unit.withdrawnOn() != null && !from.isBefore(unit.withdrawnOn())) {
            throw new NotFree(unit.name() + " is not used any more since " + Words.day(unit.withdrawnOn())
                    + ". Choose another unit.");
        }
    }

    private void requireFree(Unit unit, LocalDate from, LocalDate until, Long besides) {
        List<UnitStay> others = stays.sharing(unit.id(), from, until, besides);
        if (!others.isEmpty()) {
            throw new NotFree(Occupied.words(unit, others.get(0)));
        }
    }
}

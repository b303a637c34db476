package org.threshold.moveon;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.Placements;
import org.threshold.accommodation.Units;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.Assessment;
import org.threshold.homelessness.Assessments;
import org.threshold.moveon.store.NewHomeStore;

/** The home that was accepted: its tenancy, the switch of benefit, the log of social lettings, and what follows. */
@Service
public class NewHomes {

    private final NewHomeStore store;
    private final MoveOns moveOns;
    private final Placements placements;
    private final Units units;
    private final Assessments assessments;
    private final ObjectProvider<AfterTheMove> after;
    private final MoveOnRecord record;

    NewHomes(NewHomeStore store, MoveOns moveOns, Placements placements, Units units, Assessments assessments,
             ObjectProvider<AfterTheMove> after, MoveOnRecord record) {
        this.store = store;
        this.moveOns = moveOns;
        this.placements = placements;
        this.units = units;
        this.assessments = assessments;
        this.after = after;
        this.record = record;
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<NewHome> of(MoveOn way) {
        return store.home(way.id());
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<BenefitSwitch> benefit(MoveOn way) {
        return store.benefit(way.id());
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<CoreLog> core(MoveOn way) {
        return store.core(way.id());
    }

    /** Tenancy signed, keys, rent, and who moves. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void signUp(CaseReference reference, NewHome home) {
        MoveOn way = moveOns.required(reference);
        store.insert(way.id(), home, record.by(), record.now());
        record.tell(reference, "accommodation", "Tenancy of the new home signed", home.address());
        record.audit(reference, "moveOn.signedUp", "move-on " + way.id(), Map.of("offer", String.valueOf(home.offerId()),
                "signed", home.signedOn().toString(), "keys", home.keysOn().toString(), "letBy", home.letBy().name()),
                null, way.duty().provision());
    }

    /** Both ends of the switch on one record, so that nobody pays or is paid twice without being seen. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void switchBenefit(CaseReference reference, BenefitSwitch made) {
        MoveOn way = moveOns.required(reference);
        long twice = BenefitSwitch.daysPaidTwice(made.oldEndsOn(), made.newBeginsOn());
        if (twice > 0 && made.overlap() == BenefitSwitch.Overlap.NONE) {
            throw new NotPossible("Both are paid for " + twice + " days. Ask the benefit service whether it allows that.");
        }
        store.insert(way.id(), made, record.by(), record.now());
        record.tell(reference, "accommodation", "Benefit switched to the new home: " + made.newKind().words(),
                twice == 0 ? null : "Paid for twice: " + twice + " days. " + made.overlap().words());
        record.audit(reference, "moveOn.benefitSwitched", "move-on " + way.id(), Map.of("kind", made.newKind().name(),
                "overlapDays", String.valueOf(twice), "overlap", made.overlap().name()), made.words(),
                "SI 2006/213 reg 7");
    }

    /** The code of where they lived, as far as a record settles it: the placement first, then the assessment. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<Integer> previousTenure(CaseReference reference) {
        List<Placement> livedIn = placements.livedIn(reference);
        return livedIn.stream().filter(each -> each.unitId() != null).findFirst()
                .flatMap(each -> CoreCodes.tenureOfPlacement(units.get(each.unitId()).returnType()))
                .or(() -> assessments.latest(reference).map(Assessment::accommodationNow)
                        .flatMap(CoreCodes::tenureOfAssessment));
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<Integer> reasonForLeaving(CaseReference reference) {
        return assessments.latest(reference).map(Assessment::reasonForLoss).flatMap(CoreCodes::reason);
    }

    @Needs(Permission.WORK_CASES)
    @Transactional
    public void logged(CaseReference reference, CoreLog log) {
        MoveOn way = moveOns.required(reference);
        store.insert(way.id(), log, record.by(), record.now());
        record.tell(reference, "accommodation", "Social letting recorded in CORE", log.reference());
        record.audit(reference, "moveOn.coreLogged", "move-on " + way.id(), Map.of("previousTenure",
                String.valueOf(log.previousTenure()), "reason", String.valueOf(log.reason())), null,
                "Submit social housing lettings and sales data");
    }

    /** They have a home: the way to it ends, and what comes after the move begins. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void finish(CaseReference reference) {
        MoveOn way = moveOns.required(reference);
        NewHome home = store.home(way.id()).orElseThrow();
        moveOns.end(reference, MoveOn.End.HOME_ACCEPTED, home.offerId());
        after.orderedStream().forEach(each -> each.moved(reference, home));
    }
}

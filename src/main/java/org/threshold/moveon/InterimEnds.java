package org.threshold.moveon;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.AccommodationFunction;
import org.threshold.accommodation.Leaving;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementEnd;
import org.threshold.accommodation.Placements;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.Units;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.homelessness.Decision;
import org.threshold.homelessness.Decisions;
import org.threshold.homelessness.Duties;
import org.threshold.homelessness.Duty;
import org.threshold.homelessness.EndReason;
import org.threshold.homelessness.Review;
import org.threshold.homelessness.ReviewConsequences;
import org.threshold.homelessness.ReviewMatter;
import org.threshold.homelessness.Reviews;
import org.threshold.letter.Letters;
import org.threshold.moveon.InterimGround.Over;

/** The end of interim accommodation: told only where the law says that it is owed no more, with reasonable time to go. */
@Service
public class InterimEnds {

    static final String LETTER = "interim-ended";

    private final Decisions decisions;
    private final Reviews reviews;
    private final ReviewConsequences consequences;
    private final Duties duties;
    private final CaseFiles cases;
    private final ObjectProvider<Placements> placements;
    private final ObjectProvider<Units> units;
    private final Leaving leaving;
    private final Letters letters;
    private final MoveOnRecord record;

    InterimEnds(Decisions decisions, Reviews reviews, ReviewConsequences consequences, Duties duties, CaseFiles cases,
                ObjectProvider<Placements> placements, ObjectProvider<Units> units, Leaving leaving, Letters letters,
                MoveOnRecord record) {
        this.decisions = decisions;
        this.reviews = reviews;
        this.consequences = consequences;
        this.duties = duties;
        this.cases = cases;
        this.placements = placements;
        this.units = units;
        this.leaving = leaving;
        this.letters = letters;
        this.record = record;
    }

    /** Where the household lives under s188(1) and nobody has told them yet to leave, newest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Placement> open(CaseReference reference) {
        return placements.getObject().livedIn(reference).stream()
                .filter(placement -> placement.function() == AccommodationFunction.INTERIM)
                .filter(placement -> leaving.open(reference, placement.id()).isEmpty()).toList();
    }

    /** Why interim accommodation is owed no more; empty while it is owed. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<Over> over(CaseReference reference) {
        List<Duty> all = duties.of(reference);
        boolean withdrawn = cases.summary(reference).status() == CaseStatus.WITHDRAWN;
        Set<String> setAside = new HashSet<>(consequences.noLongerStands(reference));
        reviews.of(reference).stream().filter(each -> each.result() != null
                && each.result().outcome() == Review.Outcome.OVERTURNED).map(each -> each.request().subject())
                .forEach(setAside::add);
        return InterimGround.of(decisions.of(reference).stream().filter(each -> each.status() == Decision.Status.ISSUED)
                .filter(each -> !setAside.contains("decision-" + each.id())).findFirst(), all,
                withdrawn ? withdrawnOn(all) : null)
                .filter(each -> each.ground() != InterimGround.REFUSED_FINAL_OFFER || !finalOfferUnderReview(reference));
    }

    /**
     * While the suitability of the final offer is reviewed, relief is not taken to have ended by its refusal, until the
     * decision on review has been notified (s188(2A)).
     */
    private boolean finalOfferUnderReview(CaseReference reference) {
        return reviews.of(reference).stream().filter(each -> each.request().matter() == ReviewMatter.SUITABILITY)
                .filter(each -> each.request().subject() == null || each.request().subject().startsWith("offer-"))
                .anyMatch(each -> each.running() || each.result() != null && each.notifiedOn() == null
                        && each.result().outcome() != Review.Outcome.WITHDRAWN);
    }

    private LocalDate withdrawnOn(List<Duty> all) {
        return all.stream().filter(duty -> duty.endReason() == EndReason.WITHDREW).map(Duty::endedOn)
                .max(LocalDate::compareTo).orElseGet(record::today);
    }

    /** The day until which they may stay, where there is no reason for another one. */
    @Needs(Permission.VIEW_CASES)
    public LocalDate usualDay() {
        return leaving.usualNotice();
    }

    /** What is wrong with the day, to the officer; empty when it will do. */
    @Needs(Permission.VIEW_CASES)
    public Optional<String> wrongDay(LocalDate leaveBy) {
        return leaveBy.isAfter(record.today()) ? Optional.empty()
                : Optional.of("The day must be in the future: they need reasonable time to leave");
    }

    /**
     * Tells them that it has ended and when they must leave, and begins the leaving. The letter waits for a second
     * person before it goes out.
     *
     * @param reasons why the time is reasonable: words for the letter
     * @throws NotPossible where it is still owed, or the day will not do
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void end(CaseReference reference, long placementId, LocalDate leaveBy, String reasons) {
        Placement placement = open(reference).stream().filter(each -> each.id() == placementId).findFirst()
                .orElseThrow(() -> new NotPossible("No interim accommodation of this case waits for its end."));
        Over over = over(reference).orElseThrow(() -> new NotPossible("Interim accommodation is still owed (section 188)."
                + " It ends only when the decision that they are not in priority need, or that nothing will be owed when"
                + " relief ends, has been notified; and not while the suitability of a final offer is under review."));
        wrongDay(leaveBy).ifPresent(why -> {
            throw new NotPossible(why + ".");
        });
        letters.issue(reference, LETTER, facts(placement, over, leaveBy, reasons), key(reference, placementId));
        record.tell(reference, "decision", "Interim accommodation ended: to leave by " + Words.day(leaveBy), reasons);
        record.audit(reference, "interim.ended", "placement " + placementId, Map.of("ground", over.ground().name(),
                "endedOn", over.endedOn().toString(), "leaveBy", leaveBy.toString()), reasons, over.ground().provision());
        leaving.begin(placementId, PlacementEnd.DUTY_ENDED, leaveBy);
    }

    /** Another letter each time: one that a second person held back is never sent. */
    private String key(CaseReference reference, long placementId) {
        long before = letters.of(reference).stream().filter(each -> each.template().equals(LETTER)).count();
        return LETTER + "-" + placementId + "-" + before;
    }

    private Map<String, Object> facts(Placement placement, Over over, LocalDate leaveBy, String reasons) {
        Unit unit = units.getObject().get(placement.unitId());
        Map<String, Object> facts = new HashMap<>();
        facts.put("ground", over.ground().name());
        facts.put("endedOn", over.endedOn());
        facts.put("decisionOn", over.decisionOn());
        facts.put("reliefRan", over.reliefRan());
        facts.put("address", unit.address() + ", " + unit.postcode());
        facts.put("leaveBy", leaveBy);
        facts.put("reasons", reasons);
        facts.put("children", cases.hasChildUnder18(placement.caseReference()));
        return facts;
    }
}

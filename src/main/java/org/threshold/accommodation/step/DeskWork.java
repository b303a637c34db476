package org.threshold.accommodation.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.PlaceOfWork;
import org.threshold.access.Presence;
import org.threshold.accommodation.BenefitEstimates;
import org.threshold.accommodation.BenefitEstimates.Means;
import org.threshold.accommodation.BenefitEstimates.Standing;
import org.threshold.accommodation.ClaimsForKeys;
import org.threshold.accommodation.ClaimsForKeys.Kind;
import org.threshold.accommodation.ClaimsForKeys.NewClaim;
import org.threshold.accommodation.KeysRelease;
import org.threshold.accommodation.KeysReleases;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.Placements;
import org.threshold.accommodation.SignUp.Place;
import org.threshold.accommodation.SignUps;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.Units;
import org.threshold.accommodation.Words;
import org.threshold.form.FieldError;
import org.threshold.worklist.AnsweredSteps;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepVariables;

/** What signing up at the desk and signing up after the keys have in common. */
@Component
class DeskWork {

    static final String PLACEMENT = "placementId";

    private final StepVariables variables;
    private final Placements placements;
    private final SignUps signUps;
    private final KeysReleases releases;
    private final ObjectProvider<Units> units;
    private final ObjectProvider<ClaimsForKeys> claims;
    private final ObjectProvider<BenefitEstimates> estimates;
    private final AnsweredSteps answered;
    private final Presence presence;
    private final CurrentOfficer current;
    private final Clock clock;

    DeskWork(StepVariables variables, Placements placements, SignUps signUps, KeysReleases releases,
             ObjectProvider<Units> units, ObjectProvider<ClaimsForKeys> claims,
             ObjectProvider<BenefitEstimates> estimates, AnsweredSteps answered, Presence presence,
             CurrentOfficer current, Clock clock) {
        this.variables = variables;
        this.placements = placements;
        this.signUps = signUps;
        this.releases = releases;
        this.units = units;
        this.claims = claims;
        this.estimates = estimates;
        this.answered = answered;
        this.presence = presence;
        this.current = current;
        this.clock = clock;
    }

    Placement placement(StepContext step) {
        return placements.get(variables.required(step, PLACEMENT));
    }

    /** What the page says before anybody types. */
    Map<String, Object> facts(StepContext step) {
        Placement placement = placement(step);
        Map<String, Object> facts = new HashMap<>(typedBefore(step));
        Map<String, String> beside = new LinkedHashMap<>();
        facts.put("options.offices", presence.offices());
        Optional<PlaceOfWork> today = presence.placeOf(current.get().username(), LocalDate.now(clock))
                .filter(PlaceOfWork::declared);
        if (!facts.containsKey("place")) {
            today.map(PlaceOfWork::office).ifPresent(office -> {
                facts.put("place", Place.OFFICE.name());
                facts.put("office", office);
            });
        }
        Map<String, Object> desk = new HashMap<>();
        desk.put("licence", "They stay there under a licence, not a tenancy: " + placement.function().words() + ", section "
                + placement.function().provision().substring(1) + ".");
        desk.put("review", placement.function().reviewable()
                ? "They may ask for a review of whether it suits them within 21 days (section 202(1)(f)), and take it up at the same time."
                : "There is no review of whether it suits them while we make inquiries. What they say against it is looked at all the same.");
        Optional.ofNullable(placement.unitId()).map(id -> units.getObject().get(id))
                .ifPresent(unit -> about(placement, unit, desk, beside));
        facts.put("desk", desk);
        releases.of(placement.id()).filter(last -> last.state() == KeysRelease.State.SENT_BACK)
                .ifPresent(last -> beside.put("Keys not released", last.answer()));
        facts.put("beside", beside);
        return facts;
    }

    private void about(Placement placement, Unit unit, Map<String, Object> desk, Map<String, String> beside) {
        beside.put("Accommodation", unit.name() + ", " + unit.address() + ", " + unit.postcode());
        beside.put("Under", placement.function().provision() + ": " + placement.function().words());
        beside.put("Bed and breakfast", unit.bedAndBreakfast() ? "Yes, by its facilities" : "No");
        boolean outside = units.getObject().outside(unit);
        beside.put("In our district", outside ? "No" : "Yes");
        desk.put("area", outside ? "It is outside our district. Tell them so, and write down what they say."
                : "It is in our district.");
        desk.put("charge", "The charge is " + Words.pounds(unit.rate().total()) + " " + unit.rate().per().words() + ", of which "
                + Words.pounds(unit.rate().ineligible()) + " is for things that Housing Benefit never covers.");
        desk.put("estimate", estimate(placement, unit));
    }

    /** Before their means are known: with full benefit, and without any. */
    private String estimate(Placement placement, Unit unit) {
        return estimates.orderedStream().findFirst().map(each -> {
            int least = each.estimate(placement.caseReference(), unit.rate(), new Means(Standing.PASSPORTED, null,
                    List.of())).ownShare();
            int most = each.estimate(placement.caseReference(), unit.rate(), new Means(Standing.NO_BENEFIT, null,
                    List.of())).ownShare();
            return "With full Housing Benefit they would pay about " + Words.pounds(least) + " a week themselves, without any "
                    + Words.pounds(most) + ". The estimate from what you enter here goes on their copy. "
                    + BenefitEstimates.CAUTION;
        }).orElse("");
    }

    /** What was typed when the same household was signed up before, such as before the keys were not released. */
    private Map<String, Object> typedBefore(StepContext step) {
        if (signUps.of(placement(step).id()).isEmpty()) {
            return Map.of();
        }
        return answered.of(step.caseReference()).stream().filter(each -> each.formKey() != null
                && each.formKey().equals(step.formKey())).findFirst().map(each -> each.answers()).orElse(Map.of());
    }

    /** What is wrong with a sign-up, whether or not the keys are given. */
    List<FieldError> check(StepContext step, Answers answers) {
        List<FieldError> errors = new ArrayList<>();
        DeskAnswers desk = new DeskAnswers(answers);
        Placement placement = placement(step);
        signUps.notBy(step.caseReference(), placement.id()).ifPresent(why -> errors.add(new FieldError("", why)));
        signUps.notThere(desk.place(), desk.placeName()).ifPresent(why -> errors.add(new FieldError(
                desk.place() == Place.OFFICE ? "office" : "place", why)));
        LocalDate review = answers.day("nextReviewOn");
        if (review != null && !review.isAfter(LocalDate.now(clock))) {
            errors.add(new FieldError("nextReviewOn", "The day on which we look again must be in the future"));
        }
        if (placement.unitId() != null && answers.text("toldOfArea") == null
                && units.getObject().outside(units.getObject().get(placement.unitId()))) {
            errors.add(new FieldError("toldOfArea", "Enter what they said: the accommodation is outside our district"));
        }
        return errors;
    }

    /** What is wrong with the means, where benefit is expected. */
    List<FieldError> checkMeans(Answers answers, boolean noBenefit) {
        boolean asked = !noBenefit && !new DeskAnswers(answers).isPassported();
        return asked && answers.values().get("weeklyIncome") == null ? List.of(new FieldError("weeklyIncome",
                "Enter their income a week, or tick the benefit that they get")) : List.of();
    }

    List<FieldError> checkClaim(StepContext step, Answers answers) {
        Kind kind = answers.code("claimKind", Kind.class);
        if (isOnRecord(placement(step).id(), kind, answers.text("claimReference"))) {
            return List.of();
        }
        return claims.getObject().wrongWith(answers.text("claimReference"), kind, step.caseReference())
                .map(why -> List.of(new FieldError("claimReference", why))).orElse(List.of());
    }

    /** A claim that was made when they were signed up before and did not take the keys then still covers the placement. */
    private boolean isOnRecord(long placementId, Kind kind, String typed) {
        return typed != null && claims.getObject().covering(placementId).filter(claim -> claim.kind() == kind
                && claim.reference().equalsIgnoreCase(typed.replaceAll("\\s", ""))).isPresent();
    }

    /** @param firstNight the first night for which they are charged */
    void claim(StepContext step, Answers answers, LocalDate firstNight) {
        LocalDate today = LocalDate.now(clock);
        claims.getObject().made(new NewClaim(step.caseReference(), placement(step).id(),
                answers.code("claimKind", Kind.class), answers.text("claimReference"), today, firstNight,
                new DeskAnswers(answers).missing()));
    }

    /** Records the sign-up with the estimate that they were told, and prints their copy. */
    void signUp(StepContext step, Answers answers, boolean noBenefit) {
        Placement placement = placement(step);
        DeskAnswers desk = new DeskAnswers(answers);
        signUps.sign(step.caseReference(), placement.id(), desk.signUp());
        if (placement.unitId() != null) {
            Unit unit = units.getObject().get(placement.unitId());
            estimates.orderedStream().forEach(each -> each.tell(step.caseReference(), placement.id(), unit.rate(),
                    desk.means(noBenefit)));
            signUps.issueCopy(step.caseReference(), placement.id());
        }
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}

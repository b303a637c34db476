package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.Finding;
import org.threshold.form.FieldError;
import org.threshold.homelessness.EndingFact.Kind;

/**
 * The facts on which a duty may end: whether they are on record, and what they were. What an officer found is typed with
 * the proposal; everything else is read from where it was recorded.
 */
@Component
class EndingEvidence {

    static final String OFFER = "offer";
    static final String PLACE = "place";
    private static final Map<Kind, String> ASKED_WHEN_LEFT = Map.of(
            Kind.LAST_SEEN, "Enter when they were last seen there, and by whom",
            Kind.VISITS, "Enter when somebody went there or rang, and what was found",
            Kind.KEYS, "Enter what is known of the keys", Kind.BELONGINGS, "Enter what is known of their belongings");
    private static final Map<Kind, String> ASKED_OF_THE_ACT = Map.of(
            Kind.ACT, "Enter what they did or failed to do, and when they lost the accommodation by it",
            Kind.WHY_DELIBERATE, "Enter why it was deliberate, and why it was reasonable for them to stay there");

    private final ObjectProvider<OffersMade> offers;
    private final ObjectProvider<HomesToLeave> places;
    private final CaseFindings findings;
    private final ContactAttempts attempts;
    private final CaseClocks clocks;
    private final EndsSetAside setAside;
    private final CaseRecord record;

    EndingEvidence(ObjectProvider<OffersMade> offers, ObjectProvider<HomesToLeave> places, CaseFindings findings,
                   ContactAttempts attempts, CaseClocks clocks, EndsSetAside setAside, CaseRecord record) {
        this.offers = offers;
        this.places = places;
        this.findings = findings;
        this.attempts = attempts;
        this.clocks = clocks;
        this.setAside = setAside;
        this.record = record;
    }

    /** What is not on record, by field of the form. */
    List<FieldError> problems(CaseReference reference, WayToEnd way, DutyEnding.Facts facts) {
        return switch (way.evidence()) {
            case OFFER_ACCEPTED, OFFER_REFUSED -> ofOffer(reference, way, facts);
            case PLACE_REFUSED -> ofPlace(reference, way, facts);
            case LEFT -> onTicks(way, facts) ? List.of() : typed(facts, ASKED_WHEN_LEFT);
            case ACT -> asksForTheAct(way, facts) ? typed(facts, ASKED_OF_THE_ACT) : List.of();
            case NOT_ELIGIBLE -> onTicks(way, facts) || notEligible(reference).isPresent() ? List.of()
                    : List.of(new FieldError("", "It is not recorded that they are not eligible. Record the finding, with"
                    + " its day and its reasons, before the duty ends on it"));
            case WITHDRAWAL -> onTicks(way, facts) || !facts.asked() ? List.of()
                    : typed(facts, Map.of(Kind.THEIR_WORDS, "Enter what the applicant said, and when"));
            case NONE, ATTEMPTS, DAYS_56, HOME_SECURED, OWN_NOTICE -> List.of();
        };
    }

    /** The earlier model's steps under the main duty and s193C have no other way; those under prevention and relief do. */
    private static boolean onTicks(WayToEnd way, DutyEnding.Facts facts) {
        return facts.onTicks() && (way.duty() == DutyKind.MAIN || way.duty() == DutyKind.S193C);
    }

    /** Prevention and relief ask for it in the words of the notice; where a place of ours was lost, it is asked apart. */
    private static boolean asksForTheAct(WayToEnd way, DutyEnding.Facts facts) {
        return way.ground() == EndReason.IH_FROM_TA && !onTicks(way, facts);
    }

    private List<FieldError> ofOffer(CaseReference reference, WayToEnd way, DutyEnding.Facts facts) {
        if (onTicks(way, facts)) {
            return way.evidence() == WayToEnd.Evidence.OFFER_REFUSED ? ticks(facts) : List.of();
        }
        Optional<OfferMade> chosen = offer(reference, way, facts);
        if (chosen.isEmpty()) {
            return List.of(new FieldError(OFFER, way.evidence() == WayToEnd.Evidence.OFFER_REFUSED
                    ? "Choose the offer that they refused. The duty can only end on an offer that is on record"
                    : "Choose the offer that they accepted. The duty can only end on an offer that is on record"));
        }
        return missing(reference, chosen.get(), way).stream().map(sentence -> new FieldError(OFFER, sentence)).toList();
    }

    private List<String> missing(CaseReference reference, OfferMade offer, WayToEnd way) {
        return setAside.onOffer(reference, offer.id()).map(List::of)
                .orElseGet(() -> OfferEvidence.missing(offer, way.duty(), way.ground(), record.today()));
    }

    private static List<FieldError> ticks(DutyEnding.Facts facts) {
        return facts.evidence().containsAll(DutyEnding.OFFER_STEPS) ? List.of()
                : List.of(new FieldError("offerSteps", "The duty cannot end on a refusal until all of these were done"));
    }

    private List<FieldError> ofPlace(CaseReference reference, WayToEnd way, DutyEnding.Facts facts) {
        if (onTicks(way, facts)) {
            return ticks(facts);
        }
        Optional<PlaceOffered> chosen = place(reference, facts);
        return chosen.map(offer -> setAside.onPlace(reference, offer.id()).map(List::of)
                        .orElseGet(() -> OfferEvidence.missing(offer, way.duty())).stream()
                        .map(sentence -> new FieldError(PLACE, sentence)).toList())
                .orElse(List.of(new FieldError(PLACE, "Choose the place that they refused. The duty can only end on an"
                        + " offer that is on record")));
    }

    private static List<FieldError> typed(DutyEnding.Facts facts, Map<Kind, String> asked) {
        return asked.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .filter(each -> facts.found().stream().noneMatch(fact -> fact.kind() == each.getKey()
                        && fact.words() != null && !fact.words().isBlank()))
                .map(each -> new FieldError(field(each.getKey()), each.getValue())).toList();
    }

    /** The field of the form in which a fact is typed. */
    static String field(Kind kind) {
        StringBuilder name = new StringBuilder();
        for (String word : kind.name().toLowerCase(Locale.ROOT).split("_")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    /** What is kept with the proposal, so that it can be read however the records change later. */
    List<EndingFact> facts(CaseReference reference, WayToEnd way, DutyEnding.Facts facts) {
        List<EndingFact> kept = new ArrayList<>(facts.found());
        switch (way.evidence()) {
            case OFFER_ACCEPTED, OFFER_REFUSED -> offer(reference, way, facts).map(OfferEvidence::facts)
                    .ifPresent(kept::addAll);
            case PLACE_REFUSED -> place(reference, facts).map(OfferEvidence::facts).ifPresent(kept::addAll);
            case NOT_ELIGIBLE -> notEligible(reference).ifPresent(found -> kept.add(new EndingFact(Kind.FINDING,
                    "Not eligible. " + found.reasons(), found.foundOn(), found.recordedBy())));
            case ACT -> intentional(reference).filter(found -> way.ground() != EndReason.IH_FROM_TA)
                    .ifPresent(found -> kept.add(new EndingFact(Kind.FINDING, "Intentionally homeless. " + found.reasons(), found.foundOn(), found.recordedBy())));
            case ATTEMPTS -> attempts.of(reference).stream().takeWhile(each -> !each.reached()).forEach(each ->
                    kept.add(new EndingFact(Kind.ATTEMPT, each.way().title() + ": " + each.what(), each.triedOn(),
                            each.recordedBy())));
            case DAYS_56 -> lastDay(reference, way.duty()).ifPresent(day -> kept.add(new EndingFact(Kind.LAST_DAY, null,
                    day, null)));
            case NONE, WITHDRAWAL, LEFT, HOME_SECURED, OWN_NOTICE -> {
                // What there is to know of it was typed, or stands on the step.
            }
        }
        if (onTicks(way, facts) && !facts.evidence().isEmpty()) {
            facts.evidence().stream().filter(DutyEnding.OFFER_STEPS::contains).forEach(step ->
                    kept.add(EndingFact.of(Kind.TICKED, DutyEnding.ticked(step))));
        }
        return kept;
    }

    private Optional<LocalDate> lastDay(CaseReference reference, DutyKind duty) {
        return duty.clock() == null ? Optional.empty() : clocks.lastDay(reference, duty.clock());
    }

    /**
     * The offer that is meant: the chosen one, or where the form did not ask, the only one on record that fits.
     */
    Optional<OfferMade> offer(CaseReference reference, WayToEnd way, DutyEnding.Facts facts) {
        OffersMade made = offers.getIfAvailable();
        if (made == null) {
            return Optional.empty();
        }
        if (facts.offerId() != null) {
            return made.find(reference, facts.offerId());
        }
        List<OfferMade> fit = made.of(reference).stream().filter(each ->
                missing(reference, each, way).isEmpty()).toList();
        return fit.size() == 1 ? Optional.of(fit.get(0)) : Optional.empty();
    }

    private Optional<PlaceOffered> place(CaseReference reference, DutyEnding.Facts facts) {
        HomesToLeave homes = places.getIfAvailable();
        return homes == null || facts.placeOfferId() == null ? Optional.empty() : homes.offered(reference).stream()
                .filter(each -> each.id() == facts.placeOfferId()).findFirst();
    }

    private Optional<FindingRecord> notEligible(CaseReference reference) {
        return Optional.ofNullable(findings.current(reference).get(Question.ELIGIBLE))
                .filter(found -> found.finding() == Finding.NO);
    }

    private Optional<FindingRecord> intentional(CaseReference reference) {
        return Optional.ofNullable(findings.current(reference).get(Question.INTENTIONAL))
                .filter(found -> found.finding() == Finding.YES);
    }
}

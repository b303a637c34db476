package org.threshold.moveon;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockKind;
import org.threshold.clock.StatutoryClocks;
import org.threshold.form.FieldError;
import org.threshold.homelessness.OfferKind;
import org.threshold.letter.Letters;
import org.threshold.moveon.HomeOfferEvent.Kind;
import org.threshold.moveon.store.HomeOfferStore;
import org.threshold.moveon.store.HomeSuitabilityStore;

/** Offers as they are made: in writing, with what refusing means, the right to a review, and time to consider. */
@Service
public class HomeOfferLetters {

    private static final Map<OfferKind, String> LETTER = Map.of(OfferKind.PART6, "offer-part6", OfferKind.FINAL_PART6,
            "offer-final-part6", OfferKind.PRSO, "offer-prso", OfferKind.FINAL_ACCOMMODATION,
            "offer-final-accommodation", OfferKind.SUITABLE_6M, "offer-suitable-6m");

    private final HomeOfferStore store;
    private final OfferReadiness readiness;
    private final HomeSuitabilityStore suitability;
    private final TimeToConsider time;
    private final OfferLetterModels models;
    private final Letters letters;
    private final StatutoryClocks clocks;
    private final OfferRecord record;

    HomeOfferLetters(HomeOfferStore store, OfferReadiness readiness, HomeSuitabilityStore suitability,
                     TimeToConsider time, OfferLetterModels models, Letters letters, StatutoryClocks clocks,
                     OfferRecord record) {
        this.store = store;
        this.readiness = readiness;
        this.suitability = suitability;
        this.time = time;
        this.models = models;
        this.letters = letters;
        this.clocks = clocks;
        this.record = record;
    }

    /** What is still missing before the letter can be given, as sentences; empty when nothing is. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<String> missing(CaseReference reference, long id) {
        return store.find(reference, id).filter(offer -> offer.status() == OfferStatus.DRAFT).map(readiness::missing)
                .orElse(List.of("No offer is being prepared on this case any more"));
    }

    /** The last day that the form proposes. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public LocalDate proposedLastDay(OfferKind kind) {
        return time.proposed(kind, record.today());
    }

    /** The first day on which they would have had the usual time. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public LocalDate usualLastDay(OfferKind kind) {
        return time.usual(kind, record.today());
    }

    /**
     * The time they get.
     *
     * @param until        the last day
     * @param shortWhy     why it is shorter than usual; null where it is not
     * @param closedDayWhy how they can answer on a last day on which the offices are closed; null where they are open
     */
    public record Time(LocalDate until, String shortWhy, String closedDayWhy) {
    }

    /** Why the letter cannot be given like this, by field; empty when it can. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<FieldError> problems(CaseReference reference, long id, Time typed) {
        List<FieldError> problems = new ArrayList<>();
        missing(reference, id).forEach(missing -> problems.add(new FieldError("giveOffer", missing)));
        store.find(reference, id).ifPresent(offer -> problems.addAll(time.problems(offer.kind(), record.today(),
                typed.until(), typed.shortWhy(), typed.closedDayWhy())));
        return problems;
    }

    /**
     * Makes the offer: the letter is issued, and the time to consider and to ask for a review begins.
     *
     * @throws NotPossible with the first of {@link #problems}
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void give(CaseReference reference, long id, Time typed) {
        HomeOffer offer = record.held(reference, id);
        problems(reference, id, typed).stream().findFirst().ifPresent(problem -> {
            throw new NotPossible(problem.message() + ".");
        });
        LocalDate today = record.today();
        boolean closed = time.closed(typed.until()) != null;
        Letters.Letter letter = letters.issue(reference, LETTER.get(offer.kind()), models.offer(offer,
                suitability.of(reference).get(id), typed, time.closed(typed.until()), today), "home-offer-" + id);
        store.give(id, new HomeOffer.Given(letter.id(), letter.issuedOn(), offer.kind().isFinal(), true, true,
                typed.until(), typed.until().isBefore(time.usual(offer.kind(), today)) ? typed.shortWhy() : null,
                closed ? typed.closedDayWhy() : null, record.by()));
        clocks.startAbout(reference, ClockKind.REVIEW_REQUEST, letter.issuedOn(), "Suitability of the home offered");
        record.happened(reference, id, Kind.GIVEN, "They can consider it until " + Words.day(typed.until()) + ".");
        record.audit(reference, "homeOffer.given", id, Map.of("kind", offer.kind().name(), "until",
                typed.until().toString(), "letter", String.valueOf(letter.id())), typed.shortWhy(),
                offer.kind().provision(offer.duty()));
    }

    /** Why they cannot have time until then, by field; empty when they can. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<FieldError> moreTimeProblems(CaseReference reference, long id, LocalDate until, String closedDayWhy) {
        Optional<HomeOffer> offer = store.find(reference, id).filter(each -> each.status() == OfferStatus.OPEN);
        if (offer.isEmpty()) {
            return List.of(new FieldError("homeAnswer", "This offer does not wait for an answer any more"));
        }
        if (!until.isAfter(offer.get().given().considerUntil()) || until.isBefore(record.today())) {
            return List.of(new FieldError("considerUntil", "More time must run beyond "
                    + Words.day(offer.get().given().considerUntil()) + ", and not end in the past"));
        }
        return time.problems(offer.get().kind(), record.today(), until, "More time", closedDayWhy);
    }

    /**
     * They get more time, and are told so in writing.
     *
     * @throws NotPossible with the first of {@link #moreTimeProblems}
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void moreTime(CaseReference reference, long id, LocalDate until, String closedDayWhy) {
        HomeOffer offer = record.held(reference, id);
        moreTimeProblems(reference, id, until, closedDayWhy).stream().findFirst().ifPresent(problem -> {
            throw new NotPossible(problem.message() + ".");
        });
        String closed = time.closed(until);
        store.moreTime(id, until, closed == null ? null : closedDayWhy);
        letters.issue(reference, "offer-reminder", models.reminder(offer, until, closed, closedDayWhy, true),
                "home-offer-more-time-" + id + "-" + until);
        record.happened(reference, id, Kind.MORE_TIME, "Until " + Words.day(until) + ".");
        record.audit(reference, "homeOffer.moreTime", id, Map.of("until", until.toString()), null,
                offer.kind().provision(offer.duty()));
    }

    /** Reminds them of the last day, once for each; nothing goes out on the day of the letter or when they answered. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void remind(CaseReference reference, long id) {
        HomeOffer offer = record.held(reference, id);
        if (offer.status() != OfferStatus.OPEN || !record.today().isAfter(offer.given().writtenOn())) {
            return;
        }
        LocalDate until = offer.given().considerUntil();
        String key = "home-offer-reminder-" + id + "-" + until;
        if (letters.issued(key).isEmpty()) {
            letters.issue(reference, "offer-reminder", models.reminder(offer, until, time.closed(until),
                    offer.given().closedDayWhy(), false), key);
            record.happened(reference, id, Kind.REMINDED, null);
        }
    }
}

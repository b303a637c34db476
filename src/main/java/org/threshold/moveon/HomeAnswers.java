package org.threshold.moveon;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.form.FieldError;
import org.threshold.homelessness.ContactAttempts;
import org.threshold.moveon.HomeOffer.How;
import org.threshold.moveon.HomeOfferEvent.Kind;
import org.threshold.moveon.store.HomeOfferStore;

/** What households say to an offer. What was not made in writing cannot be refused, and silence is no refusal at first. */
@Component
class HomeAnswers {

    private final HomeOfferStore store;
    private final ContactAttempts attempts;
    private final LetterReached reached;
    private final OfferSettings settings;
    private final OfferRecord record;

    HomeAnswers(HomeOfferStore store, ContactAttempts attempts, LetterReached reached, OfferSettings settings,
                OfferRecord record) {
        this.store = store;
        this.attempts = attempts;
        this.reached = reached;
        this.settings = settings;
        this.record = record;
    }

    List<FieldError> problems(CaseReference reference, long id, Told told, boolean accepted) {
        Optional<HomeOffer> found = store.find(reference, id);
        if (found.filter(offer -> offer.status() == OfferStatus.OPEN).isEmpty()) {
            return List.of(new FieldError("homeAnswer", found.filter(offer -> offer.given() == null).isPresent()
                    ? "The offer letter has not been given, so nobody can answer it yet"
                    : "This offer does not wait for an answer any more"));
        }
        HomeOffer.Given given = found.get().given();
        List<FieldError> problems = new ArrayList<>();
        if (told.how() == How.SILENCE) {
            checkSilence(problems, reference, given, accepted);
        } else if (told.on() == null || told.on().isBefore(given.writtenOn()) || told.on().isAfter(record.today())) {
            problems.add(new FieldError("answeredOn", "The day of their answer must be from the day of the offer letter, "
                    + Words.day(given.writtenOn()) + ", to today"));
        }
        if (!accepted && told.words() == null) {
            problems.add(new FieldError("answerWords", "Enter their reasons, in their words where you can"));
        }
        return problems;
    }

    /** Only when the last day has passed, when the letter can have reached them, and after attempts to reach them since the letter. */
    private void checkSilence(List<FieldError> problems, CaseReference reference, HomeOffer.Given given,
                              boolean accepted) {
        if (accepted) {
            problems.add(new FieldError("homeAnswer", "Nobody accepts a home by saying nothing"));
        } else if (!record.today().isAfter(given.considerUntil())) {
            problems.add(new FieldError("homeAnswer", "They have until the end of " + Words.day(given.considerUntil())
                    + ". Until then their silence is no refusal"));
        } else if (reached.why(reference, given.letterId()).isPresent()) {
            problems.add(new FieldError("homeAnswer", reached.why(reference, given.letterId()).get()));
        } else {
            long tried = tried(reference, given.writtenOn());
            if (tried < settings.attempts()) {
                problems.add(new FieldError("homeAnswer", "Try to reach them first, and record it on the case. Attempts"
                        + " since the offer letter: " + tried + " of " + settings.attempts()));
            }
        }
    }

    /** In vain since they were last reached, and not before the letter. */
    private long tried(CaseReference reference, LocalDate letter) {
        return attempts.of(reference).stream().takeWhile(attempt -> !attempt.reached())
                .filter(attempt -> !attempt.triedOn().isBefore(letter)).count();
    }

    void accept(CaseReference reference, long id, Told told) {
        HomeOffer offer = answer(reference, id, told, true);
        record.happened(reference, id, Kind.ACCEPTED, told.words());
        audit(offer, "homeOffer.accepted", told);
    }

    boolean refuse(CaseReference reference, long id, Told told) {
        HomeOffer offer = answer(reference, id, told, false);
        record.happened(reference, id, Kind.REFUSED, told.words());
        audit(offer, "homeOffer.refused", told);
        if (!offer.refusalHasConsequence()) {
            store.noConsequence(id);
            record.happened(reference, id, Kind.NO_CONSEQUENCE, null);
        }
        return offer.refusalHasConsequence();
    }

    private HomeOffer answer(CaseReference reference, long id, Told told, boolean accepted) {
        HomeOffer offer = record.held(reference, id);
        problems(reference, id, told, accepted).stream().findFirst().ifPresent(problem -> {
            throw new NotPossible(problem.message() + ".");
        });
        boolean silent = told.how() == How.SILENCE;
        store.answer(id, accepted ? OfferStatus.ACCEPTED : OfferStatus.REFUSED, new HomeOffer.Answered(
                silent ? record.today() : told.on(), told.how(), silent ? "Nobody" : told.from(), told.words(),
                record.by()));
        return offer;
    }

    private void audit(HomeOffer offer, String action, Told told) {
        record.audit(offer.caseReference(), action, offer.id(), Map.of("kind", offer.kind().name(), "how",
                told.how().name()), null, offer.kind().provision(offer.duty()));
    }
}

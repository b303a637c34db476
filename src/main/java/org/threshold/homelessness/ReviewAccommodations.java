package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.ReviewAccommodation.Considered;
import org.threshold.homelessness.store.ReviewCourseStore;
import org.threshold.letter.Letters;

/**
 * Accommodation until a review (s188(3)) or an appeal (s204(4)) is decided: a power, which has to be considered each time,
 * by what R (Mohammed) v Camden LBC asks for, with reasons that they are told.
 */
@Service
public class ReviewAccommodations {

    static final String ASKED = "threshold.review.accommodationAsked";

    private final Reviews reviews;
    private final ReviewCourseStore store;
    private final Letters letters;
    private final ApproachProcess process;
    private final ObjectProvider<OffersMade> offers;
    private final CaseRecord record;

    ReviewAccommodations(Reviews reviews, ReviewCourseStore store, Letters letters, ApproachProcess process,
                         ObjectProvider<OffersMade> offers, CaseRecord record) {
        this.reviews = reviews;
        this.store = store;
        this.letters = letters;
        this.process = process;
        this.offers = offers;
        this.record = record;
    }

    /** Latest first, of every review of the case. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<ReviewAccommodation> of(CaseReference reference) {
        return store.accommodation(reference);
    }

    /** Records what was decided until the review is decided; {@link #tell} sends the letter. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void pendingReview(long id, Considered made) {
        Review review = reviews.get(id);
        if (!review.running()) {
            throw new NotPossible("This review does not run any more.");
        }
        problem(id, made.granted()).ifPresent(why -> {
            throw new NotPossible(why);
        });
        record(review, false, made);
    }

    /**
     * Why it cannot be refused; empty when it can. While the suitability of a final offer under the relief duty is
     * reviewed, the interim duty itself goes on (s188(2A)), so there is nothing to choose.
     */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> problem(long id, boolean granted) {
        Review review = reviews.get(id);
        String subject = review.request().subject();
        boolean ofFinalOffer = subject != null && subject.matches("offer-\\d+") && offers.stream()
                .flatMap(each -> each.find(review.caseReference(), Long.parseLong(subject.substring(6))).stream())
                .anyMatch(offer -> offer.kind().isFinal() && offer.duty() == DutyKind.RELIEF);
        return granted || !ofFinalOffer ? Optional.empty() : Optional.of("While the suitability of this final offer is"
                + " under review, the relief duty is not taken to have ended, so interim accommodation goes on until the"
                + " decision on review has been notified (section 188(2A)). Select yes");
    }

    /** Tells them of the last decision until the review is decided. A second call changes nothing. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void tell(long id) {
        Review review = reviews.get(id);
        store.accommodation(review.caseReference()).stream().filter(each -> each.reviewId() == id && !each.appeal())
                .findFirst().ifPresent(made -> tell(review, made));
    }

    /** What was decided until the appeal is decided, with its letter (s204(4)). */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void pendingAppeal(long id, Considered made) {
        Review review = reviews.get(id);
        if (review.notifiedOn() == null && store.last(id, ReviewEvent.Kind.OUT_OF_TIME).isEmpty()) {
            throw new NotPossible("Until the review is decided, accommodation is considered under section 188(3)");
        }
        tell(review, record(review, true, made));
    }

    private ReviewAccommodation record(Review review, boolean appeal, Considered made) {
        LocalDate today = record.today();
        long row = store.add(review.id(), appeal, made, today, record.by(), record.now());
        ReviewAccommodation kept = new ReviewAccommodation(row, review.id(), appeal, made, today, record.by());
        record.tell(review.caseReference(), "decision", "Accommodation until the " + (appeal ? "appeal" : "review")
                + " is decided: " + (made.granted() ? "yes" : "no"), made.reasons());
        record.audit(review.caseReference(), "review.accommodation", review.id(), Map.of("granted",
                String.valueOf(made.granted()), "appeal", String.valueOf(appeal)), made.reasons(), kept.provision());
        return kept;
    }

    private void tell(Review review, ReviewAccommodation made) {
        letters.issue(review.caseReference(), "accommodation-pending-review", ReviewLetters.accommodation(review, made),
                "review-accommodation-" + made.id());
    }

    /**
     * They ask for it, or something new is known: it is considered once more.
     *
     * @throws NotPossible when it is being considered already, or the review does not run
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void askedAgain(long id, String words) {
        Review review = reviews.get(id);
        if (!review.running()) {
            throw new NotPossible("This review does not run any more.");
        }
        if (!process.tellAbout(review.caseReference(), ASKED, ReviewCourse.ABOUT, id, Map.of())) {
            throw new NotPossible("Accommodation until the review is decided is being considered now. Add what is new to"
                    + " that step");
        }
        record.tell(review.caseReference(), "decision", "Asked for accommodation until the review is decided", words);
        record.audit(review.caseReference(), "review.accommodationAsked", id, Map.of(), "s188(3)");
    }
}

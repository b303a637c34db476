package org.threshold.demonstration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.DutyEnding;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;
import org.threshold.homelessness.EndsProposed;
import org.threshold.homelessness.OfferMade;
import org.threshold.homelessness.Review;
import org.threshold.homelessness.ReviewableDecisions;
import org.threshold.homelessness.ReviewableDecisions.Reviewable;
import org.threshold.homelessness.Reviews;
import org.threshold.letter.DispatchWay;
import org.threshold.letter.LetterDispatches;
import org.threshold.letter.Letters;

/** What an officer of the demonstration does on a case's pages rather than in its steps, up to the end of a duty. */
@Component
@Profile("demonstration & !test")
class DemonstrationEnds {

    private final Desk desk;
    private final Letters letters;
    private final LetterDispatches dispatches;
    private final EndsProposed ends;
    private final ReviewableDecisions decisions;
    private final Reviews reviews;
    private final Clock clock;

    DemonstrationEnds(Desk desk, Letters letters, LetterDispatches dispatches, EndsProposed ends,
                      ReviewableDecisions decisions, Reviews reviews, Clock clock) {
        this.desk = desk;
        this.letters = letters;
        this.dispatches = dispatches;
        this.ends = ends;
        this.decisions = decisions;
        this.reviews = reviews;
        this.clock = clock;
    }

    /** Every letter to the household that still lies there. */
    void handOverLetters(CaseReference reference) {
        as(() -> {
            Set<Long> sent = dispatches.of(reference).keySet();
            letters.of(reference).stream().filter(letter -> letter.addressee() == null && !sent.contains(letter.id()))
                    .forEach(letter -> dispatches.record(reference, letter.id(), DispatchWay.HANDED_OVER,
                            "The applicant", today(), true));
        });
    }

    void proposeEndOnRefusal(CaseReference reference, String reasons) {
        as(() -> {
            List<OfferMade> offers = ends.offers(reference, DutyKind.MAIN, EndReason.PART6_REFUSED);
            ends.propose(reference, DutyKind.MAIN, new DutyEnding.Facts(EndReason.PART6_REFUSED, today(), reasons, null,
                    null, null, null, List.of(DutyEnding.ASKED), offers.get(offers.size() - 1).id(), null, List.of()));
        });
    }

    /** Of the last duty that ended. */
    void askForReview(CaseReference reference, String what) {
        as(() -> {
            List<Reviewable> endings = decisions.of(reference).stream().filter(each -> each.key().startsWith("ending-"))
                    .toList();
            Reviewable last = endings.get(endings.size() - 1);
            reviews.request(reference, new Review.Request(last.matter(), last.notifiedOn(), last.decidedBy(), today(),
                    Review.Form.EMAIL, what, null, null, last.key()));
        });
    }

    private void as(Runnable action) {
        desk.as("officer", () -> {
            action.run();
            return null;
        });
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

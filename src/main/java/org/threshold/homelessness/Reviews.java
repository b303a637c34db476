package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.NotPermitted;
import org.threshold.access.Permission;
import org.threshold.access.SecondPerson;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockKind;
import org.threshold.clock.StatutoryClock;
import org.threshold.clock.StatutoryClocks;
import org.threshold.homelessness.store.ReviewCourseStore;
import org.threshold.homelessness.store.ReviewStore;
import org.threshold.letter.Letters;

/** Reviews under s202: asked for, decided by an independent senior officer, and notified with the right to appeal. */
@Service
public class Reviews {

    public static final int LONGEST_REQUEST = 4000;
    public static final int LONGEST_LATE_REASONS = 2000;

    static final String WITHDRAWN = "threshold.review.withdrawn";

    private static final String PROCESS = "statutory-review";
    private static final String TELL_FIRST = "You found a deficiency in the decision. Before you decide against them, they"
            + " must be told what you are minded to decide, and be heard (reg 7(2)). Choose to write to them first";

    private final ReviewStore store;
    private final ReviewCourseStore course;
    private final CaseClocks clocks;
    private final ReviewClocks reviewClocks;
    private final ReviewParts parts;
    private final StatutoryClocks statutory;
    private final ApproachProcess process;
    private final CaseFiles cases;
    private final Letters letters;
    private final SecondPerson second;
    private final ObjectProvider<ReviewListener> listeners;
    private final CaseRecord record;

    Reviews(ReviewStore store, ReviewCourseStore course, CaseClocks clocks, ReviewClocks reviewClocks, ReviewParts parts,
            StatutoryClocks statutory, ApproachProcess process, CaseFiles cases, Letters letters, SecondPerson second,
            ObjectProvider<ReviewListener> listeners, CaseRecord record) {
        this.store = store;
        this.course = course;
        this.clocks = clocks;
        this.reviewClocks = reviewClocks;
        this.parts = parts;
        this.statutory = statutory;
        this.process = process;
        this.cases = cases;
        this.letters = letters;
        this.second = second;
        this.listeners = listeners;
        this.record = record;
    }

    /** Latest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Review> of(CaseReference reference) {
        return store.of(reference);
    }

    /** @throws NotPossible when there is none of that number */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Review get(long id) {
        return store.find(id).orElseThrow(() -> new NotPossible("This review does not exist."));
    }

    /** The last day on which a review of a decision of that day can be asked for as of right (s202(3)). */
    @Needs(Permission.VIEW_CASES)
    public LocalDate lastDayToAsk(LocalDate decisionNotified) {
        return clocks.reviewLastDay(decisionNotified);
    }

    /**
     * Records a request. In time, or late and taken all the same, it starts the review with its clock; late and not
     * taken, it is only recorded.
     *
     * @return the id of the review
     * @throws NotPossible in the officer's words
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public long request(CaseReference reference, Review.Request request) {
        String by = record.by();
        check(request);
        long id = store.insert(reference, request, by, record.now()).orElseThrow(() -> new NotPossible(
                "This decision is under review already. Add what they say to that review"));
        record.tell(reference, "decision", "Review asked for: " + lower(request.matter().title()), request.what());
        Review review = get(id);
        Map<String, String> asked = second.asked(parts.prepared(review));
        record.audit(reference, "review.requested", id, CaseRecord.with(asked, "matter", request.matter().name(),
                "requestedOn", request.requestedOn().toString(), "late", String.valueOf(request.late() != null)),
                request.late() == null ? null : request.late().reasons(), request.matter().provision());
        if (request.late() != null && !request.late().accepted()) {
            record.tell(reference, "decision", "The request for a review came late and was not taken",
                    request.late().reasons());
            tellNotTaken(review);
            return id;
        }
        begin(review);
        return id;
    }

    /** In writing, and why: the court can be asked to look at how that discretion was used (s202(3)). */
    private void tellNotTaken(Review review) {
        letters.issue(review.caseReference(), "review-refused-late",
                ReviewLetters.refusedLate(review, lastDayToAsk(review.request().decisionNotified())),
                "review-late-" + review.id());
    }

    private void check(Review.Request request) {
        if (request.requestedOn().isAfter(record.today())) {
            throw new NotPossible("The day they asked must be today or in the past");
        }
        if (request.requestedOn().isBefore(request.decisionNotified())) {
            throw new NotPossible("They cannot have asked before they were told of the decision");
        }
        LocalDate last = lastDayToAsk(request.decisionNotified());
        boolean late = request.requestedOn().isAfter(last);
        if (late && request.late() == null) {
            throw new NotPossible("They asked after " + Words.day(last) + ", the last day of their 21 days. Say whether"
                    + " you take the request all the same, and why");
        }
        if (!late && request.late() != null) {
            throw new NotPossible("They asked in time: the last day was " + Words.day(last));
        }
    }

    /** The clock, the process, and the end of the time in which to ask. */
    private void begin(Review review) {
        CaseReference reference = review.caseReference();
        reviewClocks.start(review);
        askedFor(reference, review.request());
        process.startBeside(reference, PROCESS,
                Map.of("team", cases.summary(reference).team(), "lane", "STANDARD", "reviewId", review.id()));
    }

    /**
     * What was stopped because the applicant was believed to have died goes on: each review that nobody has decided, from
     * the day on which it was asked for.
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void goOn(CaseReference reference) {
        store.of(reference).stream().filter(Review::running)
                .filter(review -> !reviewClocks.runs(review)).forEach(this::begin);
    }

    /** The right to ask is used up, where it is plain which of several it was. */
    private void askedFor(CaseReference reference, Review.Request request) {
        List<StatutoryClock> rights = statutory.of(reference).stream().filter(one -> one.running()
                && one.kind() == ClockKind.REVIEW_REQUEST
                && one.triggerDate().equals(request.decisionNotified())).toList();
        if (rights.size() == 1) {
            statutory.end(rights.get(0), request.requestedOn(), "A review was asked for");
        }
    }

    /** Why the current officer may not decide this review, in words to them; empty when they may. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> refusal(long id) {
        return second.refusal(parts.prepared(get(id))).or(() -> course.last(id, ReviewEvent.Kind.REVIEWER)
                .filter(named -> !named.who().equals(record.by())).map(named -> "Only the reviewer who was named"
                        + " can do this. To change the reviewer, name another one first"));
    }

    /** Who may decide the review, in words, or what to do where nobody may. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public String whoMayDecide(long id) {
        return second.whoCould(parts.prepared(get(id)));
    }

    /**
     * The reviewer decides.
     *
     * @throws org.threshold.access.NotPermitted with the words of {@link #refusal}
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void decide(long id, Review.Outcome outcome, String reasons) {
        String by = record.by();
        Review review = get(id);
        Map<String, String> independence = second.require(parts.prepared(review));
        refusal(id).ifPresent(why -> {
            throw new NotPermitted(why);
        });
        requireMindedTo(id, outcome);
        if (!store.decide(id, outcome, reasons, by, record.now())) {
            throw new NotPossible("Another officer has decided this review meanwhile.");
        }
        CaseReference reference = review.caseReference();
        record.tell(reference, "decision", "Review: " + lower(outcome.title()), reasons);
        record.audit(reference, "review.decided", id, CaseRecord.with(independence, "outcome", outcome.name(), "matter",
                review.request().matter().name()), "s203");
        if (outcome == Review.Outcome.WITHDRAWN) {
            reviewClocks.end(review, record.today(), "The request was withdrawn");
        }
        tell(get(id));
    }

    /** Nobody is decided against on a deficient decision without having been told first (reg 7(2)). */
    private void requireMindedTo(long id, Review.Outcome outcome) {
        boolean deficient = course.last(id, ReviewEvent.Kind.EXAMINED)
                .filter(found -> !found.code().equals(ReviewEvent.Found.NOT_DEFICIENT.name())).isPresent();
        if (outcome == Review.Outcome.UPHELD && deficient
                && course.last(id, ReviewEvent.Kind.MINDED_TO).isEmpty()) {
            throw new NotPossible(TELL_FIRST);
        }
    }

    /** Why a review cannot be decided in that way yet; empty when it can. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> problem(long id, Review.Outcome outcome) {
        try {
            requireMindedTo(id, outcome);
            return Optional.empty();
        } catch (NotPossible why) {
            return Optional.of(why.getMessage());
        }
    }

    /**
     * The applicant takes the request back; whoever hears of it records it.
     *
     * @throws NotPossible when it is decided already
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void withdraw(long id, LocalDate on, String how) {
        Review review = get(id);
        if (on.isAfter(record.today()) || on.isBefore(review.request().requestedOn())) {
            throw new NotPossible("The day must be between the day they asked and today");
        }
        if (!store.decide(id, Review.Outcome.WITHDRAWN, how, record.by(), record.now())) {
            throw new NotPossible("This review does not run any more.");
        }
        CaseReference reference = review.caseReference();
        record.tell(reference, "decision", "Review: the request was withdrawn", how);
        record.audit(reference, "review.withdrawn", id, Map.of("on", on.toString()), "s202");
        reviewClocks.end(review, on, "The request was withdrawn");
        process.tellAbout(reference, WITHDRAWN, "reviewId", id, Map.of());
        tell(get(id));
    }

    private void tell(Review decided) {
        boolean overturned = decided.result().outcome() == Review.Outcome.OVERTURNED;
        listeners.orderedStream().forEach(overturned ? listener -> listener.overturned(decided)
                : listener -> listener.stands(decided));
    }

    /**
     * Gives notice of the decision on review, which starts the time for an appeal to the county court on a point of law
     * (s204). A second call changes nothing.
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void notifyDecision(long id) {
        Review review = get(id);
        if (review.result() == null) {
            throw new NotPossible("This review is not decided yet.");
        }
        if (review.notifiedOn() != null) {
            return;
        }
        CaseReference reference = review.caseReference();
        Letters.Letter letter = letters.issue(reference, "review-decision",
                ReviewLetters.decision(review, clocks.appealLastDay(record.today())), "review-" + id);
        store.notified(id, letter.issuedOn());
        reviewClocks.end(review, letter.issuedOn(), "Decision on review notified");
        reviewClocks.appeal(review, letter.issuedOn(), letter.issuedOn());
        record.audit(reference, "review.notified", id, Map.of("outcome", review.result().outcome().name()), "s203, s204");
    }

    private static String lower(String words) {
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}

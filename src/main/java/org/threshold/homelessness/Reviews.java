package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.FourEyes;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.access.Prepared;
import org.threshold.access.SecondPerson;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockKind;
import org.threshold.clock.StatutoryClock;
import org.threshold.clock.StatutoryClocks;
import org.threshold.homelessness.store.ReviewStore;
import org.threshold.letter.Letters;

/** Reviews under s202: asked for, decided by an independent senior officer, and notified with the right to appeal. */
@Service
public class Reviews {

    public static final int LONGEST_REQUEST = 4000;
    public static final int LONGEST_LATE_REASONS = 2000;

    private static final String PROCESS = "statutory-review";

    private final ReviewStore store;
    private final CaseClocks clocks;
    private final StatutoryClocks statutory;
    private final ApproachProcess process;
    private final CaseFiles cases;
    private final Letters letters;
    private final SecondPerson second;
    private final CaseRecord record;

    Reviews(ReviewStore store, CaseClocks clocks, StatutoryClocks statutory, ApproachProcess process, CaseFiles cases,
            Letters letters, SecondPerson second, CaseRecord record) {
        this.store = store;
        this.clocks = clocks;
        this.statutory = statutory;
        this.process = process;
        this.cases = cases;
        this.letters = letters;
        this.second = second;
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
        String by = record.caseworker();
        check(request);
        long id = store.insert(reference, request, by, record.now()).orElseThrow(() -> new NotPossible(
                "A review with the same last day's rule runs on this case already. Add what they say to that review"));
        record.tell(reference, "decision", "Review asked for: " + lower(request.matter().title()), request.what());
        Map<String, String> asked = second.asked(new Prepared(FourEyes.REVIEW, reference, request.decidedBy()));
        record.audit(reference, "review.requested", id, CaseRecord.with(asked, "matter", request.matter().name(),
                "requestedOn", request.requestedOn().toString(), "late", String.valueOf(request.late() != null)),
                request.late() == null ? null : request.late().reasons(), request.matter().provision());
        if (request.late() != null && !request.late().accepted()) {
            record.tell(reference, "decision", "The request for a review came late and was not taken",
                    request.late().reasons());
            return id;
        }
        begin(reference, id, request);
        return id;
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
    private void begin(CaseReference reference, long id, Review.Request request) {
        ClockKind kind = request.matter().clock();
        if (statutory.running(reference, kind).isPresent()) {
            throw new NotPossible("A review with the same last day's rule runs on this case already");
        }
        statutory.start(reference, kind, request.requestedOn());
        Review.Extension longer = request.extension();
        if (longer != null) {
            statutory.extend(reference, kind, longer.until(),
                    "Longer time agreed in writing on " + Words.day(longer.agreedOn()));
        }
        askedFor(reference, request);
        process.startBeside(reference, PROCESS,
                Map.of("team", cases.summary(reference).team(), "lane", "STANDARD", "reviewId", id));
    }

    /**
     * What was stopped because the applicant was believed to have died goes on: each review that nobody has decided, from
     * the day on which it was asked for.
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void goOn(CaseReference reference) {
        store.of(reference).stream().filter(Review::running)
                .filter(review -> statutory.running(reference, review.request().matter().clock()).isEmpty())
                .forEach(review -> begin(reference, review.id(), review.request()));
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
        return second.refusal(prepared(get(id)));
    }

    private static Prepared prepared(Review review) {
        return new Prepared(FourEyes.REVIEW, review.caseReference(), review.request().decidedBy());
    }

    /** Who may decide the review, in words, or what to do where nobody may. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public String whoMayDecide(long id) {
        return second.whoCould(prepared(get(id)));
    }

    /**
     * The reviewer decides.
     *
     * @throws org.threshold.access.NotPermitted with the words of {@link #refusal}
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void decide(long id, Review.Outcome outcome, String reasons) {
        String by = record.caseworker();
        Review review = get(id);
        Map<String, String> independence = second.require(prepared(review));
        if (!store.decide(id, outcome, reasons, by, record.now())) {
            throw new NotPossible("Another officer has decided this review meanwhile.");
        }
        CaseReference reference = review.caseReference();
        record.tell(reference, "decision", "Review: " + lower(outcome.title()), reasons);
        record.audit(reference, "review.decided", id, CaseRecord.with(independence, "outcome", outcome.name(), "matter",
                review.request().matter().name()), "s203");
        if (outcome == Review.Outcome.WITHDRAWN) {
            clocks.end(reference, review.request().matter().clock(), record.today(), "The request was withdrawn");
        }
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
                LetterModels.review(review, clocks.appealLastDay(record.today())), "review-" + id);
        store.notified(id, letter.issuedOn());
        clocks.end(reference, review.request().matter().clock(), letter.issuedOn(), "Decision on review notified");
        clocks.start(reference, ClockKind.COUNTY_COURT_APPEAL, letter.issuedOn());
        record.audit(reference, "review.notified", id, Map.of("outcome", review.result().outcome().name()), "s203, s204");
    }

    private static String lower(String words) {
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}

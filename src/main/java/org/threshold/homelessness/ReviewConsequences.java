package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.clock.Finding;
import org.threshold.homelessness.Consequence.Act;
import org.threshold.homelessness.Consequence.Cause;
import org.threshold.homelessness.Consequence.Court;
import org.threshold.homelessness.Consequence.Kind;
import org.threshold.homelessness.ReviewedSubjects.Seen;
import org.threshold.homelessness.store.ConsequenceStore;
import org.threshold.letter.Letters;

/** What follows when a decision is overturned on review or quashed by the court: seen once, told, and put right. */
@Service
public class ReviewConsequences {

    public static final String PROCESS = "review-consequences";
    public static final int LONGEST_ORDER = 4000;
    /** The household is promised to be spoken with in this time; the council's own standard is shorter. */
    private static final int DAYS_TO_SPEAK = 7;
    private static final int LONGEST_WORDS = 4000;

    private final ConsequenceStore store;
    private final Reviews reviews;
    private final ReviewedSubjects subjects;
    private final CaseFindings findings;
    private final Duties duties;
    private final CaseFiles cases;
    private final ApproachProcess process;
    private final Letters letters;
    private final ObjectProvider<HomesAfterReview> homes;
    private final ObjectProvider<ReviewListener> listeners;
    private final CaseRecord record;

    ReviewConsequences(ConsequenceStore store, Reviews reviews, ReviewedSubjects subjects, CaseFindings findings,
                       Duties duties, CaseFiles cases, ApproachProcess process, Letters letters,
                       ObjectProvider<HomesAfterReview> homes, ObjectProvider<ReviewListener> listeners,
                       CaseRecord record) {
        this.store = store;
        this.reviews = reviews;
        this.subjects = subjects;
        this.findings = findings;
        this.duties = duties;
        this.cases = cases;
        this.process = process;
        this.letters = letters;
        this.homes = homes;
        this.listeners = listeners;
        this.record = record;
    }

    /** Latest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Consequence> of(CaseReference reference) {
        return store.of(reference);
    }

    /** @throws NotPossible when there is none of that number */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Consequence get(long id) {
        return store.find(id).orElseThrow(() -> new NotPossible("There is nothing that followed a review."));
    }

    /** In the order in which they were done. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Act> acts(long id) {
        return store.acts(id);
    }

    /** The keys of what was set aside on the case, under {@link ReviewableDecisions}. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Set<String> noLongerStands(CaseReference reference) {
        return store.noLongerStands(reference);
    }

    /** What an act was done to, in words; null where the act says it all. */
    @Needs(Permission.VIEW_CASES)
    public String subjectInWords(Act act) {
        return ConsequenceWords.subject(act.subject());
    }

    /**
     * Looks at what was reviewed and at where the case stands today, once; a second look changes nothing.
     *
     * @return what follows
     * @throws NotPossible when the decision still stands
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public Consequence see(long reviewId) {
        Optional<Consequence> byCourt = store.find(reviewId, Cause.COURT);
        if (byCourt.isPresent()) {
            return byCourt.get();
        }
        Review review = reviews.get(reviewId);
        if (review.result() == null || review.result().outcome() != Review.Outcome.OVERTURNED) {
            throw new NotPossible("This decision was not overturned, so nothing follows from it.");
        }
        return write(review, Cause.REVIEW, null);
    }

    /**
     * The county court has quashed the decision (s204(3)): what follows is the same as after an overturned review.
     *
     * @param order what the court decided
     * @throws NotPossible in the officer's words
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void quashed(long reviewId, LocalDate on, String order) {
        Review review = reviews.get(reviewId);
        if (review.result() == null) {
            throw new NotPossible("This review is not decided yet, so no court has decided about it.");
        }
        if (review.result().outcome() == Review.Outcome.OVERTURNED) {
            throw new NotPossible("This review has overturned the decision already.");
        }
        if (on == null || on.isAfter(record.today()) || on.isBefore(review.request().decisionNotified())) {
            throw new NotPossible("The day of the order must be today or in the past, after the decision");
        }
        if (order == null || order.isBlank() || order.length() > LONGEST_ORDER) {
            throw new NotPossible("Enter what the court ordered, in " + LONGEST_ORDER + " characters or fewer");
        }
        if (store.find(reviewId, Cause.COURT).isPresent()) {
            throw new NotPossible("This order is recorded already.");
        }
        write(review, Cause.COURT, new Court(on, order.strip()));
        listeners.orderedStream().forEach(each -> each.overturned(review));
        Map<String, Object> variables = new HashMap<>();
        variables.put("team", cases.summary(review.caseReference()).team());
        variables.put("lane", "STANDARD");
        variables.put("reviewId", reviewId);
        process.startBeside(review.caseReference(), PROCESS, variables);
    }

    private Consequence write(Review review, Cause cause, Court court) {
        CaseReference reference = review.caseReference();
        Seen seen = subjects.see(review);
        WhatFollows follows = WhatFollows.of(seen.facts(), duties.running(reference, DutyKind.MAIN).isPresent());
        if (store.insert(reference, review.id(), cause, court, seen.key(), seen.duty() == null ? null : seen.duty().id(),
                follows, cases.summary(reference).status(), record.by(), record.now())) {
            record.tell(reference, "decision", cause.title() + ": what follows is put right",
                    court == null ? null : court.order());
            record.audit(reference, "review.consequencesBegun", review.id(), Map.of("cause", cause.name(), "subject",
                    String.valueOf(seen.key()), "stage", String.valueOf(follows.stage())), cause.provision());
        }
        return store.find(review.id(), cause).orElseThrow();
    }

    /** Whether everything was taken back, or a team leader has to do it by hand. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public boolean takenBack(long id) {
        return store.acts(id).stream().noneMatch(each -> each.kind() == Kind.NOT_OPENED);
    }

    /** Tells the household what no longer stands and what happens now; nobody writes to somebody who has died. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void write(long id) {
        Consequence one = get(id);
        if (one.statusBefore() == CaseStatus.DECEASED) {
            return;
        }
        Review.Request request = reviews.get(one.reviewId()).request();
        boolean stays = store.acts(id).stream().anyMatch(each -> each.kind() == Kind.MAY_STAY) && takenBack(id);
        letters.issue(one.caseReference(), "review-put-right", LetterModels.putRight(one, request, takenBack(id), stays,
                record.today().plusDays(DAYS_TO_SPEAK)), "put-right-" + id);
        act(one, Kind.WRITTEN, null, null);
    }

    /** The placement that was found unsuitable, where they still live there; otherwise empty. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<Long> toMoveFrom(long id) {
        Consequence one = get(id);
        return homes.stream().flatMap(each -> each.livedIn(one.caseReference()).stream())
                .filter(each -> ("placement-" + each).equals(one.subject())).findFirst();
    }

    /** The duty under which they are accommodated now; empty while it is only interim. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<DutyKind> accommodatedUnder(long id) {
        return duties.of(get(id).caseReference()).stream().filter(Duty::running).map(Duty::kind)
                .filter(Set.of(DutyKind.MAIN, DutyKind.S190, DutyKind.S193C)::contains).findFirst();
    }

    /**
     * What came of speaking with the household.
     *
     * @param told     who had been told of the old decision and knows now, in words; may be null
     * @param cannotBe what cannot be undone, in words; null where there is nothing
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void spoken(long id, String words, String told, String cannotBe) {
        Consequence one = get(id);
        act(one, Kind.SPOKEN, null, words);
        if (told != null) {
            act(one, Kind.OTHERS_TOLD, null, told);
        }
        if (cannotBe != null) {
            act(one, Kind.CANNOT_BE_UNDONE, null, cannotBe);
        }
    }

    /** The review itself answered one of the four questions, so that nobody has to ask it again. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void found(long id, Question question, Finding finding) {
        Consequence one = get(id);
        Review review = reviews.get(one.reviewId());
        String reasons = review.result().reasons();
        findings.record(one.caseReference(), question, finding, null, "Found on review: "
                + reasons.substring(0, Math.min(reasons.length(), CaseFindings.LONGEST_REASONS - 20)));
    }

    /** What the council does where nobody can take back what happened (Local Government Act 1974 s26). */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void remedied(long id, String words) {
        act(get(id), Kind.REMEDY, null, words);
    }

    private void act(Consequence one, Kind kind, String subject, String words) {
        String kept = words == null ? null : words.substring(0, Math.min(words.length(), LONGEST_WORDS));
        if (store.insertAct(one, kind, subject, kept, record.by(), record.now())) {
            record.tell(one.caseReference(), "decision", one.cause().title() + ": "
                    + ConsequenceWords.lower(kind.title()), kept);
            record.audit(one.caseReference(), "review.consequence", one.reviewId(), Map.of("act", kind.name()),
                    one.cause().provision());
        }
    }
}

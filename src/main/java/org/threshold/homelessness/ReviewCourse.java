package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.NotPermitted;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.SecondPerson;
import org.threshold.homelessness.ReviewEvent.Form;
import org.threshold.homelessness.ReviewEvent.Found;
import org.threshold.homelessness.ReviewEvent.Kind;
import org.threshold.homelessness.store.ReviewCourseStore;
import org.threshold.letter.Letters;

/**
 * The course of a review between request and decision: the reviewer, the acknowledgement, representations, what is found
 * of the original decision, the letter on what the reviewer is minded to decide, and being heard in person
 * (SI 2018/223 regs 5 to 7).
 */
@Service
public class ReviewCourse {

    static final String REPRESENTATIONS = "threshold.review.representations";
    static final String ABOUT = "reviewId";

    private final Reviews reviews;
    private final ReviewCourseStore store;
    private final ReviewClocks clocks;
    private final ReviewParts parts;
    private final SecondPerson second;
    private final People people;
    private final Letters letters;
    private final ApproachProcess process;
    private final CaseRecord record;

    ReviewCourse(Reviews reviews, ReviewCourseStore store, ReviewClocks clocks, ReviewParts parts, SecondPerson second,
                 People people, Letters letters, ApproachProcess process, CaseRecord record) {
        this.reviews = reviews;
        this.store = store;
        this.clocks = clocks;
        this.parts = parts;
        this.second = second;
        this.people = people;
        this.letters = letters;
        this.process = process;
        this.record = record;
    }

    /** What happened in a review, in order. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<ReviewEvent> of(long id) {
        return store.events(id);
    }

    /** The reviewer's username; empty until one is named. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> reviewer(long id) {
        return store.last(id, Kind.REVIEWER).map(ReviewEvent::who);
    }

    /** Who could review it: names by username. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Map<String, String> couldReview(long id) {
        Map<String, String> able = new LinkedHashMap<>();
        second.able(parts.prepared(reviews.get(id))).forEach(each -> able.put(each.username(), each.name()));
        return able;
    }

    /**
     * Names the reviewer, or another one than before.
     *
     * @throws NotPossible when they are not independent, or the review does not run
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void choose(long id, String username, String why) {
        Review review = running(id);
        Officer chosen = second.able(parts.prepared(review)).stream().filter(each -> each.username().equals(username))
                .findFirst().orElseThrow(() -> new NotPossible("This officer may not review the decision. Choose somebody"
                        + " more senior than everyone who made it, who took no part in it"));
        add(review, Kind.REVIEWER, record.today(), null, null, username, why);
        record.tell(review.caseReference(), "decision", "Reviewer: " + chosen.name(), why);
        record.audit(review.caseReference(), "review.reviewer", id, Map.of("reviewer", username,
                "independence", "SI 2018/223 reg 5"), "s203(2)(a)");
    }

    /** Tells them of the procedure and that they may make representations (reg 5). A second call changes nothing. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void acknowledge(long id) {
        Review review = running(id);
        if (store.last(id, Kind.ACKNOWLEDGED).isPresent()) {
            return;
        }
        LocalDate until = clocks.representations(review, record.today());
        String name = reviewer(id).map(people::nameOf).orElse(null);
        letters.issue(review.caseReference(), "review-acknowledged", ReviewLetters.acknowledged(review, name, until,
                clocks.lastDay(review).orElse(null)), "review-acknowledged-" + id);
        add(review, Kind.ACKNOWLEDGED, record.today(), until, null, null, null);
        record.audit(review.caseReference(), "review.acknowledged", id, Map.of("until", until.toString()), "reg 5");
    }

    /**
     * Representations, by them or somebody for them, in writing or spoken. Those that answer the letter on what the
     * reviewer is minded to decide begin the three weeks again (regs 7(2) and 9(1)(a)); the first of them counts.
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void represent(long id, LocalDate on, Form form, String words) {
        Review review = running(id);
        within(review, on);
        Optional<ReviewEvent> told = store.last(id, Kind.MINDED_TO);
        boolean first = told.isPresent() && store.events(id).stream().noneMatch(each -> each.id() > told.get().id()
                && each.kind() == Kind.REPRESENTATIONS && !each.code().equals(Form.NOTHING_MORE.name()));
        add(review, Kind.REPRESENTATIONS, on, null, form.name(), null, words);
        record.tell(review.caseReference(), "decision", "Review, representations: " + form.title(), words);
        record.audit(review.caseReference(), "review.representations", id, Map.of("on", on.toString(), "form",
                form.name()), told.isPresent() ? "reg 7(2)" : "reg 5");
        clocks.representationsReceived(review, on);
        if (first && form != Form.NOTHING_MORE && review.request().matter().threeWeeks()) {
            clocks.restart(review, on, "Representations under regulation 7 were received on " + Words.day(on));
        }
        process.tellAbout(review.caseReference(), REPRESENTATIONS, ABOUT, id,
                Map.of("hearingAsked", form == Form.HEARING_ASKED));
    }

    /**
     * The reviewer has looked at everything again.
     *
     * @param deficiency what is deficient or irregular in the decision or in how it was made; null where nothing is
     * @param minded     why the reviewer is minded to decide against them all the same; null unless they are
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void examined(long id, String deficiency, String minded) {
        Review review = running(id);
        requireReviewer(id);
        Found found = deficiency == null ? Found.NOT_DEFICIENT : minded == null ? Found.DEFICIENT_FOR
                : Found.DEFICIENT_AGAINST;
        add(review, Kind.EXAMINED, record.today(), null, found.name(), null, deficiency);
        record.tell(review.caseReference(), "decision", "Review: " + found.title(), deficiency);
        record.audit(review.caseReference(), "review.examined", id, Map.of("found", found.name()), "reg 7");
        if (found == Found.DEFICIENT_AGAINST) {
            minded(id, minded);
        }
    }

    /** The reviewer is minded to decide against them: they are told before, and may answer (reg 7(2)). */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void minded(long id, String reasons) {
        Review review = running(id);
        requireReviewer(id);
        add(review, Kind.MINDED, record.today(), null, null, null, reasons);
    }

    /** Tells them what the reviewer is minded to decide, and why. A second call for the same reasons changes nothing. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void tellMinded(long id) {
        Review review = running(id);
        ReviewEvent minded = store.last(id, Kind.MINDED).orElseThrow(
                () -> new NotPossible("The reviewer has not said what they are minded to decide."));
        if (store.last(id, Kind.MINDED_TO).filter(told -> told.id() > minded.id()).isPresent()) {
            return;
        }
        String deficiency = store.last(id, Kind.EXAMINED).map(ReviewEvent::words).orElse(null);
        LocalDate until = clocks.representations(review, record.today());
        letters.issue(review.caseReference(), "review-minded-to", ReviewLetters.mindedTo(review, deficiency,
                minded.words(), until), "review-minded-to-" + minded.id());
        add(review, Kind.MINDED_TO, record.today(), until, null, null, minded.words());
        record.audit(review.caseReference(), "review.mindedTo", id, Map.of("until", until.toString()), "reg 7(2)");
    }

    /** They were heard in person, or did not come. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void heard(long id, LocalDate on, String words) {
        Review review = running(id);
        requireReviewer(id);
        within(review, on);
        add(review, Kind.HEARING, on, null, null, null, words);
        record.tell(review.caseReference(), "decision", "Review: heard in person", words);
        record.audit(review.caseReference(), "review.heard", id, Map.of("on", on.toString()), "reg 7(2)(b)");
    }

    private void requireReviewer(long id) {
        reviews.refusal(id).ifPresent(why -> {
            throw new NotPermitted(why);
        });
    }

    private void within(Review review, LocalDate on) {
        if (on.isAfter(record.today()) || on.isBefore(review.request().requestedOn())) {
            throw new NotPossible("The day must be between the day they asked and today");
        }
    }

    private Review running(long id) {
        Review review = reviews.get(id);
        if (!review.running()) {
            throw new NotPossible("This review does not run any more.");
        }
        return review;
    }

    private void add(Review review, Kind kind, LocalDate on, LocalDate until, String code, String who, String words) {
        store.add(new ReviewEvent(0, review.id(), kind, on, until, code, who, words, record.by(), record.now()));
    }
}

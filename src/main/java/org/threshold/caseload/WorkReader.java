package org.threshold.caseload;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.threshold.clock.ClockKind;
import org.threshold.clock.Finding;
import org.threshold.homelessness.DecisionOutcome;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;
import org.threshold.homelessness.FormerWork.FormerDecision;
import org.threshold.homelessness.FormerWork.FormerDuty;
import org.threshold.homelessness.FormerWork.FormerFinding;
import org.threshold.homelessness.FormerWork.FormerPlan;
import org.threshold.homelessness.HousingPlans;
import org.threshold.homelessness.InterimArrangement;
import org.threshold.homelessness.PlanStep;
import org.threshold.homelessness.PriorityNeed;
import org.threshold.homelessness.Question;
import org.threshold.homelessness.Review;
import org.threshold.homelessness.ReviewMatter;
import org.threshold.homelessness.Reviews;

/** Reads the casework of one household: findings, duties, decisions, plan, reviews, and where they stay. */
final class WorkReader {

    private static final int LONGEST_REASONS = 10_000;
    private static final int LONGEST_NAME = 100;
    private static final List<String> INTERIM_KINDS = List.of("BB_SHARED_ANNEXE",
            "NIGHTLY_PRIVATE_SELF_CONTAINED", "HOSTEL_REFUGE", "PSL_LEASED", "LA_HA_STOCK", "OTHER");

    private final HouseholdRows rows;
    private final Reading reading;

    WorkReader(HouseholdRows rows, Reading reading) {
        this.rows = rows;
        this.reading = reading;
    }

    List<FormerFinding> findings(RowReader row) {
        List<FormerFinding> findings = new ArrayList<>();
        for (Question question : Question.values()) {
            String heading = question.name().toLowerCase(java.util.Locale.ROOT);
            Finding finding = row.code(heading, Finding.class);
            LocalDate on = row.past(heading + "_on");
            if (finding != null && finding != Finding.UNDECIDED && on == null && !row.has(heading + "_on")) {
                row.refuse(heading + "_on", "The finding has no day.", "Enter the day on which the council was"
                        + " satisfied of it: what was recorded by day 56 decides how relief ends.");
            } else if (finding != null && finding != Finding.UNDECIDED && on != null) {
                findings.add(new FormerFinding(question, finding, category(row, question, finding), on));
            }
        }
        return findings;
    }

    private static String category(RowReader row, Question question, Finding finding) {
        if (question != Question.PRIORITY_NEED || finding != Finding.YES) {
            return null;
        }
        PriorityNeed need = row.code("priority_need_category", PriorityNeed.class);
        return need == null ? null : need.name();
    }

    List<FormerDuty> duties() {
        List<FormerDuty> duties = new ArrayList<>();
        for (Row each : rows.of(Sheet.DUTIES)) {
            FormerDuty duty = duty(reading.of(each));
            if (duty != null) {
                duties.add(duty);
            }
        }
        duties.sort(Comparator.comparing(FormerDuty::startedOn));
        return duties;
    }

    private FormerDuty duty(RowReader row) {
        DutyKind kind = row.code("duty", DutyKind.class);
        LocalDate started = row.past("started_on");
        LocalDate ended = row.past("ended_on");
        EndReason reason = row.code("end_reason", EndReason.class);
        if (kind == null || started == null) {
            return null;
        }
        if (row.has("ended_on") != row.has("end_reason")) {
            row.refuse(row.has("ended_on") ? "end_reason" : "ended_on",
                    "A duty that has ended needs both its last day and the reason.",
                    "Enter both, or leave both empty while the duty is owed.");
            return null;
        }
        if (ended != null && ended.isBefore(started)) {
            row.refuse("ended_on", "The duty ends before it starts.", "Check both days.");
        }
        if (reason != null && !reason.ends(kind)) {
            row.refuse("end_reason", "This reason cannot end the " + kind.title().toLowerCase() + ".",
                    "The handbook lists the reasons of each duty.");
        }
        if (reason == EndReason.ELAPSED_56 && ended != null && ended.isBefore(started.plusDays(55))) {
            row.refuse("ended_on", "The 56 days had not passed: day 56 was " + reading.written(started.plusDays(55))
                    + ".", "Check both days and the reason.");
        }
        if (kind.clock() != null) {
            reading.inForce(row, "started_on", kind.clock(), started);
        }
        return new FormerDuty(kind, started, ended, reason);
    }

    List<FormerDecision> decisions() {
        List<FormerDecision> decisions = new ArrayList<>();
        for (Row each : rows.of(Sheet.DECISIONS)) {
            RowReader row = reading.of(each);
            DecisionOutcome outcome = row.code("outcome", DecisionOutcome.class);
            LocalDate on = row.past("notified_on");
            String decidedBy = maker(row, "decided_by");
            String signedBy = maker(row, "signed_by");
            String reasons = row.text("reasons", LONGEST_REASONS);
            LocalDate until = row.day("opportunity_until");
            if (on != null) {
                reading.inForce(row, "notified_on", ClockKind.REVIEW_REQUEST, on);
            }
            if (outcome != null && on != null && decidedBy != null && reasons != null) {
                decisions.add(new FormerDecision(outcome, on, decidedBy, signedBy, reasons, until));
            }
        }
        decisions.sort(Comparator.comparing(FormerDecision::notifiedOn));
        return decisions;
    }

    private String maker(RowReader row, String heading) {
        String name = row.text(heading, LONGEST_NAME);
        if (name != null && name.contains(",")) {
            row.refuse(heading, "A name cannot contain a comma.", "Write first name and last name, like ‘Jo Example’.");
            return null;
        }
        return name == null ? null : reading.people().usernameOr(name);
    }

    /** Null where there is no plan. */
    FormerPlan plan(RowReader caseRow) {
        LocalDate given = caseRow.past("plan_given_on");
        LocalDate review = caseRow.day("plan_review_on");
        List<PlanStep> steps = rows.of(Sheet.PLAN_STEPS).stream().map(each -> step(reading.of(each)))
                .filter(Objects::nonNull).toList();
        if (rows.of(Sheet.PLAN_STEPS).isEmpty()) {
            if (caseRow.has("plan_given_on") || caseRow.has("plan_review_on")) {
                caseRow.refuse("plan_given_on", "The plan has days but no steps.",
                        "Add its steps to plan-steps.csv, or empty both days.");
            }
            return null;
        }
        if (rows.of(Sheet.PLAN_STEPS).size() > HousingPlans.MOST_STEPS) {
            reading.of(rows.of(Sheet.PLAN_STEPS).get(HousingPlans.MOST_STEPS)).refuse("what",
                    "A plan has at most " + HousingPlans.MOST_STEPS + " steps.", "Leave out those that are done.");
        }
        if (!caseRow.has("plan_given_on") || !caseRow.has("plan_review_on")) {
            caseRow.refuse(caseRow.has("plan_given_on") ? "plan_review_on" : "plan_given_on",
                    "The plan has steps but not both its days.",
                    "Enter when the applicant got it and when it is to be reviewed.");
            return null;
        }
        return given == null || review == null ? null : new FormerPlan(given, review, steps);
    }

    private static PlanStep step(RowReader row) {
        PlanStep.Who who = row.code("who", PlanStep.Who.class);
        PlanStep.Kind kind = row.code("kind", PlanStep.Kind.class);
        String what = row.text("what", 2000);
        LocalDate by = row.day("by");
        Boolean agreed = row.yesNo("agreed");
        String whyNot = row.text("why_not_agreed", 2000);
        if (Boolean.FALSE.equals(agreed) && whyNot == null) {
            row.refuse("why_not_agreed", "A step that is not agreed needs the reason.",
                    "Enter why the applicant does not agree to it (section 189A(6)).");
            return null;
        }
        return who == null || kind == null || what == null || by == null || agreed == null ? null
                : new PlanStep(who, kind, what, by, agreed, agreed ? null : whyNot);
    }

    /** Null where they have no accommodation under s188. */
    InterimArrangement interim(RowReader row) {
        String address = row.text("interim_address", 200);
        String kind = row.oneOf("interim_kind", INTERIM_KINDS);
        LocalDate from = row.past("interim_from");
        Boolean inDistrict = row.yesNo("interim_in_district");
        String suitability = row.text("interim_suitability", 4000);
        if (address == null && kind == null && from == null) {
            return null;
        }
        if (address == null || !row.has("interim_kind") || !row.has("interim_from")) {
            row.refuse(address == null ? "interim_address" : row.has("interim_kind") ? "interim_from" : "interim_kind",
                    "Interim accommodation needs its address, its kind and its first day.",
                    "Enter all three, or leave all empty.");
            return null;
        }
        return new InterimArrangement("PLACED", address, kind, from, inDistrict, suitability, null);
    }

    List<Review.Request> reviews() {
        Set<ClockKind> lengths = EnumSet.noneOf(ClockKind.class);
        List<Review.Request> reviews = new ArrayList<>();
        for (Row each : rows.of(Sheet.REVIEWS)) {
            RowReader row = reading.of(each);
            Review.Request request = review(row);
            if (request != null && !lengths.add(request.matter().clock())) {
                row.refuse("matter", "Two reviews of the same length run on one case.",
                        "Bring over the one that was asked for first, and note the other.");
            } else if (request != null) {
                reviews.add(request);
            }
        }
        return reviews;
    }

    private Review.Request review(RowReader row) {
        ReviewMatter matter = row.code("matter", ReviewMatter.class);
        LocalDate notified = row.past("decision_notified_on");
        String makers = row.text("decided_by", 10 * LONGEST_NAME);
        LocalDate requested = row.past("requested_on");
        Review.Form form = row.code("received_how", Review.Form.class);
        String what = row.text("what_they_say", Reviews.LONGEST_REQUEST);
        String late = row.text("late_reasons", Reviews.LONGEST_LATE_REASONS);
        if (matter == null || notified == null || makers == null || requested == null || form == null
                || what == null) {
            return null;
        }
        if (makers.contains(",")) {
            row.refuse("decided_by", "A name cannot contain a comma.", "Put | between several people.");
            return null;
        }
        if (requested.isBefore(notified)) {
            row.refuse("requested_on", "The review was asked for before the decision was notified.",
                    "Check both days.");
            return null;
        }
        if (!reading.inForce(row, "decision_notified_on", ClockKind.REVIEW_REQUEST, notified)
                || !reading.inForce(row, "requested_on", matter.clock(), requested)
                || !lateness(row, notified, requested, late)) {
            return null;
        }
        Set<String> who = Arrays.stream(makers.split("\\|")).map(String::strip).filter(name -> !name.isEmpty())
                .map(reading.people()::usernameOr).collect(Collectors.toSet());
        return new Review.Request(matter, notified, who, requested, form, what,
                late == null ? null : new Review.Late(true, late), extension(row, matter, requested));
    }

    private boolean lateness(RowReader row, LocalDate notified, LocalDate requested, String late) {
        LocalDate last = reading.reviewRight(notified);
        if (requested.isAfter(last) && late == null) {
            row.refuse("late_reasons", "The review was asked for after the 21 days of section 202(3).",
                    "Enter why the council took the request all the same, or leave the review out.");
            return false;
        }
        if (!requested.isAfter(last) && late != null) {
            row.refuse("late_reasons", "The review was asked for in time.", "Leave the reasons empty.");
            return false;
        }
        return true;
    }

    private Review.Extension extension(RowReader row, ReviewMatter matter, LocalDate requested) {
        LocalDate until = row.day("extended_to");
        LocalDate agreed = row.past("extension_agreed_on");
        if (until == null && agreed == null) {
            return null;
        }
        if (until == null || agreed == null) {
            row.refuse(until == null ? "extended_to" : "extension_agreed_on",
                    "A longer time needs its last day and the day of the written agreement.",
                    "Enter both, or leave both empty. Without a written agreement the time is not longer.");
            return null;
        }
        LocalDate statutory = reading.deadlines().calculate(matter.clock(), requested).lastDay();
        if (!until.isAfter(statutory)) {
            row.refuse("extended_to", "The agreed day is not later than the last day that the regulations give.",
                    "Leave both extension columns empty.");
            return null;
        }
        return new Review.Extension(until, agreed);
    }
}

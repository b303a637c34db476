package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.homelessness.Consequence.Kind;
import org.threshold.homelessness.store.ConsequenceStore;
import org.threshold.homelessness.store.DecisionStore;
import org.threshold.homelessness.store.LinkStore;

/**
 * Takes back, one after the other, what was done on the strength of a decision that no longer stands, and puts each back
 * where a later one cannot be done. What was recorded and sent stays as it is. The engine may put back in any order, so
 * that none of it rests on another.
 */
@Service
@Needs(Permission.WORK_CASES)
public class TakingBack {

    private static final Set<CaseStatus> NEVER_AGAIN = Set.of(CaseStatus.MERGED, CaseStatus.CREATED_IN_ERROR,
            CaseStatus.DECEASED);
    private static final String PLAN_REVIEW_ASKED = "threshold.plan.reviewAsked";

    private final ConsequenceStore store;
    private final DutiesAgain duties;
    private final DecisionStore decisions;
    private final LinkStore reopenings;
    private final CaseFiles cases;
    private final ApproachProcess process;
    private final ObjectProvider<HomesAfterReview> homes;
    private final CaseRecord record;

    TakingBack(ConsequenceStore store, DutiesAgain duties, DecisionStore decisions, LinkStore reopenings,
               CaseFiles cases, ApproachProcess process, ObjectProvider<HomesAfterReview> homes, CaseRecord record) {
        this.store = store;
        this.duties = duties;
        this.decisions = decisions;
        this.reopenings = reopenings;
        this.cases = cases;
        this.process = process;
        this.homes = homes;
        this.record = record;
    }

    /** The reviewed decision, and a decision that rests on the end of the duty that now goes on. */
    @Transactional
    public void setAside(long consequenceId) {
        Consequence one = get(consequenceId);
        if (one.subject() != null) {
            act(one, Kind.SET_ASIDE, one.subject(), null);
        }
        if (one.follows().goesOn() != null && one.dutyId() != null) {
            LocalDate ended = duties.get(one.caseReference(), one.dutyId()).endedOn();
            decisions.of(one.caseReference()).stream()
                    .filter(each -> each.issuedOn() != null && ended != null && !each.issuedOn().isBefore(ended))
                    .forEach(each -> act(one, Kind.SET_ASIDE, "decision-" + each.id(), each.outcome().title()));
        }
    }

    @Transactional
    public void countAgain(long consequenceId) {
        Consequence one = get(consequenceId);
        store.acts(consequenceId).stream().filter(each -> each.kind() == Kind.SET_ASIDE)
                .filter(each -> !each.subject().startsWith("owed-"))
                .forEach(each -> act(one, Kind.COUNTS_AGAIN, each.subject(), each.words()));
    }

    /** Where they were asked to leave because of the decision, they may stay. */
    @Transactional
    public void letStay(long consequenceId) {
        Consequence one = get(consequenceId);
        if (one.follows().byHand()) {
            return;
        }
        homes.stream().flatMap(each -> each.letStay(one.caseReference(), one.cause().title()).stream()).distinct()
                .forEach(placement -> act(one, Kind.MAY_STAY, "placement-" + placement, null));
    }

    @Transactional
    public void askToLeaveAgain(long consequenceId) {
        Consequence one = get(consequenceId);
        List<Long> placements = store.acts(consequenceId).stream().filter(each -> each.kind() == Kind.MAY_STAY)
                .map(each -> Long.valueOf(each.subject().substring("placement-".length()))).toList();
        homes.stream().forEach(each -> each.askToLeaveAgain(one.caseReference(), placements,
                "The overturned decision could not be taken back"));
        placements.forEach(placement -> act(one, Kind.MUST_LEAVE_AGAIN, "placement-" + placement, null));
    }

    /** The duty that ended goes on, and one that came in its place was never owed. */
    @Transactional
    public void letDutyGoOn(long consequenceId) {
        Consequence one = get(consequenceId);
        WhatFollows follows = one.follows();
        if (follows.stage() == null) {
            return;
        }
        List<Duty> replaced = replaced(one);
        LocalDate from = from(one, replaced);
        replaced.forEach(each -> {
            duties.endAsNeverOwed(each);
            act(one, Kind.SET_ASIDE, "owed-" + each.id(), each.kind().title());
        });
        if (follows.goesOn() == null) {
            return;
        }
        if (one.dutyId() != null && duties.get(one.caseReference(), one.dutyId()).kind() == follows.goesOn()) {
            act(one, Kind.SET_ASIDE, "owed-" + one.dutyId(), "its end");
        }
        long id = duties.goOn(one.caseReference(), follows.goesOn(), from);
        act(one, Kind.DUTY_GOES_ON, "owed-" + id, follows.goesOn().title() + ", from " + Words.day(from));
    }

    /** After a notice to refuse co-operation the main duty is owed from the day on which that of s193C was accepted. */
    private LocalDate from(Consequence one, List<Duty> replaced) {
        if (one.dutyId() == null) {
            return record.today();
        }
        Duty ended = duties.get(one.caseReference(), one.dutyId());
        return ended.kind() == one.follows().goesOn() ? ended.startedOn() : replaced.stream().map(Duty::startedOn)
                .min(Comparator.naturalOrder()).orElse(record.today());
    }

    /** What runs only because the decision was thought to be right. */
    private List<Duty> replaced(Consequence one) {
        List<Duty> running = duties.running(one.caseReference());
        if (one.dutyId() != null) {
            return running.stream().filter(each -> each.id() > one.dutyId()).toList();
        }
        return running.stream().filter(each -> Set.of(DutyKind.MAIN, DutyKind.S190, DutyKind.S193C)
                .contains(each.kind())).toList();
    }

    /** What was ended here goes on, and what goes on here is ended. */
    @Transactional
    public void endDutyAsBefore(long consequenceId) {
        Consequence one = get(consequenceId);
        List<Consequence.Act> acts = store.acts(consequenceId);
        Set<String> ended = acts.stream().filter(each -> each.kind() == Kind.SET_ASIDE).map(Consequence.Act::subject)
                .filter(each -> each.startsWith("owed-")).collect(Collectors.toSet());
        acts.stream().filter(each -> each.kind() == Kind.DUTY_GOES_ON).forEach(each -> {
            duties.endAsNeverOwed(duties.get(one.caseReference(), number(each.subject())));
            act(one, Kind.SET_ASIDE, each.subject(), null);
        });
        ended.forEach(subject -> {
            Duty duty = duties.get(one.caseReference(), number(subject));
            act(one, Kind.COUNTS_AGAIN, subject, duty.kind().title());
            if (duty.endReason() == EndReason.SET_ASIDE) {
                duties.goOn(one.caseReference(), duty.kind(), duty.startedOn());
            }
        });
        act(one, Kind.DUTY_ENDED_AGAIN, null, null);
        cases.setStatus(one.caseReference(), one.statusBefore());
    }

    private static long number(String subject) {
        return Long.parseLong(subject.substring(subject.lastIndexOf('-') + 1));
    }

    /** Why the right step cannot be opened by itself, as a sentence for the team leader; empty when it can. */
    @Transactional
    public Optional<String> refusal(long consequenceId) {
        Consequence one = get(consequenceId);
        CaseStatus status = one.statusBefore();
        Optional<String> why = NEVER_AGAIN.contains(status)
                ? Optional.of("This case is recorded as “" + status.title() + "”.")
                : one.follows().byHand() ? Optional.of("What was reviewed is not on this case’s record.")
                : status == CaseStatus.REFERRED_LC && !ofReferral(one)
                        ? Optional.of("Another council owes the duty now.") : Optional.empty();
        why.ifPresent(words -> act(one, Kind.NOT_OPENED, null, words));
        return why;
    }

    private static boolean ofReferral(Consequence one) {
        return one.subject() != null && one.subject().startsWith("referral-");
    }

    /** Puts the approach back to where it goes on, in the process that runs or in a case that was closed. */
    @Transactional
    public void openRightStep(long consequenceId) {
        Consequence one = get(consequenceId);
        CaseReference reference = one.caseReference();
        if (one.follows().planChanges()) {
            process.tell(reference, PLAN_REVIEW_ASKED, Map.of());
            act(one, Kind.STEP_OPENED, "plan", "Review the plan");
        }
        Stage stage = one.follows().stage();
        if (stage == null) {
            return;
        }
        if (!process.runs(reference)) {
            reopenings.insertReopening(reference, stage, one.statusBefore(), one.cause().title(), record.by(),
                    record.now());
        }
        duties.statusOf(reference, stage);
        Map<String, Object> variables = new HashMap<>();
        variables.put("team", cases.summary(reference).team());
        variables.put("lane", "STANDARD");
        process.putBackAt(reference, stage, variables);
        act(one, Kind.STEP_OPENED, "approach", Words.stage(stage));
    }

    private void act(Consequence one, Kind kind, String subject, String words) {
        if (!store.insertAct(one, kind, subject, words, record.by(), record.now())) {
            return;
        }
        List<String> detail = new ArrayList<>();
        Optional.ofNullable(ConsequenceWords.subject(subject)).ifPresent(detail::add);
        Optional.ofNullable(words).ifPresent(detail::add);
        record.tell(one.caseReference(), "decision", one.cause().title() + ": "
                + ConsequenceWords.lower(kind.title()), detail.isEmpty() ? null : String.join(". ", detail));
        record.audit(one.caseReference(), "review.consequence", one.reviewId(), Map.of("act", kind.name(), "subject",
                String.valueOf(subject)), one.cause().provision());
    }

    private Consequence get(long id) {
        return store.find(id).orElseThrow(() -> new NotPossible("There is nothing that followed a review."));
    }
}

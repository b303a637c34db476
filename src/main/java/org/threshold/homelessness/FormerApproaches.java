package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockKind;
import org.threshold.homelessness.FormerWork.FormerDecision;
import org.threshold.homelessness.FormerWork.FormerDuty;
import org.threshold.homelessness.store.FormerWorkStore;

/**
 * Takes over approaches that the council began elsewhere: facts with their true days, the clocks that run from them,
 * and the process at the step where the case stands. Nothing that the applicant was told elsewhere is sent again.
 */
@Service
@Needs(Permission.IMPORT_CASELOAD)
public class FormerApproaches {

    private static final String WHERE_FROM = "Brought over from the previous system, which holds the reasons";

    /** Duties under which inquiries go on; the others come after a decision. */
    private static final Set<DutyKind> BEFORE_DECISION = Set.of(DutyKind.PREVENTION, DutyKind.RELIEF);

    private final FormerWorkStore store;
    private final CaseClocks clocks;
    private final CaseFindings findings;
    private final Reviews reviews;
    private final ApproachProcess process;
    private final CaseRecord record;

    FormerApproaches(FormerWorkStore store, CaseClocks clocks, CaseFindings findings, Reviews reviews,
                     ApproachProcess process, CaseRecord record) {
        this.store = store;
        this.clocks = clocks;
        this.findings = findings;
        this.reviews = reviews;
        this.process = process;
        this.record = record;
    }

    /** @throws NotPossible when a review cannot run as described */
    @Transactional
    public void take(CaseReference reference, String team, FormerWork work) {
        facts(reference, work);
        startClocks(reference, work);
        if (work.stage() != null) {
            process.startAt(reference, work.stage(), variables(team, work));
        }
        work.reviews().forEach(request -> reviews.request(reference, request));
    }

    private void facts(CaseReference reference, FormerWork work) {
        store.findings(reference, work.findings(), WHERE_FROM);
        store.duties(reference, work.duties(), record.now());
        work.duties().stream().filter(duty -> BEFORE_DECISION.contains(duty.kind())).findFirst()
                .ifPresent(first -> store.assessment(reference, first));
        if (!work.decisions().isEmpty()) {
            store.decisions(reference, work.decisions(), findings.of(reference));
        }
        if (work.plan() != null) {
            store.plan(reference, work.plan());
        }
        if (work.interim() != null) {
            store.interim(reference, work.interim(), work);
        }
    }

    /** Each clock from the fact that triggers it, whether or not it has run out by now. */
    private void startClocks(CaseReference reference, FormerWork work) {
        if (work.stage() != null && work.decisions().isEmpty()
                && work.duties().stream().allMatch(duty -> BEFORE_DECISION.contains(duty.kind()))) {
            clocks.start(reference, ClockKind.INQUIRIES, work.approachedOn());
        }
        work.duties().stream().filter(FormerDuty::running).forEach(duty -> startClockOf(reference, duty, work));
        if (work.stage() == Stage.DECISION) {
            decisionClocks(reference, work);
        }
        work.decisions().forEach(decision -> rightToReview(reference, decision, work));
    }

    private void startClockOf(CaseReference reference, FormerDuty duty, FormerWork work) {
        LocalDate until = lastOpportunity(work.decisions());
        if (duty.kind() == DutyKind.S190 && until != null) {
            clocks.startUntil(reference, ClockKind.REASONABLE_OPPORTUNITY, duty.startedOn(), until);
        } else if (duty.kind().clock() != null) {
            clocks.start(reference, duty.kind().clock(), duty.startedOn());
        }
        if (work.plan() == null && work.stage() == Stage.PLAN) {
            clocks.start(reference, ClockKind.PERSONALISED_HOUSING_PLAN, duty.startedOn());
        } else if (work.plan() != null) {
            clocks.start(reference, ClockKind.PLAN_REVIEW, work.plan().givenOn());
        }
    }

    private static LocalDate lastOpportunity(List<FormerDecision> decisions) {
        return decisions.isEmpty() ? null : decisions.get(decisions.size() - 1).opportunityUntil();
    }

    /** The decision is counted from the day on which relief ended, which for an end by law is day 56. */
    private void decisionClocks(CaseReference reference, FormerWork work) {
        work.duties().stream().filter(duty -> duty.kind() == DutyKind.RELIEF && !duty.running())
                .reduce((first, second) -> second).ifPresent(relief -> {
                    clocks.start(reference, ClockKind.MAIN_DUTY_DECISION, relief.endedOn());
                    if (findings.of(reference).outcome().isEmpty()) {
                        clocks.startIfCovered(reference, ClockKind.MAIN_DUTY_DECISION_EXTENDED, relief.endedOn());
                    }
                });
    }

    /** A right that has run out, or was used, needs no clock. */
    private void rightToReview(CaseReference reference, FormerDecision decision, FormerWork work) {
        boolean used = work.reviews().stream().anyMatch(review ->
                review.decisionNotified().equals(decision.notifiedOn()));
        if (!used && !clocks.reviewLastDay(decision.notifiedOn()).isBefore(record.today())) {
            clocks.notified(reference, decision.outcome().title(), decision.notifiedOn());
        }
    }

    private static Map<String, Object> variables(String team, FormerWork work) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("team", team);
        variables.put("lane", work.lane());
        if (work.stage() == Stage.PLAN) {
            boolean relief = work.duties().stream().anyMatch(duty -> duty.running() && duty.kind() == DutyKind.RELIEF);
            variables.put("assessmentOutcome", (relief ? Assessment.Outcome.HOMELESS
                    : Assessment.Outcome.THREATENED).name());
        }
        return variables;
    }
}

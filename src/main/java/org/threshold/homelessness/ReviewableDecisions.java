package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ServiceClock;

/** What was notified on a case and can be reviewed: decisions, notices that end a duty, and the steps of the plan. */
@Service
public class ReviewableDecisions {

    /**
     * One decision as it can be chosen.
     *
     * @param key       names it on the page
     * @param decidedBy everyone who made it
     */
    public record Reviewable(String key, ReviewMatter matter, LocalDate notifiedOn, Set<String> decidedBy) {
    }

    private final Decisions decisions;
    private final DutyEndings endings;
    private final HousingPlans plans;
    private final Duties duties;

    ReviewableDecisions(Decisions decisions, DutyEndings endings, HousingPlans plans, Duties duties) {
        this.decisions = decisions;
        this.endings = endings;
        this.plans = plans;
        this.duties = duties;
    }

    /** Latest first within each kind. */
    @Transactional(readOnly = true)
    public List<Reviewable> of(CaseReference reference) {
        List<Reviewable> found = new ArrayList<>();
        decisions.of(reference).stream().filter(each -> each.issuedOn() != null).forEach(each -> found.add(
                new Reviewable("decision-" + each.id(), each.outcome() == DecisionOutcome.NOT_ELIGIBLE
                        ? ReviewMatter.ELIGIBILITY : ReviewMatter.DUTY_OWED, each.issuedOn(),
                        who(each.draftedBy(), each.answeredBy()))));
        endings.of(reference).stream().filter(each -> each.status() == DutyEnding.Status.DONE)
                .forEach(each -> found.add(new Reviewable("ending-" + each.id(), matter(each),
                        each.facts().endedOn(), who(each.proposedBy(), each.answeredBy()))));
        plans.current(reference).ifPresent(plan -> found.add(new Reviewable("plan-" + plan.id(), matter(reference),
                plan.recordedAt().atZone(ServiceClock.LONDON).toLocalDate(), who(plan.recordedBy(), null))));
        return found;
    }

    private static ReviewMatter matter(DutyEnding ending) {
        return switch (ending.kind()) {
            case PREVENTION -> ReviewMatter.PREVENTION_ENDED;
            case RELIEF -> ReviewMatter.RELIEF_ENDED;
            default -> ReviewMatter.DUTY_OWED;
        };
    }

    private ReviewMatter matter(CaseReference reference) {
        boolean relief = duties.of(reference).stream().anyMatch(duty -> duty.kind() == DutyKind.RELIEF);
        return relief ? ReviewMatter.PLAN_STEPS_RELIEF : ReviewMatter.PLAN_STEPS_PREVENTION;
    }

    private static Set<String> who(String first, String second) {
        return new HashSet<>(Stream.of(first, second).filter(Objects::nonNull).toList());
    }
}

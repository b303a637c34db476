package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ServiceClock;
import org.threshold.homelessness.CouncilReferral.Kind;
import org.threshold.homelessness.store.ConsequenceStore;
import org.threshold.homelessness.store.CooperationStore;
import org.threshold.homelessness.store.DutyStore;
import org.threshold.letter.Letters;

/**
 * What was notified on a case and can be reviewed: decisions, notices that end a duty or say that somebody refused to
 * co-operate, referrals to another council, and the steps of the plan.
 */
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
    private final DutyStore dutyStore;
    private final CooperationStore cooperation;
    private final CouncilReferrals referrals;
    private final Letters letters;
    private final ConsequenceStore consequences;
    private final ObjectProvider<ReviewableElsewhere> elsewhere;

    ReviewableDecisions(Decisions decisions, DutyEndings endings, HousingPlans plans, Duties duties,
                        DutyStore dutyStore, CooperationStore cooperation, CouncilReferrals referrals, Letters letters,
                        ConsequenceStore consequences, ObjectProvider<ReviewableElsewhere> elsewhere) {
        this.decisions = decisions;
        this.endings = endings;
        this.plans = plans;
        this.duties = duties;
        this.dutyStore = dutyStore;
        this.cooperation = cooperation;
        this.referrals = referrals;
        this.letters = letters;
        this.consequences = consequences;
        this.elsewhere = elsewhere;
    }

    /** Latest first within each kind; what was set aside on review is reviewed no more. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Reviewable> of(CaseReference reference) {
        List<Reviewable> found = new ArrayList<>();
        decisions.of(reference).stream().filter(each -> each.issuedOn() != null).forEach(each -> found.add(
                new Reviewable("decision-" + each.id(), each.outcome() == DecisionOutcome.NOT_ELIGIBLE
                        ? ReviewMatter.ELIGIBILITY : ReviewMatter.DUTY_OWED, each.issuedOn(),
                        who(each.draftedBy(), each.answeredBy()))));
        endings.of(reference).stream().filter(each -> each.status() == DutyEnding.Status.DONE)
                .forEach(each -> WayToEnd.of(each.kind(), each.facts().reason()).map(WayToEnd::review)
                        .ifPresent(matter -> found.add(new Reviewable("ending-" + each.id(), matter, notifiedOn(each),
                                who(each.proposedBy(), each.answeredBy())))));
        duties.of(reference).stream().filter(each -> each.endReason() == EndReason.WITHDREW)
                .filter(each -> endings.of(reference).stream().noneMatch(ending -> ending.dutyId() == each.id()
                        && ending.status() == DutyEnding.Status.DONE))
                .forEach(each -> found.add(new Reviewable("duty-" + each.id(), matter(each.kind()), each.endedOn(),
                        who(dutyStore.endedBy(each.id()), null))));
        addNotices(reference, found);
        referrals.of(reference).stream().filter(CouncilReferral::notified).forEach(each -> add(each, found));
        plans.current(reference).ifPresent(plan -> found.add(new Reviewable("plan-" + plan.id(), matter(reference),
                letters.issued("plan-" + plan.id()).map(Letters.Letter::issuedOn).orElseGet(() ->
                        plan.recordedAt().atZone(ServiceClock.LONDON).toLocalDate()), who(plan.recordedBy(), null))));
        elsewhere.orderedStream().forEach(each -> found.addAll(each.of(reference)));
        Set<String> setAside = consequences.noLongerStands(reference);
        return found.stream().filter(each -> !setAside.contains(each.key())).toList();
    }

    /** The 21 days begin with the letter, which may go out well after the day on which the duty ended (s202(3)). */
    private LocalDate notifiedOn(DutyEnding ending) {
        return letters.issued("duty-ended-" + ending.dutyId()).or(() -> letters.issued("opportunity-ends-" + ending.id()))
                .map(Letters.Letter::issuedOn).orElse(ending.facts().endedOn());
    }

    private void addNotices(CaseReference reference, List<Reviewable> found) {
        Map<Long, DutyKind> about = cooperation.of(reference).stream()
                .collect(Collectors.toMap(CooperationRefusal::id, CooperationRefusal::duty));
        cooperation.notices(reference).stream().filter(each -> each.givenOn() != null).forEach(each -> found.add(
                new Reviewable("notice-" + each.id(), about.get(each.refusalId()) == DutyKind.RELIEF
                        ? ReviewMatter.NON_COOPERATION_RELIEF : ReviewMatter.NON_COOPERATION_PREVENTION,
                        each.givenOn(), who(each.draftedBy(), each.answeredBy()))));
    }

    /** To notify the other council, whether the conditions are met, and the duty that follows (s202(1)(c) to (e)). */
    private static void add(CouncilReferral referral, List<Reviewable> found) {
        Set<String> makers = who(referral.check().checkedBy(),
                referral.last(Kind.SIGNED).map(CouncilReferral.Event::by).orElse(null));
        referral.last(Kind.NOTIFIED).ifPresent(notified -> found.add(new Reviewable("referral-" + referral.id(),
                ReviewMatter.REFERRAL, notified.on(), makers)));
        referral.last(Kind.OUTCOME).ifPresent(told -> {
            boolean referee = referral.last(Kind.REFEREE_DECISION).filter(made -> made.code().endsWith("MET")).isPresent();
            found.add(new Reviewable("referral-conditions-" + referral.id(), referee
                    ? ReviewMatter.REFERRAL_CONDITIONS_APPOINTED : ReviewMatter.REFERRAL_CONDITIONS_JOINT, told.on(),
                    makers));
            found.add(new Reviewable("referral-duty-" + referral.id(), ReviewMatter.DUTY_AFTER_REFERRAL, told.on(),
                    makers));
        });
    }

    private static ReviewMatter matter(DutyKind kind) {
        return switch (kind) {
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

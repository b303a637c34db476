package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.threshold.casefile.HouseholdMember;
import org.threshold.casefile.Person;

/**
 * What each letter of this room reads besides the case itself. Days are {@link LocalDate}, codes are names of enums.
 *
 * <ul>
 * <li>{@code prevention-duty-accepted}, {@code relief-duty-accepted}: satisfiedOn, lastDay, reviewLastDay
 * <li>{@code personalised-housing-plan}: version, agreed, disagreement, wishes, changes, reviewOn, steps (who, kind, what, by,
 * contact, agreed, whyNotAgreed), councilSteps, applicantSteps, reviewLastDay; the same in large print
 * <li>{@code prevention-ended}, {@code relief-ended}: reasonCode, reasonWords, provision, detail, endedOn, byLaw,
 * reliefFollows, reviewLastDay
 * <li>{@code s184-decision}: outcome, homeless, eligible, priorityNeed, intentional, reasons, inquiries, reliefRuns,
 * opportunityUntil, referTo, otherPoints, otherReasons, restricted, restrictedName, restrictedWhy, reviewLastDay
 * <li>{@code withdrawal-confirmed}: withdrawnOn, ended (name of the duty and ground in the Act, where one ran),
 * reviewLastDay
 * <li>letters on a review: see {@link ReviewLetters}
 * <li>{@code review-put-right}: cause, decisionNotified, noLonger, now, takenBack, stays, homeNeeded, speakBy
 * <li>{@code lc-referral-notice}: stage, authority, reasons, reviewLastDay
 * <li>{@code lc-referral-notification}, to the other council: stage, born, others, connections, answerBy
 * <li>{@code lc-referral-outcome}: stage, accepted, how, authority, reasons, day56, reviewLastDay
 * <li>{@code advice-given}: advice
 * <li>{@code non-cooperation-warning}: duty, steps (texts), until, whyDeliberate, whyUnreasonable, givenHow
 * <li>{@code non-cooperation-notice}: duty, steps (texts), warnedOn, reasons, givenHow, reviewLastDay
 * <li>{@code s190-more-time}: before, until, reasons
 * <li>{@code s190-accommodation-ends}, {@code s193c-duty-ended}, {@code main-duty-ended}: as
 * {@code relief-ended}, and leaveBy where they live in a place of ours
 * <li>{@code contact-lost}: closedOn
 * <li>{@code belongings-protected}: startedOn, what, underDuty, storedAt, inventory, charges, access
 * <li>{@code belongings-end}: endCode, endWords, detail, endedOn, keptUntil
 * </ul>
 */
final class LetterModels {

    private LetterModels() {
    }

    static Map<String, Object> dutyAccepted(LocalDate satisfiedOn, LocalDate lastDay, LocalDate reviewLastDay) {
        return model("satisfiedOn", satisfiedOn, "lastDay", lastDay, "reviewLastDay", reviewLastDay);
    }

    static Map<String, Object> plan(HousingPlan plan, List<String> changes, LocalDate reviewLastDay) {
        List<Map<String, Object>> steps = new ArrayList<>();
        List<String> disagreement = new ArrayList<>();
        for (PlanStep step : plan.steps()) {
            steps.add(model("who", step.who().name(), "kind", step.kind().name(), "what", step.what(),
                    "by", step.by(), "contact", step.contact(), "agreed", step.agreed(), "whyNotAgreed", step.whyNotAgreed()));
            if (!step.agreed()) {
                disagreement.add(step.what() + ": " + step.whyNotAgreed());
            }
        }
        return model("version", plan.version(), "agreed", disagreement.isEmpty(),
                "disagreement", disagreement.isEmpty() ? null : String.join("\n\n", disagreement),
                "wishes", plan.wishes(), "changes", changes, "reviewOn", plan.reviewOn(), "steps", steps,
                "councilSteps", has(plan, PlanStep.Who.COUNCIL), "applicantSteps", has(plan, PlanStep.Who.APPLICANT),
                "reviewLastDay", reviewLastDay);
    }

    private static boolean has(HousingPlan plan, PlanStep.Who who) {
        return plan.steps().stream().anyMatch(step -> step.who() == who);
    }

    /** @param leaveBy the last day where they live now; null where there is none */
    static Map<String, Object> dutyEnded(DutyKind kind, DutyEnding.Facts facts, boolean byLaw,
                                         LocalDate reviewLastDay, LocalDate leaveBy) {
        return model("reasonCode", facts.reason().name(), "reasonWords", facts.reason().words(),
                "provision", facts.reason().provision(kind), "detail", facts.reasons(), "endedOn", facts.endedOn(),
                "byLaw", byLaw, "reliefFollows", kind == DutyKind.PREVENTION
                        && (facts.reason() == EndReason.HOMELESS || facts.reason() == EndReason.IH_FROM_ACCOMMODATION), "reviewLastDay", reviewLastDay,
                "leaveBy", leaveBy);
    }

    /** @param restricted the restricted person's name, where the duty is owed only with regard to them; or null */
    static Map<String, Object> decision(Decision decision, boolean reliefRuns, String restricted,
                                        LocalDate reviewLastDay) {
        return model("restricted", decision.further().restrictedMember() != null, "restrictedName", restricted,
                "restrictedWhy", decision.further().restrictedWhy(), "otherReasons", decision.further().otherReasons(),
                "others", !AdversePoints.others(decision.outcome(), decision.findings()).isEmpty(),
                "otherPoints", AdversePoints.others(decision.outcome(), decision.findings()).stream()
                        .map(AdversePoints::toThem).toList(), "outcome", decision.outcome().name(),
                "homeless", decision.findings().of(Question.HOMELESS).name(),
                "eligible", decision.findings().of(Question.ELIGIBLE).name(),
                "priorityNeed", decision.findings().of(Question.PRIORITY_NEED).name(),
                "intentional", decision.findings().of(Question.INTENTIONAL).name(),
                "reasons", decision.reasons(), "inquiries", decision.inquiries(), "reliefRuns", reliefRuns,
                "opportunityUntil", decision.opportunityUntil(), "referTo", decision.referTo(), "reviewLastDay", reviewLastDay);
    }

    static Map<String, Object> withdrawal(LocalDate withdrawnOn, List<String> ended, LocalDate reviewLastDay) {
        return model("withdrawnOn", withdrawnOn, "ended", ended, "reviewLastDay", reviewLastDay);
    }

    static Map<String, Object> putRight(Consequence one, Review.Request request, boolean takenBack, boolean stays,
                                        LocalDate speakBy) {
        return model("cause", one.cause().name(), "decisionNotified", request.decisionNotified(), "noLonger",
                ConsequenceWords.noLonger(one.subject()), "now", ConsequenceWords.now(one.follows(), takenBack),
                "takenBack", takenBack, "stays", stays, "homeNeeded", takenBack && one.follows().homeNeeded(),
                "speakBy", speakBy);
    }

    static Map<String, Object> cooperationWarning(CooperationRefusal refusal, LocalDate until) {
        return model("duty", refusal.duty().name(), "steps", refusal.facts().steps(), "until", until,
                "whyDeliberate", refusal.facts().whyDeliberate(), "whyUnreasonable", refusal.facts().whyUnreasonable(),
                "givenHow", refusal.facts().givenHow().name());
    }

    static Map<String, Object> cooperationNotice(CooperationRefusal refusal, CooperationNotice notice,
                                                 LocalDate reviewLastDay) {
        return model("duty", refusal.duty().name(), "steps", notice.draft().steps(), "warnedOn", refusal.warnedOn(),
                "reasons", notice.draft().reasons(), "givenHow", notice.draft().givenHow().name(),
                "reviewLastDay", reviewLastDay);
    }

    static Map<String, Object> moreTime(LocalDate before, LocalDate until, String reasons) {
        return model("before", before, "until", until, "reasons", reasons);
    }

    static Map<String, Object> contactLost(LocalDate closedOn) {
        return model("closedOn", closedOn);
    }

    static Map<String, Object> belongings(Belongings kept, Belongings.Check last) {
        return model("startedOn", kept.startedOn(), "what", kept.what(), "underDuty", kept.underDuty(),
                "storedAt", last.storedAt(), "inventory", last.inventory(), "charges", last.charges(),
                "access", last.access());
    }

    /** @param keptUntil the last day on which what was not collected is kept; null where it does not matter */
    static Map<String, Object> belongingsEnd(Belongings kept, LocalDate keptUntil) {
        return model("endCode", kept.end().name(), "endWords", kept.end().words(), "detail", kept.endWords(),
                "endedOn", kept.endedOn(), "keptUntil", keptUntil);
    }

    static Map<String, Object> advice(String advice) {
        return model("advice", advice);
    }

    static Map<String, Object> referralNotice(CouncilReferral referral, LocalDate reviewLastDay) {
        return model("stage", referral.stage().name(), "authority", referral.check().authority().name(),
                "reasons", referral.check().reasons(), "reviewLastDay", reviewLastDay);
    }

    /** Somebody of the household, and what connects them with the other council. */
    record Connected(HouseholdMember person, CouncilReferral.Member found) {
    }

    /** The applicant's name and birthday, who else there is without their names, and the facts of the connection. */
    static Map<String, Object> referralNotification(CouncilReferral referral, List<Connected> people, LocalDate answerBy) {
        List<String> others = new ArrayList<>();
        List<String> connections = new ArrayList<>();
        for (Connected one : people) {
            Person person = one.person().person();
            String who = one.person().mainApplicant() ? "The applicant" : person.relationship().title();
            if (!one.person().mainApplicant()) {
                others.add(who + (person.dateOfBirth() == null ? "" : ", born " + Words.day(person.dateOfBirth())));
            }
            if (one.found().there().connects()) {
                connections.add(who + ": " + one.found().there().title().toLowerCase() + " (section "
                        + one.found().there().provision().substring(1) + "). " + one.found().thereWhy());
            }
        }
        LocalDate born = people.stream().filter(one -> one.person().mainApplicant()).findFirst()
                .map(one -> one.person().person().dateOfBirth()).orElse(null);
        return model("stage", referral.stage().name(), "born", born, "others", others, "connections", connections,
                "answerBy", answerBy);
    }

    /** @param how ACCEPTED, NOT_ACCEPTED, WITHDRAWN, REFEREE or NOT_MADE; @param day56 of a new period, or null */
    static Map<String, Object> referralOutcome(CouncilReferral referral, CouncilReferral.Outcome outcome, String how, String reasons,
                                               LocalDate day56, LocalDate reviewLastDay) {
        return model("stage", referral.stage().name(), "accepted", outcome == CouncilReferral.Outcome.ACCEPTED, "how", how,
                "authority", referral.check().authority() == null ? null : referral.check().authority().name(),
                "reasons", reasons, "day56", day56, "reviewLastDay", reviewLastDay);
    }

    static Map<String, Object> model(Object... pairs) {
        Map<String, Object> model = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            model.put((String) pairs[i], pairs[i + 1]);
        }
        return model;
    }
}

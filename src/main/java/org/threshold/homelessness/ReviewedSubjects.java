package org.threshold.homelessness;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.WhatFollows.Facts;
import org.threshold.homelessness.WhatFollows.Kind;
import org.threshold.homelessness.store.CooperationStore;
import org.threshold.homelessness.store.CouncilReferralStore;
import org.threshold.homelessness.store.DecisionStore;
import org.threshold.homelessness.store.DutyStore;

/** Finds what a review was about, and what the table of {@link WhatFollows} asks of it. */
@Component
class ReviewedSubjects {

    private static final Pattern KEY = Pattern.compile("([a-z]+(?:-[a-z]+)*)-([0-9]+)");

    private final DecisionStore decisions;
    private final DutyStore duties;
    private final CooperationStore cooperation;
    private final CouncilReferralStore referrals;
    private final ObjectProvider<OffersMade> offers;
    private final ObjectProvider<HomesAfterReview> homes;

    ReviewedSubjects(DecisionStore decisions, DutyStore duties, CooperationStore cooperation,
                     CouncilReferralStore referrals, ObjectProvider<OffersMade> offers,
                     ObjectProvider<HomesAfterReview> homes) {
        this.decisions = decisions;
        this.duties = duties;
        this.cooperation = cooperation;
        this.referrals = referrals;
        this.offers = offers;
        this.homes = homes;
    }

    /**
     * @param key   null where it is not on the record
     * @param duty  the duty that it ended or was about; null where none was
     */
    record Seen(String key, Duty duty, Facts facts) {
    }

    Seen see(Review review) {
        CaseReference reference = review.caseReference();
        String key = review.request().subject() == null ? byMatter(reference, review.request().matter())
                : review.request().subject();
        Matcher parts = KEY.matcher(key == null ? "" : key);
        Kind kind = parts.matches() ? Kind.valueOf(parts.group(1).toUpperCase(Locale.ROOT).replace('-', '_'))
                : Kind.NOT_ON_RECORD;
        long id = kind == Kind.NOT_ON_RECORD ? 0 : Long.parseLong(parts.group(2));
        Duty duty = duty(reference, kind, id).orElse(null);
        List<Duty> all = duties.of(reference);
        boolean runs = duty != null && all.stream().anyMatch(each -> each.kind() == duty.kind() && each.running());
        return new Seen(key, duty, new Facts(kind, duty == null ? null : duty.kind(), duty != null && !runs,
                kind == Kind.DECISION && issued(reference, each -> each.id() > id),
                all.stream().anyMatch(each -> each.kind() == DutyKind.RELIEF && each.endReason() != EndReason.SET_ASIDE),
                duty != null && all.stream().anyMatch(each -> each.kind() == DutyKind.S193C && each.id() > duty.id()),
                homes.stream().anyMatch(each -> !each.livedIn(reference).isEmpty())));
    }

    private boolean issued(CaseReference reference, Predicate<Decision> which) {
        return decisions.of(reference).stream().filter(each -> each.issuedOn() != null).anyMatch(which);
    }

    private Optional<Duty> duty(CaseReference reference, Kind kind, long id) {
        return switch (kind) {
            case ENDING -> duties.endings(reference).stream().filter(each -> each.id() == id).findFirst()
                    .flatMap(each -> byId(reference, each.dutyId()));
            case DUTY -> byId(reference, id);
            case NOTICE -> cooperation.notices(reference).stream().filter(each -> each.id() == id).findFirst()
                    .flatMap(notice -> cooperation.of(reference).stream()
                            .filter(each -> each.id() == notice.refusalId()).findFirst())
                    .flatMap(refusal -> last(reference, refusal.duty()));
            case REFERRAL, REFERRAL_CONDITIONS, REFERRAL_DUTY -> referrals.of(reference).stream()
                    .filter(each -> each.id() == id && each.stage() == CouncilReferral.Stage.RELIEF).findFirst()
                    .flatMap(each -> last(reference, DutyKind.RELIEF));
            case OFFER -> offers.stream().flatMap(each -> each.find(reference, id).stream()).findFirst()
                    .flatMap(offer -> endedBy(reference, offer));
            default -> Optional.empty();
        };
    }

    /**
     * The duty that ended because this offer was accepted, or was refused although it was found suitable; empty where it
     * ended nothing, or another offer did.
     */
    private Optional<Duty> endedBy(CaseReference reference, OfferMade offer) {
        Optional<EndReason> ground = ground(offer);
        boolean another = offers.stream().flatMap(each -> each.of(reference).stream()).anyMatch(each ->
                each.id() != offer.id() && each.duty() == offer.duty() && standsFor(each) && ground(each).equals(ground));
        return ground.isEmpty() || another ? Optional.empty() : duties.of(reference).stream()
                .filter(each -> each.kind() == offer.duty() && each.endReason() == ground.get())
                .filter(each -> !each.endedOn().isBefore(offer.answeredOn())).max(Comparator.comparing(Duty::id));
    }

    private static boolean standsFor(OfferMade offer) {
        return offer.answer() == OfferMade.Answer.ACCEPTED || offer.answer() == OfferMade.Answer.REFUSED;
    }

    /** Of the end that follows from their answer. An offer that was accepted is never looked at again. */
    private static Optional<EndReason> ground(OfferMade offer) {
        if (offer.answeredOn() == null || offer.answer() == OfferMade.Answer.WITHDRAWN_BY_COUNCIL) {
            return Optional.empty();
        }
        if (offer.refusalReasons() == null && offer.reconsideredOn() == null) {
            return offer.kind().whenAccepted(offer.duty());
        }
        return Boolean.TRUE.equals(offer.foundSuitable()) ? offer.kind().whenRefused(offer.duty()) : Optional.empty();
    }

    private Optional<Duty> byId(CaseReference reference, long id) {
        return duties.of(reference).stream().filter(each -> each.id() == id).findFirst();
    }

    private Optional<Duty> last(CaseReference reference, DutyKind kind) {
        return duties.of(reference).stream().filter(each -> each.kind() == kind).max(Comparator.comparing(Duty::id));
    }

    /** What a review must have been about that says only which matter it was; null where nothing fits. */
    private String byMatter(CaseReference reference, ReviewMatter matter) {
        return switch (matter) {
            case PREVENTION_ENDED, NON_COOPERATION_PREVENTION -> ended(reference, DutyKind.PREVENTION);
            case RELIEF_ENDED, NON_COOPERATION_RELIEF -> ended(reference, DutyKind.RELIEF);
            case ELIGIBILITY, DUTY_OWED -> Optional.ofNullable(ended(reference, DutyKind.MAIN))
                    .orElseGet(() -> decisions.of(reference).stream().filter(each -> each.issuedOn() != null)
                            .map(each -> "decision-" + each.id()).findFirst().orElse(null));
            default -> null;
        };
    }

    private String ended(CaseReference reference, DutyKind kind) {
        return last(reference, kind).filter(each -> !each.running()).map(each -> "duty-" + each.id()).orElse(null);
    }
}

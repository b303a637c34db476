package org.threshold.referral;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseMatch;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.Timeline;
import org.threshold.homelessness.NotPossible;
import org.threshold.homelessness.ReferredCases;
import org.threshold.referral.store.OutcomeStore;
import org.threshold.referral.store.ReferralStore;

/** What officers do with a referral: find whom it may concern already, record what came of it, answer the referrer. */
@Service
public class ReferralTriage {

    private static final String PROVISION = "s213B";

    private final ReferralStore referrals;
    private final OutcomeStore outcomes;
    private final ReferralMail mail;
    private final ReferredCases approaches;
    private final CaseRegister register;
    private final CaseFiles cases;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final CurrentOfficer officer;
    private final Clock clock;

    ReferralTriage(ReferralStore referrals, OutcomeStore outcomes, ReferralMail mail, ReferredCases approaches,
                   CaseRegister register, CaseFiles cases, Timeline timeline, AuditTrail audit,
                   CurrentOfficer officer, Clock clock) {
        this.referrals = referrals;
        this.outcomes = outcomes;
        this.mail = mail;
        this.approaches = approaches;
        this.register = register;
        this.cases = cases;
        this.timeline = timeline;
        this.audit = audit;
        this.officer = officer;
        this.clock = clock;
    }

    /** The referral that opened the case, or empty when it came in another way. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<KeptReferral> of(CaseReference reference) {
        return referrals.ofCase(reference);
    }

    /** Cases that may concern the same person. They are shown, and never joined by themselves. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<CaseMatch> possibleMatches(KeptReferral referral, CaseReference own) {
        return register.possibleMatches(referral.sent().person(), referral.sent().phone()).stream()
                .filter(match -> !match.summary().reference().equals(own))
                .filter(match -> match.summary().status() != CaseStatus.MERGED
                        && match.summary().status() != CaseStatus.CREATED_IN_ERROR).toList();
    }

    /** Why the referral cannot be joined to that case, as a sentence; empty when it can. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> joinRefusal(CaseReference referral, CaseReference kept) {
        return approaches.joinRefusal(referral, kept);
    }

    /** @throws NotPossible where the referral was triaged before, or the case to join cannot take it */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void record(CaseReference reference, Triaged triaged) {
        KeptReferral referral = required(reference);
        if (!outcomes.insert(referral.receipt(), triaged, officer.get().username(), clock.instant())) {
            throw new NotPossible("This referral has been triaged already.");
        }
        timeline.add(reference, "decision", "Referral triaged: " + triaged.outcome().title(), triaged.notes());
        audit(reference, "referral.triaged", referral, Map.of("outcome", triaged.outcome().name()));
        switch (triaged.outcome()) {
            case CONTACT_MADE -> timeline.add(reference, "contact", "Contact made after the referral", null);
            case JOINED -> approaches.join(reference, triaged.joinedTo(), referral.sent().reason());
            case NOT_REACHED -> cases.setStatus(reference, CaseStatus.CONTACT_LOST);
            case ELSEWHERE -> cases.setStatus(reference, CaseStatus.CLOSED);
            case NOT_GENUINE -> cases.setStatus(reference, CaseStatus.CREATED_IN_ERROR);
            default -> throw new IllegalStateException("Nothing is done for " + triaged.outcome());
        }
    }

    /** Contact was made: the case goes on as an approach, with what is known. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void openApproach(CaseReference reference) {
        approaches.openApproach(reference, required(reference).lane());
    }

    /**
     * Tells the referrer what came of it, where e-mail reaches them.
     *
     * @return whether an officer has to tell them by hand
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public boolean answer(CaseReference reference) {
        KeptReferral referral = required(reference);
        String address = referral.sent().referrer().email();
        if (!mail.reaches(address)) {
            return true;
        }
        Answer answer = answerTo(referral);
        mail.sendAnswer(reference, referral.receipt(), address, answer);
        answered(reference, referral, answer, "EMAIL");
        return false;
    }

    /** @param how EMAIL_BY_HAND, PHONE or POST */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void answeredByHand(CaseReference reference, String how) {
        KeptReferral referral = required(reference);
        answered(reference, referral, answerTo(referral), how);
    }

    private void answered(CaseReference reference, KeptReferral referral, Answer answer, String how) {
        outcomes.insertAnswer(referral.receipt(), answer, how, officer.get().username(), clock.instant());
        timeline.add(reference, "contact", "Referrer told: " + answer.title(), null);
        audit(reference, "referral.answered", referral, Map.of("answer", answer.name(), "how", how));
    }

    /** What the referrer of the case is to be told, word for word. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public String answerText(CaseReference reference) {
        return mail.textOf(answerTo(required(reference)));
    }

    private Answer answerTo(KeptReferral referral) {
        return outcomes.outcome(referral.receipt()).flatMap(ReferralOutcome::answer)
                .orElseThrow(() -> new NotPossible("There is nothing to tell the referrer."));
    }

    /** What came of it, or empty while it waits. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<ReferralOutcome> outcome(KeptReferral referral) {
        return outcomes.outcome(referral.receipt());
    }

    private KeptReferral required(CaseReference reference) {
        return referrals.ofCase(reference)
                .orElseThrow(() -> new NotPossible("This case did not come by a referral."));
    }

    private void audit(CaseReference reference, String action, KeptReferral referral, Map<String, String> details) {
        audit.record(new AuditEntry(reference.value(), action, referral.receipt(), details, null, PROVISION));
    }
}

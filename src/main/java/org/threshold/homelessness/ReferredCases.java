package org.threshold.homelessness;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.Channel;
import org.threshold.clock.ClockKind;
import org.threshold.homelessness.store.LinkStore;

/** Cases that came by a referral, once somebody has spoken to the person. */
@Service
public class ReferredCases {

    private final CaseFiles cases;
    private final CaseClocks clocks;
    private final ApproachProcess process;
    private final LinkStore links;
    private final CaseRegister register;
    private final AtRisk atRisk;
    private final CaseRecord record;

    ReferredCases(CaseFiles cases, CaseClocks clocks, ApproachProcess process, LinkStore links,
                  CaseRegister register, AtRisk atRisk, CaseRecord record) {
        this.cases = cases;
        this.clocks = clocks;
        this.process = process;
        this.links = links;
        this.register = register;
        this.atRisk = atRisk;
        this.record = record;
    }

    /**
     * Starts {@code homelessness-approach} on the case that the referral opened. A referral is not an application: the
     * inquiries are counted from the day on which contact was made and is recorded (s184(1)), the cautious reading.
     *
     * @param lane the priority lane of the referral
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void openApproach(CaseReference reference, String lane) {
        record.by();
        clocks.start(reference, ClockKind.INQUIRIES, record.today());
        cases.setStatus(reference, CaseStatus.TRIAGE);
        Map<String, Object> variables = new HashMap<>();
        variables.put("team", cases.summary(reference).team());
        variables.put("lane", lane);
        process.start(reference, variables);
        record.tell(reference, "system", "Approach opened from the referral", null);
        record.audit(reference, "approach.openedFromReferral", reference, Map.of("lane", lane), "s213B, s184(1)");
    }

    /**
     * Why a referral cannot be joined to the case, as a sentence; empty when it can. On a case that has finished nobody
     * would see that the person needs help again. What a restricted referral says is told to nobody who may not see it.
     */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> joinRefusal(CaseReference referral, CaseReference kept) {
        if (!atRisk.openToNobodyElse(kept, referral)) {
            return Optional.of("This referral is restricted, and case " + kept + " can be seen by people who are not named"
                    + " on it. Restrict that case to the same people first, or go on with this referral");
        }
        return process.runs(kept) || cases.summary(kept).status() == CaseStatus.REFERRED ? Optional.empty()
                : Optional.of("Case " + kept + " has finished, so nobody works on it. Speak to the person and go on with"
                        + " this referral");
    }

    /**
     * Joins the referral to a case of the same person that was there: the case that stays is told, the referral's own
     * file ends as merged, and each names the other. Unlike a merge of two cases there is nothing to carry over.
     *
     * @throws NotPossible when the case that should stay is the same one, or was never one of its own
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void join(CaseReference referral, CaseReference kept, String reason) {
        String by = record.by();
        CaseStatus keptStatus = cases.summary(kept).status();
        if (kept.equals(referral)) {
            throw new NotPossible("A referral cannot be joined to its own case.");
        }
        Cancellations.requireOwnCase(keptStatus);
        joinRefusal(referral, kept).ifPresent(why -> {
            throw new NotPossible(why);
        });
        register.approachedAgain(kept, Channel.PUBLIC_BODY_REFERRAL, reason);
        links.insertMerge(kept, referral, "Referred by a public body while this case was there", "Nothing: what was"
                + " referred stays in " + referral, keptStatus, cases.summary(referral).status(), false, by,
                record.now());
        cases.setStatus(referral, CaseStatus.MERGED);
        record.tell(referral, "decision", "Joined to case " + kept, null);
        record.audit(referral, "referral.joined", kept, Map.of("kept", kept.value()), "s213B");
    }
}

package org.threshold.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.FourEyes;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.access.Prepared;
import org.threshold.access.SecondPerson;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Timeline;
import org.threshold.quality.QualityAudit.Mended;
import org.threshold.quality.QualityAudit.Result;
import org.threshold.quality.QualityAudit.Score;
import org.threshold.quality.store.AuditStore;

/** The audit of one case: scored by somebody who took no part in it, and what is wrong put right by its team. */
@Service
public class Audits {

    private final AuditStore store;
    private final SecondPerson second;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final CurrentOfficer officer;
    private final Clock clock;

    Audits(AuditStore store, SecondPerson second, Timeline timeline, AuditTrail audit, CurrentOfficer officer,
           Clock clock) {
        this.store = store;
        this.second = second;
        this.timeline = timeline;
        this.audit = audit;
        this.officer = officer;
        this.clock = clock;
    }

    /**
     * What an auditor found.
     *
     * @param scores one for each part
     * @param toMend what is to be put right, or null
     */
    public record Found(Map<AuditPart, Score> scores, String overall, String toMend, LocalDate mendBy) {

        public Found {
            scores = Map.copyOf(scores);
        }
    }

    /** All audits of a case, newest first, for those who may see who looked at it. */
    @Needs(Permission.VIEW_CASE_RECORD)
    @Transactional(readOnly = true)
    public List<QualityAudit> of(CaseReference reference) {
        return store.of(reference);
    }

    /** The one that goes on, for whoever has a step of it. */
    @Needs(Permission.WORK_CASES)
    @Transactional(readOnly = true)
    public Optional<QualityAudit> open(CaseReference reference) {
        return store.of(reference).stream().filter(QualityAudit::open).findFirst();
    }

    /** The one that was drawn last, whether it goes on or not. */
    @Needs(Permission.WORK_CASES)
    @Transactional(readOnly = true)
    public Optional<QualityAudit> newest(CaseReference reference) {
        return store.of(reference).stream().findFirst();
    }

    /** Why the officer may not audit this case, or empty when they may. */
    @Needs(Permission.WORK_CASES)
    @Transactional(readOnly = true)
    public Optional<String> refusal(CaseReference reference) {
        return second.refusal(work(reference));
    }

    /** Keeps what was found, once. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void audited(CaseReference reference, Found found) {
        QualityAudit open = newest(reference).filter(each -> each.result() == null)
                .orElseThrow(() -> new NotPossible("No audit of this case waits."));
        Map<String, String> independence = second.require(work(reference));
        requireWhole(found);
        Result result = new Result(found.scores(), found.overall(), score(found.scores().values()), found.toMend(),
                found.mendBy(), officer.get().username(), clock.instant());
        store.insert(open.id(), result);
        timeline.add(reference, "note", "Case file audited", null);
        audit.record(new AuditEntry(reference.value(), "quality.audited", Long.toString(open.id()),
                Map.of("score", result.score().toPlainString(), "toMend", found.toMend() == null ? "no" : "yes",
                        "independence", independence.getOrDefault("independence", "")), null, null));
    }

    /** What the team did about it. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void putRight(CaseReference reference, String words) {
        QualityAudit open = newest(reference).filter(each -> each.result() != null && each.mended() == null)
                .orElseThrow(() -> new NotPossible("Nothing of an audit waits to be put right."));
        store.insert(open.id(), new Mended(words, officer.get().username(), clock.instant()));
        timeline.add(reference, "note", "Put right after an audit of the case file", words);
        audit.record(new AuditEntry(reference.value(), "case.putRightAfterAudit", Long.toString(open.id()), Map.of(),
                null, null));
    }

    /** The mean of the parts that count, with one decimal. */
    static BigDecimal score(Collection<Score> scores) {
        List<Integer> counting = scores.stream().map(each -> each.mark().points()).filter(Objects::nonNull).toList();
        if (counting.isEmpty()) {
            throw new NotPossible("Score at least one part of the work.");
        }
        return BigDecimal.valueOf(counting.stream().mapToInt(Integer::intValue).sum())
                .divide(BigDecimal.valueOf(counting.size()), 1, RoundingMode.HALF_UP);
    }

    private void requireWhole(Found found) {
        boolean serious = found.scores().values().stream().anyMatch(each -> each.mark() == Mark.SERIOUS_FAULT);
        if (found.scores().size() != AuditPart.values().length) {
            throw new NotPossible("Score every part, or say that it is not part of this case.");
        }
        if (found.scores().values().stream().anyMatch(each -> each.mark().isFault() && each.words() == null)) {
            throw new NotPossible("Say of each fault what is wrong.");
        }
        if (serious && found.toMend() == null) {
            throw new NotPossible("A serious fault must be put right. Say how, and by when.");
        }
        if ((found.toMend() == null) != (found.mendBy() == null)
                || found.mendBy() != null && found.mendBy().isBefore(LocalDate.now(clock))) {
            throw new NotPossible("Say by which day it is to be put right: today or later.");
        }
    }

    private static Prepared work(CaseReference reference) {
        return new Prepared(FourEyes.QUALITY_AUDIT, reference, Set.of());
    }
}

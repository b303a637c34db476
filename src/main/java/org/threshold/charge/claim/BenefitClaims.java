package org.threshold.charge.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.Words;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.charge.claim.store.BackdateStore;
import org.threshold.charge.claim.store.ClaimStore;
import org.threshold.charge.claim.store.EvidenceStore;
import org.threshold.letter.Letters;
import org.threshold.worklist.StepRefused;

/** A claim from the day on which it is made to the day on which it is decided: evidence, reminders, backdating. */
@Service
public class BenefitClaims {

    /** Of one thing to be brought, in characters. */
    public static final int LONGEST_EVIDENCE = 200;
    private static final int MOST_EVIDENCE = 20;

    private final ClaimStore store;
    private final EvidenceStore evidence;
    private final BackdateStore backdates;
    private final CaseFiles cases;
    private final Letters letters;
    private final ClaimRecord record;

    BenefitClaims(ClaimStore store, EvidenceStore evidence, BackdateStore backdates, CaseFiles cases, Letters letters,
                  ClaimRecord record) {
        this.store = store;
        this.evidence = evidence;
        this.backdates = backdates;
        this.cases = cases;
        this.letters = letters;
        this.record = record;
    }

    /** All of a case, newest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<BenefitClaim> of(CaseReference reference) {
        return store.of(reference);
    }

    /**
     * How a placement stands.
     *
     * @throws NoSuchElementException when the case has no such placement with a claim, made or due
     */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public BenefitClaim latest(CaseReference reference, long placementId) {
        return find(reference, placementId).orElseThrow(() -> new NoSuchElementException("There is no claim for this"
                + " placement"));
    }

    /** The same, or empty. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<BenefitClaim> find(CaseReference reference, long placementId) {
        return store.latest(placementId).filter(claim -> claim.caseReference().equals(reference));
    }

    /** In the order in which it was asked for. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Evidence> evidence(CaseReference reference, BenefitClaim claim) {
        return evidence.of(claim.id());
    }

    /** Newest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Backdate> backdates(CaseReference reference, BenefitClaim claim) {
        return backdates.of(claim.id());
    }

    /** No claim is to be made for the placement. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void noClaim(CaseReference reference, long placementId, BenefitClaim.WhyNone why, String words) {
        BenefitClaim owed = latest(reference, placementId);
        if (owed.status() != ClaimStatus.NOT_STARTED) {
            throw new StepRefused("The claim for this placement is made");
        }
        store.closeWithout(owed.id(), why, words);
        record.tell(reference, "No Housing Benefit claim is to be made: " + why.words(), words);
        record.audit(owed, "claim.notDue", Map.of("why", why.name()), "SI 2006/213 reg 83");
    }

    /**
     * What was brought, and whether the benefit office can decide now.
     *
     * @param received ids of what was brought
     * @param until    until when they have time for the rest; null where nothing more comes
     * @return whether the claim is complete
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public boolean receive(CaseReference reference, long placementId, Set<Long> received, LocalDate on, LocalDate until,
                           String words) {
        BenefitClaim claim = underWay(reference, placementId);
        List<Evidence> brought = evidence.of(claim.id()).stream()
                .filter(item -> item.outstanding() && received.contains(item.id())).toList();
        requireDay(brought, on);
        evidence.receive(claim.id(), received, on);
        if (until != null) {
            evidence.extend(claim.id(), until);
        } else {
            store.changeStatus(claim.id(), ClaimStatus.COMPLETE, on, null);
        }
        record.tell(reference, until == null ? "Housing Benefit: everything is with the benefit office"
                : "Housing Benefit: evidence until " + Words.day(until), said(brought, words));
        record.audit(claim, "claim.evidenceReceived", Map.of("items", String.valueOf(brought.size()), "complete",
                String.valueOf(until == null)), "SI 2006/213 reg 86");
        return until == null;
    }

    private void requireDay(List<Evidence> brought, LocalDate on) {
        if (on.isAfter(record.today()) || brought.stream().anyMatch(item -> on.isBefore(item.askedOn()))) {
            throw new StepRefused("The day on which it came is between the day on which it was asked for and today");
        }
    }

    private static String said(List<Evidence> brought, String words) {
        String items = brought.stream().map(Evidence::what).collect(Collectors.joining("; "));
        String came = items.isEmpty() ? "Nothing was brought" : "Brought: " + items;
        return words == null ? came : came + "\n" + words;
    }

    /**
     * The benefit office wants more; it has a month of its own.
     *
     * @return the last day for it
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public LocalDate askMore(CaseReference reference, long placementId, List<String> items) {
        BenefitClaim claim = underWay(reference, placementId);
        requireItems(items);
        LocalDate due = BenefitWeeks.monthAfter(record.today());
        evidence.insert(claim.id(), items, record.today(), due, record.by(), record.now());
        store.changeStatus(claim.id(), ClaimStatus.EVIDENCE_REQUESTED, null, null);
        record.tell(reference, "Housing Benefit: more evidence asked for, by " + Words.day(due),
                String.join("; ", items));
        record.audit(claim, "claim.evidenceRequested", Map.of("items", String.valueOf(items.size())),
                "SI 2006/213 reg 86");
        sendList(store.find(claim.id()).orElseThrow(), false);
        return due;
    }

    private static void requireItems(List<String> items) {
        if (items.isEmpty()) {
            throw new StepRefused("List what they want, one thing on each line");
        }
        if (items.size() > MOST_EVIDENCE || items.stream().anyMatch(item -> item.length() > LONGEST_EVIDENCE)) {
            throw new StepRefused("List " + MOST_EVIDENCE + " things at most, each in " + LONGEST_EVIDENCE
                    + " characters");
        }
    }

    /** Reminds the household of what is outstanding, at most once a day; nothing where everything is there. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void remind(CaseReference reference, long placementId) {
        find(reference, placementId).filter(claim -> claim.status() == ClaimStatus.EVIDENCE_REQUESTED)
                .ifPresent(claim -> sendList(claim, true));
    }

    /** The list of what is to be brought, as a letter; nothing is written to somebody who has died. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void sendList(CaseReference reference, BenefitClaim claim) {
        sendList(claim, false);
    }

    private void sendList(BenefitClaim claim, boolean reminder) {
        List<Evidence> outstanding = evidence.of(claim.id()).stream().filter(Evidence::outstanding).toList();
        if (outstanding.isEmpty() || cases.summary(claim.caseReference()).status() == CaseStatus.DECEASED) {
            return;
        }
        letters.issue(claim.caseReference(), "benefit-evidence-list", Map.of("claimReference", claim.reference(), "madeOn",
                claim.madeOn(), "items", outstanding.stream().map(Evidence::what).toList(), "dueOn",
                outstanding.get(0).dueOn(), "reminder", reminder),
                "benefit-evidence-" + claim.id() + "-" + (reminder ? "reminder-" : "list-") + record.today());
    }

    /** Asks that a claim made late counts from an earlier day (reg 83(12)). */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void requestBackdate(CaseReference reference, long placementId, LocalDate backTo, LocalDate askedOn,
                                String goodCause) {
        BenefitClaim claim = underWay(reference, placementId);
        backdateProblem(claim, backTo, askedOn).ifPresent(why -> {
            throw new StepRefused(why);
        });
        if (!backdates.insert(claim.id(), backTo, goodCause, askedOn, record.by(), record.now())) {
            throw new StepRefused("Backdating was asked for already, and is not decided yet");
        }
        record.tell(reference, "Housing Benefit: asked to count from " + Words.day(backTo), goodCause);
        record.audit(claim, "claim.backdateRequested", Map.of("backTo", backTo.toString()),
                "SI 2006/213 reg 83(12)");
    }

    /** What is wrong with the days of such a question, in words to the officer, or empty. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> backdateProblem(CaseReference reference, long placementId, LocalDate backTo,
                                            LocalDate askedOn) {
        return backdateProblem(latest(reference, placementId), backTo, askedOn);
    }

    private Optional<String> backdateProblem(BenefitClaim claim, LocalDate backTo, LocalDate askedOn) {
        LocalDate earliest = BenefitWeeks.earliestBackdate(claim.pensionAge(), claim.madeOn(), askedOn);
        if (askedOn.isAfter(record.today()) || askedOn.isBefore(claim.madeOn())) {
            return Optional.of("The benefit office was asked between the day of the claim and today");
        }
        if (!backTo.isBefore(claim.madeOn())) {
            return Optional.of("The earlier day is before the day of the claim, " + Words.day(claim.madeOn()));
        }
        return backTo.isBefore(earliest) ? Optional.of("The claim cannot count from before "
                + Words.day(earliest) + ", one month back") : Optional.empty();
    }

    /** It is not asked for, and why. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void noBackdate(CaseReference reference, long placementId, String why) {
        BenefitClaim claim = underWay(reference, placementId);
        record.tell(reference, "Housing Benefit: backdating is not asked for", why);
        record.audit(claim, "claim.backdateNotRequested", Map.of("nightsLost", String.valueOf(claim.nightsLost())),
                "SI 2006/213 reg 83(12)");
    }

    private BenefitClaim underWay(CaseReference reference, long placementId) {
        BenefitClaim claim = latest(reference, placementId);
        if (!claim.undecided()) {
            throw new StepRefused("The claim for this placement is not under way: "
                    + claim.status().words().toLowerCase(java.util.Locale.UK));
        }
        return claim;
    }
}

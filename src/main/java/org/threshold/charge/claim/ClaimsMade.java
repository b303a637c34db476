package org.threshold.charge.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CaseAccess;
import org.threshold.access.Needs;
import org.threshold.access.OpenToAll;
import org.threshold.access.Permission;
import org.threshold.accommodation.ClaimsForKeys;
import org.threshold.accommodation.Words;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Household;
import org.threshold.charge.claim.store.ClaimStore;
import org.threshold.charge.claim.store.EvidenceStore;
import org.threshold.worklist.StepRefused;

/** Claims as they are made with the household, at the desk or after it. */
@Service
@EnableConfigurationProperties(ClaimRules.class)
public class ClaimsMade implements ClaimsForKeys {

    private static final int MOST_EVIDENCE = 20;
    private static final int LONGEST_EVIDENCE = 200;

    private final ClaimStore store;
    private final EvidenceStore evidence;
    private final Household households;
    private final CaseAccess access;
    private final ClaimRules rules;
    private final ClaimProcess process;
    private final ClaimRecord record;

    ClaimsMade(ClaimStore store, EvidenceStore evidence, Household households, CaseAccess access, ClaimRules rules,
               ClaimProcess process, ClaimRecord record) {
        this.store = store;
        this.evidence = evidence;
        this.households = households;
        this.access = access;
        this.rules = rules;
        this.process = process;
        this.record = record;
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    @Transactional(readOnly = true)
    public Optional<Claim> covering(long placementId) {
        return store.latest(placementId).filter(BenefitClaim::covers).map(ClaimsMade::claim);
    }

    private static Claim claim(BenefitClaim made) {
        return new Claim(made.id(), made.kind(), made.reference(), made.madeOn());
    }

    /**
     * That the same reference stands on another case is asked only of cases that the officer may know of: what they
     * are told must not show that there is one which is hidden from them.
     */
    @Needs(Permission.VIEW_CASES)
    @Override
    @Transactional(readOnly = true)
    public Optional<String> wrongWith(String reference, Kind kind, CaseReference caseReference) {
        String typed = written(reference);
        if (typed.isEmpty()) {
            return Optional.of("Enter the claim reference that the benefit system gave");
        }
        if (!rules.reference().matcher(typed).matches()) {
            return Optional.of("A claim reference is " + rules.looksLike());
        }
        for (BenefitClaim known : store.withReference(typed)) {
            Optional<String> wrong = clash(known, kind, caseReference);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private Optional<String> clash(BenefitClaim known, Kind kind, CaseReference caseReference) {
        if (!known.caseReference().equals(caseReference)) {
            return Optional.of("This claim reference is on record for case " + known.caseReference()
                    + ". Check it in the benefit system");
        }
        if (!known.covers()) {
            return Optional.of("The claim with this reference was " + known.status().words().toLowerCase(Locale.UK)
                    + ". Make a new claim");
        }
        if (kind == Kind.NEW_CLAIM && known.madeOn().isBefore(record.today())) {
            return Optional.of("This claim was made on " + Words.day(known.madeOn())
                    + ". Record a change of address, or make a new claim with a reference of its own");
        }
        return Optional.empty();
    }

    /** Recorded outside its step: a step to make the claim that is open for the placement ends by it. */
    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional
    public Claim made(NewClaim claim) {
        access.requireSight(claim.caseReference());
        Optional<Claim> same = same(claim);
        if (same.isPresent()) {
            return same.get();
        }
        BenefitClaim kept = add(claim);
        process.made(kept);
        return claim(kept);
    }

    /** Recorded by the step to make it, whose process goes on by itself. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public BenefitClaim madeInStep(CaseReference reference, NewClaim claim) {
        return add(claim);
    }

    private Optional<Claim> same(NewClaim claim) {
        return store.latest(claim.placementId()).filter(BenefitClaim::covers).filter(known -> known.kind() == claim.kind()
                && written(claim.reference()).equals(known.reference())).map(ClaimsMade::claim);
    }

    private void check(NewClaim claim, Optional<BenefitClaim> latest) {
        wrongWith(claim.reference(), claim.kind(), claim.caseReference()).ifPresent(ClaimsMade::refuse);
        wrongDay(claim.madeOn()).ifPresent(ClaimsMade::refuse);
        if (claim.evidence().size() > MOST_EVIDENCE
                || claim.evidence().stream().anyMatch(what -> what.strip().length() > LONGEST_EVIDENCE)) {
            refuse("List " + MOST_EVIDENCE + " things at most, each in " + LONGEST_EVIDENCE + " characters");
        }
        latest.filter(BenefitClaim::undecided).ifPresent(known -> refuse("The claim " + known.reference()
                + " is under way for this placement. Withdraw it first if it was wrong"));
    }

    /** What is wrong with the day of a claim, in words to the officer, or empty. */
    @OpenToAll("Arithmetic on a day; about nobody")
    public Optional<String> wrongDay(LocalDate madeOn) {
        return madeOn == null || madeOn.isAfter(record.today())
                ? Optional.of("The day of the claim must be today or in the past") : Optional.empty();
    }

    private static void refuse(String why) {
        throw new StepRefused(why);
    }

    private BenefitClaim add(NewClaim claim) {
        Optional<BenefitClaim> latest = store.latest(claim.placementId());
        check(claim, latest);
        Optional<BenefitClaim> owed = latest.filter(known -> known.status() == ClaimStatus.NOT_STARTED);
        List<String> items = claim.evidence().stream().map(String::strip).filter(what -> !what.isEmpty()).toList();
        LocalDate liable = owed.map(BenefitClaim::liableFrom).orElse(claim.liableFrom());
        BenefitClaim made = new BenefitClaim(0, claim.placementId(), claim.caseReference(),
                items.isEmpty() ? ClaimStatus.COMPLETE : ClaimStatus.EVIDENCE_REQUESTED, claim.kind(),
                written(claim.reference()),
                claim.madeOn(), liable, PensionAge.ofAll(households.of(claim.caseReference()), claim.madeOn()), null,
                items.isEmpty() ? claim.madeOn() : null, null, null, null, null, 0);
        long id = owed.isPresent() ? make(owed.get().id(), made)
                : store.insertMade(made, record.by(), record.now()).orElseThrow(() -> new StepRefused(
                        "Someone else recorded this claim just now. Look at it, then go on"));
        if (!items.isEmpty()) {
            evidence.insert(id, items, claim.madeOn(), BenefitWeeks.monthAfter(claim.madeOn()), record.by(),
                    record.now());
        }
        BenefitClaim kept = store.find(id).orElseThrow();
        tell(kept, items.size());
        return kept;
    }

    private long make(long id, BenefitClaim made) {
        store.make(id, made);
        return id;
    }

    private void tell(BenefitClaim made, int items) {
        record.tell(made.caseReference(), "Housing Benefit: " + made.kind().words().toLowerCase(Locale.UK)
                + " made on " + Words.day(made.madeOn()) + ", reference " + made.reference(),
                items == 0 ? "Nothing is left to bring" : items + " to bring by "
                        + Words.day(BenefitWeeks.monthAfter(made.madeOn())));
        record.audit(made, "claim.made", Map.of("kind", made.kind().name(), "nightsLost",
                String.valueOf(made.nightsLost())), "SI 2006/213 reg 83");
    }

    /** As it is kept and compared: in capitals and without blanks. */
    static String written(String reference) {
        return reference == null ? "" : reference.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }
}

package org.threshold.homelessness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.FourEyes;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.access.Prepared;
import org.threshold.access.SecondPerson;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.HouseholdMember;
import org.threshold.clock.ClockKind;
import org.threshold.form.FieldError;
import org.threshold.homelessness.store.CircumstancesStore;
import org.threshold.homelessness.store.CooperationStore;
import org.threshold.homelessness.store.DecisionStore;
import org.threshold.letter.Letters;

/** Decisions under s184: drafted, signed by a second officer, issued by letter. */
@Service
public class Decisions {

    private final DecisionStore store;
    private final CircumstancesStore changes;
    private final CaseFindings findings;
    private final CooperationStore cooperation;
    private final Duties duties;
    private final DutyEndings endings;
    private final SecondPerson second;
    private final CaseFiles cases;
    private final CaseDetails details;
    private final CaseClocks clocks;
    private final Letters letters;
    private final CaseRecord record;

    Decisions(DecisionStore store, CircumstancesStore changes, CaseFindings findings, CooperationStore cooperation,
              Duties duties, DutyEndings endings, SecondPerson second, CaseFiles cases, CaseDetails details,
              CaseClocks clocks, Letters letters, CaseRecord record) {
        this.store = store;
        this.changes = changes;
        this.findings = findings;
        this.cooperation = cooperation;
        this.duties = duties;
        this.endings = endings;
        this.second = second;
        this.cases = cases;
        this.details = details;
        this.clocks = clocks;
        this.letters = letters;
        this.record = record;
    }

    /** Latest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Decision> of(CaseReference reference) {
        return store.of(reference);
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<Decision> latest(CaseReference reference) {
        return store.latest(reference);
    }

    /**
     * The decision that the findings lead to, or empty while one is missing. After a notice under s193B(2) the main duty
     * does not apply, and accommodation is owed under s193C(4) instead (s193(1A)(b)).
     */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<DecisionOutcome> outcome(CaseReference reference) {
        return findings.of(reference).outcome().map(found -> found == DecisionOutcome.MAIN_DUTY
                && cooperation.noticeGivenSinceTriage(reference) ? DecisionOutcome.S193C : found);
    }

    /** What does not fit about the draft, by field of its form; empty when all is well. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<FieldError> problems(CaseReference reference, Decision.Draft draft) {
        Findings found = findings.of(reference);
        List<FieldError> problems = new ArrayList<>();
        Optional<DecisionOutcome> outcome = outcome(reference);
        if (outcome.isEmpty()) {
            problems.add(new FieldError("outcome", "You cannot decide yet. First record on the findings page "
                    + String.join(" and ", found.missing().stream().map(Question::words).toList())));
        } else if (draft.outcome() == DecisionOutcome.REFERRAL) {
            problems.addAll(ReferralDraft.problems(outcome.get(), draft.referring()));
        } else if (outcome.get() != draft.outcome()) {
            problems.add(new FieldError("outcome", "The findings lead to another decision: "
                    + outcome.get().title().toLowerCase()));
        }
        if (draft.outcome() == DecisionOutcome.INTENTIONAL
                && (draft.opportunityUntil() == null || !draft.opportunityUntil().isAfter(record.today()))) {
            problems.add(new FieldError("opportunityUntil", "Enter a day in the future: they must have a reasonable"
                    + " opportunity to find a home"));
        }
        if (problems.stream().noneMatch(problem -> problem.key().equals("outcome"))) {
            problems.addAll(FurtherPoints.problems(draft.outcome(), found, draft.further(),
                    household(reference).keySet()));
        }
        return problems;
    }

    /** Who is in the household now, by number. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Map<Long, String> household(CaseReference reference) {
        return details.of(reference).household().stream().filter(HouseholdMember::present).collect(Collectors.toMap(
                HouseholdMember::id, member -> member.person().name(), (one, other) -> one, LinkedHashMap::new));
    }

    /** @throws NotPossible with the first of {@link #problems} */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void draft(CaseReference reference, Decision.Draft draft) {
        String by = record.by();
        problems(reference, draft).stream().findFirst().ifPresent(problem -> {
            throw new NotPossible(problem.message());
        });
        long id = store.insert(reference, draft, findings.of(reference), by, record.now());
        clocks.start(reference, ClockKind.DECISION_NOTICE, record.today());
        record.tell(reference, "decision", "Decision drafted: " + draft.outcome().title().toLowerCase(), null);
        record.audit(reference, "decision.drafted", id, CaseRecord.with(second.asked(prepared(reference, by)),
                "outcome", draft.outcome().name()), draft.outcome().provision());
    }

    /** Why the draft cannot be signed, or not by the current officer; empty when it can. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> refusal(CaseReference reference) {
        Optional<Decision> draft = drafted(reference);
        if (draft.isEmpty()) {
            return Optional.of("No decision waits for a signature.");
        }
        return second.refusal(prepared(reference, draft.get().draftedBy()));
    }

    private static Prepared prepared(CaseReference reference, String drafter) {
        return Prepared.by(FourEyes.DECISION, reference, drafter);
    }

    /** Who may sign the draft that waits, in words, or what to do where nobody may; null where none waits. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public String whoMaySign(CaseReference reference) {
        return drafted(reference).map(draft -> second.whoCould(prepared(reference, draft.draftedBy()))).orElse(null);
    }

    /** Whether the current officer may take the draft back undecided. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public boolean mayTakeBack(CaseReference reference) {
        return drafted(reference).filter(draft -> second.mayTakeBack(prepared(reference, draft.draftedBy()))).isPresent();
    }

    /** Why the draft must go back before anyone signs it, or empty. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> outdated(CaseReference reference) {
        return drafted(reference)
                .flatMap(draft -> !findings.of(reference).equals(draft.findings())
                        ? Optional.of("The findings have changed since this was drafted. Return it to the officer.")
                        : changes.since(reference, draft.draftedAt()) ? Optional.of("A change of circumstances was"
                                + " reported after this was drafted. Return it to the officer.") : Optional.empty());
    }

    /**
     * The second officer signs.
     *
     * @throws org.threshold.access.NotPermitted when this officer may not sign
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void sign(CaseReference reference) {
        findings.lock(reference);
        outdated(reference).ifPresent(why -> {
            throw new NotPossible(why);
        });
        Decision draft = waiting(reference);
        answer(draft, Decision.Status.SIGNED, "decision.signed", null, require(draft));
    }

    /** The second officer sends the draft back, saying what must change. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void returnToDrafter(CaseReference reference, String comments) {
        Decision draft = waiting(reference);
        answer(draft, Decision.Status.RETURNED, "decision.returned", comments, require(draft));
    }

    /**
     * Whoever drafted it takes it back before anybody has signed; where nobody can sign, a leader does.
     *
     * @throws org.threshold.access.NotPermitted when it is not theirs to take back
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void takeBack(CaseReference reference, String comments) {
        Decision draft = waiting(reference);
        second.requireTakeBack(prepared(reference, draft.draftedBy()));
        answer(draft, Decision.Status.RETURNED, "decision.takenBack", comments, Map.of());
    }

    private Map<String, String> require(Decision draft) {
        return second.require(prepared(draft.caseReference(), draft.draftedBy()));
    }

    private Decision waiting(CaseReference reference) {
        return drafted(reference).orElseThrow(() -> new NotPossible("No decision waits for a signature."));
    }

    private void answer(Decision draft, Decision.Status status, String action, String comments,
                        Map<String, String> independence) {
        CaseReference reference = draft.caseReference();
        String by = record.by();
        if (!store.answer(draft.id(), status, by, record.now(), comments)) {
            throw new NotPossible("Another officer has answered meanwhile.");
        }
        boolean signed = status == Decision.Status.SIGNED;
        record.tell(reference, "decision", signed ? "Decision signed" : "Decision returned to the officer", comments);
        record.audit(reference, action, draft.id(), CaseRecord.with(independence, "outcome", draft.outcome().name(),
                "draftedBy", draft.draftedBy()), comments, draft.outcome().provision());
    }

    private Optional<Decision> drafted(CaseReference reference) {
        return store.latest(reference).filter(last -> last.status() == Decision.Status.DRAFT);
    }

    /**
     * Notifies the signed decision; what it brings about follows in the same commit. A second call changes nothing.
     *
     * @return its outcome
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public DecisionOutcome issue(CaseReference reference) {
        Decision decision = store.latest(reference)
                .orElseThrow(() -> new NotPossible("There is no decision on this case."));
        if (decision.status() == Decision.Status.ISSUED) {
            return decision.outcome();
        }
        if (decision.status() != Decision.Status.SIGNED) {
            throw new NotPossible("The decision is not signed.");
        }
        boolean reliefRuns = duties.running(reference, DutyKind.RELIEF).isPresent();
        Letters.Letter letter = letters.issue(reference, "s184-decision", model(decision, reliefRuns),
                "decision-" + decision.id());
        store.issued(decision.id(), letter.issuedOn(), reliefRuns);
        record.tell(reference, "decision", "Decision: " + decision.outcome().title(), null);
        record.audit(reference, "decision.issued", decision.id(), Map.of("outcome", decision.outcome().name(),
                "reliefRuns", String.valueOf(reliefRuns)), decision.outcome().provision());
        moveClocks(decision, letter);
        if (decision.outcome() == DecisionOutcome.MAIN_DUTY) {
            duties.accept(reference, DutyKind.MAIN, letter.issuedOn());
        } else if (decision.outcome() == DecisionOutcome.S193C) {
            duties.accept(reference, DutyKind.S193C, letter.issuedOn());
        }
        cases.setStatus(reference, decision.outcome().status());
        return decision.outcome();
    }

    /** What the letter of the decision would say if it were issued today. */
    Map<String, Object> letter(Decision decision) {
        return model(decision, duties.running(decision.caseReference(), DutyKind.RELIEF).isPresent());
    }

    private Map<String, Object> model(Decision decision, boolean reliefRuns) {
        Long restricted = decision.further().restrictedMember();
        return LetterModels.decision(decision, reliefRuns, restricted == null ? null
                : household(decision.caseReference()).get(restricted), clocks.reviewLastDay(record.today()));
    }

    /** Whether a child under 18 lives with the applicant, so that s213A asks to tell children's services. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public boolean childInHousehold(CaseReference reference) {
        return cases.hasChildUnder18(reference);
    }

    private void moveClocks(Decision decision, Letters.Letter letter) {
        CaseReference reference = decision.caseReference();
        for (ClockKind kind : List.of(ClockKind.INQUIRIES, ClockKind.MAIN_DUTY_DECISION,
                ClockKind.MAIN_DUTY_DECISION_EXTENDED, ClockKind.DECISION_NOTICE)) {
            clocks.end(reference, kind, letter.issuedOn(), "Decision notified");
        }
        clocks.notified(reference, "Decision: " + decision.outcome().title().toLowerCase(), letter.issuedOn());
        if (decision.outcome() == DecisionOutcome.INTENTIONAL) {
            clocks.startUntil(reference, ClockKind.REASONABLE_OPPORTUNITY, letter.issuedOn(),
                    decision.opportunityUntil());
        }
    }

    /** Relief that ran on after day 56 ends by notice with the decision. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void endReliefAfterIssue(CaseReference reference) {
        Decision decision = store.latest(reference).filter(last -> last.status() == Decision.Status.ISSUED)
                .orElseThrow(() -> new NotPossible("No decision has been issued on this case."));
        endings.endReliefAfterDecision(reference, decision);
    }
}

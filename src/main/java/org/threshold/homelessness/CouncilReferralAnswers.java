package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.HouseholdMember;
import org.threshold.clock.ClockKind;
import org.threshold.form.FieldError;
import org.threshold.homelessness.CouncilReferral.Kind;
import org.threshold.homelessness.CouncilReferral.Outcome;
import org.threshold.homelessness.CouncilReferral.Stage;
import org.threshold.homelessness.store.DutyStore;
import org.threshold.homelessness.store.CouncilReferralStore;
import org.threshold.letter.Letters;

/** A signed referral: both notices, accommodation meanwhile, the other council's answer, and what follows. */
@Service
public class CouncilReferralAnswers {

    /** Answers of the other council or the referee after which it has the case. */
    private static final List<String> ACCEPTED = List.of("ACCEPTED", "MET");

    private final CouncilReferralStore store;
    private final CouncilReferralConditions conditions;
    private final Duties duties;
    private final DutyStore dutyStore;
    private final CaseFiles cases;
    private final CaseClocks clocks;
    private final Letters letters;
    private final CaseRecord record;

    CouncilReferralAnswers(CouncilReferralStore store, CouncilReferralConditions conditions, Duties duties,
                           DutyStore dutyStore, CaseFiles cases, CaseClocks clocks, Letters letters,
                           CaseRecord record) {
        this.store = store;
        this.conditions = conditions;
        this.duties = duties;
        this.dutyStore = dutyStore;
        this.cases = cases;
        this.clocks = clocks;
        this.letters = letters;
        this.record = record;
    }

    /**
     * Notifies the applicant and the other council on the same day. From this notice on the relief duty is not owed
     * while the question is open (s199A(1)), so its clock stands still; accommodation is kept (s199A(2), s200(1)). A
     * second call changes nothing.
     *
     * @throws NotPossible when what was signed no longer holds
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void notifyBoth(CaseReference reference) {
        CouncilReferral referral = pending(reference);
        if (referral.notified()) {
            return;
        }
        if (referral.unsigned() || referral.last(Kind.SIGNED).isEmpty()) {
            throw new NotPossible("The referral is not signed.");
        }
        LocalDate today = record.today();
        Optional<LocalDate> answerBy = clocks.startIfCovered(reference, ClockKind.LC_REFERRAL_ANSWER, today);
        Letters.Letter notice = letters.issue(reference, "lc-referral-notice", LetterModels.referralNotice(referral,
                clocks.reviewLastDay(today)), "lc-notice-" + referral.id());
        letters.issue(reference, new Letters.Addressee(referral.check().authority().name(),
                        referral.check().authority().lines()), "lc-referral-notification",
                LetterModels.referralNotification(referral, people(reference, referral), answerBy.orElse(null)),
                "lc-notification-" + referral.id());
        event(referral, Kind.NOTIFIED, null, notice.issuedOn(), referral.check().authority().name(), null);
        clocks.notified(reference, "Referral to " + referral.check().authority().name(), notice.issuedOn());
        clocks.start(reference, ClockKind.LC_ACCOMMODATION, notice.issuedOn());
        clocks.end(reference, ClockKind.RELIEF_DUTY, notice.issuedOn(),
                "Referred to another council: the duty is not owed until that is decided (s199A(1))");
        record.tell(reference, "decision", "Referred to " + referral.check().authority().name(),
                referral.check().reasons());
        record.audit(reference, "referral.notified", referral.id(), Map.of("stage", referral.stage().name()),
                referral.check().reasons(), referral.stage().provision() + ", s184(4)");
    }

    /** Each person that a letter to the other council names, with their connection there and nothing else. */
    private List<LetterModels.Connected> people(CaseReference reference, CouncilReferral referral) {
        Map<Long, HouseholdMember> household = conditions.household(reference).stream()
                .collect(java.util.stream.Collectors.toMap(HouseholdMember::id, member -> member));
        return referral.check().members().stream().filter(member -> household.containsKey(member.memberId()))
                .map(member -> new LetterModels.Connected(household.get(member.memberId()), member)).toList();
    }

    private CouncilReferral pending(CaseReference reference) {
        return store.open(reference)
                .orElseThrow(() -> new NotPossible("No referral of this case is under way."));
    }

    /**
     * How the household is accommodated until the referral is decided. At the relief stage that is owed where there is
     * reason to believe that they may have a priority need (s199A(2)); at the main stage always (s200(1)).
     *
     * @param code  PROVIDED, OWN or NOT_DUE
     * @param words the address, or why not
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void accommodate(CaseReference reference, String code, String words) {
        record.by();
        CouncilReferral referral = pending(reference);
        accommodationProblem(reference, code).ifPresent(sentence -> {
            throw new NotPossible(sentence);
        });
        event(referral, Kind.ACCOMMODATION, code, record.today(), null, words);
        if (code.equals("NOT_DUE")) {
            clocks.end(reference, ClockKind.LC_ACCOMMODATION, record.today(), "No reason to believe that they may have"
                    + " a priority need");
        }
        record.tell(reference, "decision", switch (code) {
            case "PROVIDED" -> "Accommodation is kept until the referral is decided";
            case "OWN" -> "They chose to stay somewhere suitable of their own until the referral is decided";
            default -> "Accommodation is not due while the referral is decided";
        }, words);
        record.audit(reference, "referral.accommodation", referral.id(), Map.of("answer", code), words,
                referral.stage() == Stage.RELIEF ? "s199A(2)" : "s200(1)");
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> accommodationProblem(CaseReference reference, String code) {
        boolean main = store.open(reference).filter(open -> open.stage() == Stage.MAIN).isPresent();
        return main && code.equals("NOT_DUE") ? Optional.of("They have a priority need, so accommodation is due until"
                + " the referral is decided (section 200(1))") : Optional.empty();
    }

    /** What cannot be about the day of an answer, by its field. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<FieldError> dayProblems(CaseReference reference, String field, LocalDate on) {
        LocalDate notified = store.open(reference).flatMap(open -> open.last(Kind.NOTIFIED))
                .map(CouncilReferral.Event::on).orElse(null);
        if (on.isAfter(record.today())) {
            return List.of(new FieldError(field, "The day must be today or in the past"));
        }
        return notified != null && on.isBefore(notified) ? List.of(new FieldError(field,
                "The day must be " + Words.day(notified) + ", when they were notified, or later")) : List.of();
    }

    /** @param code ACCEPTED, NOT_ACCEPTED, DISPUTED or WITHDRAWN */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void answered(CaseReference reference, String code, LocalDate on, String who, String words) {
        record.by();
        check(dayProblems(reference, "answeredOn", on));
        CouncilReferral referral = pending(reference);
        event(referral, Kind.ANSWER, code, on, who, words);
        clocks.end(reference, ClockKind.LC_REFERRAL_ANSWER, record.today(), "The other council answered");
        if (code.equals("DISPUTED")) {
            clocks.start(reference, ClockKind.LC_REFEREE, referral.last(Kind.NOTIFIED).orElseThrow().on());
        }
        record.tell(reference, "contact", switch (code) {
            case "ACCEPTED" -> "The other council accepts the referral";
            case "DISPUTED" -> "The other council disputes the referral: a referee decides";
            case "WITHDRAWN" -> "We withdrew the referral";
            default -> "The other council does not accept, and we agree";
        }, words);
        record.audit(reference, "referral.answered", referral.id(), Map.of("answer", code), words, "s198(5)");
    }

    /**
     * Who decides the dispute (SI 1998/1578).
     *
     * @param code AGREED between both councils, or PANEL: appointed from the panel of the Local Government Association
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void refereeFound(CaseReference reference, String code, LocalDate on, String who) {
        record.by();
        check(dayProblems(reference, "refereeOn", on));
        CouncilReferral referral = pending(reference);
        event(referral, Kind.REFEREE, code, on, who, null);
        clocks.end(reference, ClockKind.LC_REFEREE, record.today(), "Referee " + (code.equals("AGREED") ? "agreed"
                : "appointed from the panel"));
        record.tell(reference, "contact", "Referee " + (code.equals("AGREED") ? "agreed with the other council"
                : "appointed from the panel"), who);
        record.audit(reference, "referral.referee", referral.id(), Map.of("how", code), "SI 1998/1578");
    }

    /** @param code MET or NOT_MET; or ACCEPTED or WITHDRAWN, where the councils settled it after all */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void refereeDecided(CaseReference reference, String code, LocalDate on, String words) {
        record.by();
        check(dayProblems(reference, "refereeDecidedOn", on));
        CouncilReferral referral = pending(reference);
        event(referral, Kind.REFEREE_DECISION, code, on, null, words);
        record.tell(reference, "decision", switch (code) {
            case "MET" -> "The referee decided: the conditions for a referral are met";
            case "NOT_MET" -> "The referee decided: the conditions for a referral are not met";
            case "ACCEPTED" -> "The other council accepts the referral after all";
            default -> "We withdrew the referral";
        }, words);
        record.audit(reference, "referral.refereeDecided", referral.id(), Map.of("decision", code), words,
                "s198(5), SI 1998/1578");
    }

    private static void check(List<FieldError> problems) {
        problems.stream().findFirst().ifPresent(problem -> {
            throw new NotPossible(problem.message());
        });
    }

    /** No referral was made. Whoever was told of one by a decision is told, and is owed the main duty. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public Outcome notMade(CaseReference reference) {
        Optional<CouncilReferral> open = store.open(reference);
        if (open.isEmpty()) {
            return last(reference);
        }
        if (open.get().stage() == Stage.MAIN) {
            tell(open.get(), Outcome.NOT_MADE, open.get().check().reasons(), "NOT_MADE");
        }
        store.close(open.get().id(), Outcome.NOT_MADE, record.today());
        record.audit(reference, "referral.notMade", open.get().id(), Map.of(), open.get().check().reasons(),
                open.get().stage().provision());
        return Outcome.NOT_MADE;
    }

    /**
     * Tells the applicant how it was decided, with reasons and the review right (s199A(3), s200(2)). Accepted: no duty
     * is owed here any more. Not accepted, or withdrawn: the main duty is owed from the notice (s200(3)), or the relief
     * duty with a new period of 56 days beginning with the day of this notice (s199A(4)). A second call changes
     * nothing.
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public Outcome tellOutcome(CaseReference reference) {
        Optional<CouncilReferral> open = store.open(reference);
        if (open.isEmpty()) {
            return last(reference);
        }
        CouncilReferral referral = open.get();
        CouncilReferral.Event answer = referral.last(Kind.REFEREE_DECISION)
                .or(() -> referral.last(Kind.ANSWER))
                .orElseThrow(() -> new NotPossible("The other council has not answered yet."));
        boolean accepted = ACCEPTED.contains(answer.code());
        Outcome outcome = accepted ? Outcome.ACCEPTED : Outcome.NOT_ACCEPTED;
        boolean referee = answer.code().endsWith("MET");
        tell(referral, outcome, answer.words(), referee ? "REFEREE" : answer.code());
        store.close(referral.id(), outcome, record.today());
        event(referral, Kind.OUTCOME, outcome.name(), record.today(), null, null);
        record.audit(reference, "referral.decided", referral.id(), Map.of("outcome", outcome.name()), answer.words(),
                referral.stage() == Stage.RELIEF ? "s199A(3) to (5)" : "s200(2) to (4)");
        return outcome;
    }

    private Outcome last(CaseReference reference) {
        return store.of(reference).stream().findFirst().map(CouncilReferral::outcome)
                .orElseThrow(() -> new NotPossible("No referral of this case is under way."));
    }

    private void tell(CouncilReferral referral, Outcome outcome, String reasons, String how) {
        CaseReference reference = referral.caseReference();
        LocalDate today = record.today();
        clocks.end(reference, ClockKind.LC_REFERRAL_ANSWER, today, "Decided");
        clocks.end(reference, ClockKind.LC_REFEREE, today, "Decided");
        clocks.end(reference, ClockKind.LC_ACCOMMODATION, today, "The applicant was told how it was decided");
        LocalDate day56 = null;
        if (outcome == Outcome.ACCEPTED) {
            endDuty(referral, today);
        } else if (referral.stage() == Stage.MAIN) {
            duties.accept(reference, DutyKind.MAIN, today);
        } else if (dutyStore.running(reference, DutyKind.RELIEF).isPresent()) {
            clocks.start(reference, ClockKind.RELIEF_DUTY, today);
            day56 = clocks.lastDay(reference, ClockKind.RELIEF_DUTY).orElse(null);
        }
        Letters.Letter letter = letters.issue(reference, "lc-referral-outcome", LetterModels.referralOutcome(referral,
                outcome, how, reasons, day56, clocks.reviewLastDay(today)), "lc-outcome-" + referral.id());
        clocks.notified(reference, "Outcome of the referral", letter.issuedOn());
    }

    /** The duty ends with the notice; the referral's own second signature covers it. */
    private void endDuty(CouncilReferral referral, LocalDate on) {
        CaseReference reference = referral.caseReference();
        Optional<Duty> relief = dutyStore.running(reference, DutyKind.RELIEF);
        if (relief.isPresent()) {
            EndReason reason = EndReason.LC_REFERRAL_ACCEPTED;
            dutyStore.insertEnding(relief.get(), DutyEnding.Facts.of(reason, on, referral.check().reasons()),
                    DutyEnding.Status.DONE, referral.check().checkedBy(), record.now());
            dutyStore.end(relief.get().id(), on, reason, record.by(), record.now());
            clocks.end(reference, ClockKind.RELIEF_DUTY, on, reason.words());
            record.tell(reference, "decision", "Relief duty ended: another council has the case now", null);
            record.audit(reference, "duty.ended", DutyKind.RELIEF, Map.of("reason", reason.name(), "endedOn",
                    on.toString()), reason.provision(DutyKind.RELIEF));
        }
        cases.setStatus(reference, CaseStatus.REFERRED_LC);
    }

    private void event(CouncilReferral referral, Kind kind, String code, LocalDate on, String who, String words) {
        store.insertEvent(referral.id(), new CouncilReferral.Event(kind, code, on, who, words, record.by(),
                record.now()));
    }
}

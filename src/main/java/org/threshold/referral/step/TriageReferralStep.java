package org.threshold.referral.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseMatch;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.CaseSummary;
import org.threshold.form.FieldError;
import org.threshold.referral.KeptReferral;
import org.threshold.referral.ReferralOutcome;
import org.threshold.referral.ReferralTriage;
import org.threshold.referral.Triaged;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** Triage of a referral by a public body: was contact made, and where does the person go from here (s213B)? */
@Component
class TriageReferralStep implements StepHandler {

    private static final String OTHER_CASE = "OTHER";
    private static final Set<CaseStatus> NOT_OF_THEIR_OWN = Set.of(CaseStatus.MERGED, CaseStatus.CREATED_IN_ERROR);

    private final ReferralTriage triage;
    private final CaseFiles cases;
    private final Clock clock;

    TriageReferralStep(ReferralTriage triage, CaseFiles cases, Clock clock) {
        this.triage = triage;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "triage-referral";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        KeptReferral referral = triage.of(step.caseReference()).orElseThrow();
        List<CaseMatch> matches = triage.possibleMatches(referral, step.caseReference());
        Map<String, String> lines = ReferralLines.of(referral);
        lines.put("Cases that may be theirs", matches.isEmpty() ? "None was found. Search again once you have spoken"
                + " to them." : String.join("\n", matches.stream().map(TriageReferralStep::inWords).toList()));
        Map<String, String> options = new LinkedHashMap<>();
        matches.forEach(match -> options.put(match.summary().reference().value(), inWords(match)));
        options.put(OTHER_CASE, "Another case");
        return Map.of("beside", lines, "options", Map.of("matches", options));
    }

    private static String inWords(CaseMatch match) {
        CaseSummary found = match.summary();
        return found.reference() + ": " + match.matchedName() + ", " + found.status().title().toLowerCase() + " ("
                + String.join(", ", match.why()) + ")";
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Sent sent = new Sent(values);
        List<FieldError> errors = new ArrayList<>();
        LocalDate today = LocalDate.now(clock);
        if (sent.day("contactOn") != null && sent.day("contactOn").isAfter(today)) {
            errors.add(new FieldError("contactOn", "The day of the contact must be today or earlier"));
        }
        if (OTHER_CASE.equals(sent.text("joinTo"))) {
            joinProblem(step.caseReference(), sent.text("joinReference"))
                    .ifPresent(problem -> errors.add(new FieldError("joinReference", problem)));
        } else if (sent.outcome() == ReferralOutcome.JOINED) {
            cases.find(sent.text("joinTo")).flatMap(other -> triage.joinRefusal(step.caseReference(), other.reference()))
                    .ifPresent(problem -> errors.add(new FieldError("joinTo", problem)));
        }
        if (sent.outcome() == ReferralOutcome.NOT_REACHED) {
            checkAttempts(sent.rows("attempts"), today, errors);
        }
        return errors;
    }

    private Optional<String> joinProblem(CaseReference own, String typed) {
        Optional<CaseSummary> found = cases.find(typed);
        if (found.isEmpty()) {
            return Optional.of("There is no case with this reference. Check it and enter it again");
        }
        if (found.get().reference().equals(own)) {
            return Optional.of("This is the referral’s own case. Enter the reference of the other one");
        }
        return NOT_OF_THEIR_OWN.contains(found.get().status())
                ? Optional.of("That case was merged into another, or created in error. Enter the reference of the one"
                        + " that stays") : triage.joinRefusal(own, found.get().reference());
    }

    private static void checkAttempts(List<Sent> attempts, LocalDate today, List<FieldError> errors) {
        if (attempts.size() < Triaged.LEAST_ATTEMPTS) {
            errors.add(new FieldError("attempts", "Record at least " + Triaged.LEAST_ATTEMPTS + " tries to reach them,"
                    + " in the way that the referrer said is safe"));
        }
        for (int i = 0; i < attempts.size(); i++) {
            if (attempts.get(i).day("on").isAfter(today)) {
                errors.add(new FieldError("attempts[" + i + "].on", "The day must be today or earlier"));
            }
        }
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Sent sent = new Sent(values);
        List<Triaged.Attempt> attempts = sent.rows("attempts").stream()
                .map(row -> new Triaged.Attempt(row.day("on"), row.text("how"), row.text("what"))).toList();
        triage.record(step.caseReference(), new Triaged(sent.outcome(), sent.day("contactOn"),
                sent.text("referralNotes"), joinedTo(sent), sent.text("elsewhere"), attempts));
        return Map.of();
    }

    private CaseReference joinedTo(Sent sent) {
        if (sent.outcome() != ReferralOutcome.JOINED) {
            return null;
        }
        String chosen = sent.text("joinTo");
        return cases.find(OTHER_CASE.equals(chosen) ? sent.text("joinReference") : chosen).orElseThrow().reference();
    }

    /** The answers, already checked against the form. */
    private record Sent(Map<String, Object> values) {

        String text(String key) {
            Object value = values.get(key);
            return value == null || value.toString().isBlank() ? null : value.toString();
        }

        LocalDate day(String key) {
            return values.get(key) instanceof LocalDate day ? day : null;
        }

        ReferralOutcome outcome() {
            return ReferralOutcome.valueOf(text("referralOutcome"));
        }

        @SuppressWarnings("unchecked")
        List<Sent> rows(String key) {
            return values.get(key) instanceof List<?> list
                    ? list.stream().map(row -> new Sent((Map<String, Object>) row)).toList() : List.of();
        }
    }
}

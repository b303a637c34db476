package org.threshold.homelessness;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.HouseholdMember;
import org.threshold.clock.Finding;
import org.threshold.form.FieldError;
import org.threshold.letter.Council;

/**
 * Whether a case may be referred to another council (s198(2) to (3)): hard gates. What is not known is no answer, so
 * inquiries come first. Not offered is a referral because the other council placed the household here within five
 * years (s198(4)).
 */
@Component
class CouncilReferralConditions {

    private final CaseDetails cases;
    private final CaseFindings findings;
    private final Council council;

    CouncilReferralConditions(CaseDetails cases, CaseFindings findings, Council council) {
        this.cases = cases;
        this.findings = findings;
        this.council = council;
    }

    /** Those who live with the applicant or might reasonably be expected to, the applicant first. */
    List<HouseholdMember> household(CaseReference reference) {
        return cases.of(reference).household().stream().filter(HouseholdMember::present).toList();
    }

    /** What stands in the way, by field of the form; empty when the case may be referred. */
    List<FieldError> problems(CaseReference reference, CouncilReferral.Stage stage, HousingAuthority to,
                              List<CouncilReferral.Member> members) {
        List<FieldError> problems = new ArrayList<>();
        findings(reference, stage).forEach(sentence -> problems.add(new FieldError("conditionsMet", sentence)));
        if (to.name().strip().equalsIgnoreCase(council.name().strip())) {
            problems.add(new FieldError("councilName", "Name another council than your own"));
        }
        problems.addAll(everyone(reference, members));
        for (int row = 0; row < members.size(); row++) {
            one(members.get(row), "members[" + row + "].", problems);
        }
        if (!members.isEmpty() && members.stream().noneMatch(member -> member.there().connects()
                || member.there() == LocalConnection.NOT_KNOWN)) {
            problems.add(new FieldError("members", "Nobody in the household has a local connection with the other"
                    + " council, so it cannot be asked (section 198(2)(b))"));
        }
        return problems;
    }

    /** Only a duty that would be owed here can be referred. */
    private List<String> findings(CaseReference reference, CouncilReferral.Stage stage) {
        Findings found = findings.of(reference);
        if (stage == CouncilReferral.Stage.MAIN) {
            return found.outcome().filter(DecisionOutcome.MAIN_DUTY::equals).isPresent() ? List.of()
                    : List.of("The main housing duty would not be owed on the findings as they stand, so there is"
                            + " nothing to refer (section 198(1))");
        }
        List<String> problems = new ArrayList<>();
        for (Question question : List.of(Question.ELIGIBLE, Question.HOMELESS)) {
            if (found.of(question) != Finding.YES) {
                problems.add("First record that you are satisfied " + (question == Question.HOMELESS
                        ? "that they are homeless" : "that they are eligible") + " (section 198(A1))");
            }
        }
        return problems;
    }

    private List<FieldError> everyone(CaseReference reference, List<CouncilReferral.Member> members) {
        Set<Long> asked = new HashSet<>();
        boolean twice = members.stream().anyMatch(member -> !asked.add(member.memberId()));
        Set<Long> household = new HashSet<>();
        household(reference).forEach(member -> household.add(member.id()));
        return twice || !asked.equals(household) ? List.of(new FieldError("members",
                "Answer once for each person of the household, and for nobody else")) : List.of();
    }

    private static void one(CouncilReferral.Member member, String row, List<FieldError> problems) {
        switch (member.risk()) {
            case DOMESTIC_ABUSE, OTHER_VIOLENCE -> problems.add(new FieldError(row + "risk",
                    "Never refer a household when one of them would run a risk of violence there (section 198(2)(c))"));
            case NOT_KNOWN -> problems.add(new FieldError(row + "risk",
                    "Find out first whether they would be at risk of violence there"));
            default -> { }
        }
        if (member.here() == LocalConnection.NOT_KNOWN) {
            problems.add(new FieldError(row + "here", "Find out first whether they have a local connection with us"));
        } else if (member.here().connects()) {
            problems.add(new FieldError(row + "here", "Somebody with a local connection with us keeps the case here"
                    + " (section 198(2)(a))"));
        }
        if (member.there() == LocalConnection.NOT_KNOWN) {
            problems.add(new FieldError(row + "there",
                    "Find out first whether they have a local connection with the other council"));
        } else if (member.there().connects() && blank(member.thereWhy())) {
            problems.add(new FieldError(row + "thereWhy", "Enter the facts of the local connection there"));
        }
        if (blank(member.riskAsked())) {
            problems.add(new FieldError(row + "riskAsked", "Enter what you asked about safety, and what they said"));
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}

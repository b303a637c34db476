package org.threshold.homelessness.step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threshold.access.People;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.HouseholdMember;
import org.threshold.form.FieldError;
import org.threshold.homelessness.CouncilReferral;
import org.threshold.homelessness.CouncilReferrals;
import org.threshold.worklist.Answers;
import org.threshold.worklist.SecondAnswer;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** The second officer signs a referral, or returns it with comments. */
@Component
class SignReferralStep implements StepHandler {

    private final CouncilReferrals referrals;
    private final People people;

    SignReferralStep(CouncilReferrals referrals, People people) {
        this.referrals = referrals;
        this.people = people;
    }

    @Override
    public String formKey() {
        return "sign-referral";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Beside beside = new Beside();
        referrals.open(step.caseReference()).map(CouncilReferral::check).filter(CouncilReferral.Check::met)
                .ifPresent(check -> checked(step.caseReference(), beside, check));
        beside.line("May be signed by", referrals.whoMaySign(step.caseReference()));
        return beside.findings(referrals.findings(step.caseReference())).put(new HashMap<>());
    }

    private void checked(CaseReference reference, Beside beside, CouncilReferral.Check check) {
        Map<Long, String> names = referrals.household(reference).stream()
                .collect(Collectors.toMap(HouseholdMember::id, member -> member.person().name()));
        beside.line("Other council", check.authority().name())
                .line("Checked by", people.nameOf(check.checkedBy()))
                .line("Inquiries made", check.inquiries())
                .line("Reasons", check.reasons());
        check.members().forEach(member -> beside.line(
                names.getOrDefault(member.memberId(), "Somebody who has left the household"),
                "With us: " + lower(member.here().title(), member.hereWhy())
                        + ". With them: " + lower(member.there().title(), member.thereWhy())
                        + ". Safety: " + member.riskAsked()));
    }

    private static String lower(String title, String why) {
        return title.toLowerCase() + (why == null ? "" : " (" + why + ")");
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        CaseReference reference = step.caseReference();
        return SecondAnswer.check("signed", new Answers(values).yes("signed"), referrals.refusal(reference),
                () -> referrals.mayTakeBack(reference), () -> referrals.outdated(reference));
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        boolean signed = answers.yes("signed");
        if (!signed && referrals.mayTakeBack(step.caseReference())) {
            referrals.takeBack(step.caseReference(), answers.text("comments"));
        } else {
            referrals.answer(step.caseReference(), signed, answers.text("comments"));
        }
        return Map.of("referralSigned", signed);
    }
}

package org.threshold.process.model;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.threshold.homelessness.CooperationRefusal;
import org.threshold.homelessness.CooperationRefusal.Considered;
import org.threshold.homelessness.CooperationRefusal.Given;

/** A mandatory step of the applicant's plan, how it is refused, and the forms that follow. */
final class RefusedStep {

    static final String STEP = "Ring three landlords a week";

    private RefusedStep() {
    }

    /** A plan in which the applicant has a step that they must take. */
    static Map<String, List<String>> plan(LocalDate by) {
        return FilledForms.with(FilledForms.plan(by), "planSteps[1].who", "APPLICANT", "planSteps[1].what", STEP,
                "planSteps[1].kind", "MANDATORY", "planSteps[1].by", by.toString(), "planSteps[1].agreed", "yes");
    }

    static CooperationRefusal.Facts facts() {
        return new CooperationRefusal.Facts(List.of(STEP), "Said twice that she would not ring anybody",
                "She has a telephone and speaks with us every week",
                Arrays.stream(Considered.values()).map(Enum::name).toList(), "No health need is known", Given.POST);
    }

    static Map<String, List<String>> stillRefuses() {
        return FilledForms.of("cooperation", "STILL_REFUSES", "stillRefused", "STEP_1", "consideredSince",
                "Spoke with her again on Monday", "noticeReasons", "You did not ring any landlord.", "givenHow", "POST");
    }

    /** @param how STEP_TAKEN or GOOD_REASON */
    static Map<String, List<String>> settled(String how) {
        return FilledForms.of("cooperation", how, "settledNotes", "Rang four landlords on Friday");
    }
}

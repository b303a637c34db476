package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.BenefitEstimates.Estimate;

/** What the household's copy of its sign-up says. */
@Component
class SignUpCopy {

    private final ObjectProvider<Units> units;
    private final ObjectProvider<BenefitEstimates> estimates;
    private final ObjectProvider<ClaimsForKeys> claims;

    /** Claims and estimates are asked for late: the room of charges knows this one. */
    SignUpCopy(ObjectProvider<Units> units, ObjectProvider<BenefitEstimates> estimates,
               ObjectProvider<ClaimsForKeys> claims) {
        this.units = units;
        this.estimates = estimates;
        this.claims = claims;
    }

    Map<String, Object> of(Placement placement, SignUp signUp) {
        Unit unit = units.getObject().get(placement.unitId());
        Map<String, Object> model = new HashMap<>();
        model.put("address", unit.address() + ", " + unit.postcode());
        model.put("section", placement.function().section());
        model.put("function", lower(placement.function().words()));
        model.put("reviewable", placement.function().reviewable());
        model.put("total", Words.pounds(unit.rate().total()) + " " + unit.rate().per().words());
        model.put("ineligible", unit.rate().ineligible() == 0 ? null : Words.pounds(unit.rate().ineligible()) + " "
                + unit.rate().per().words());
        List<String> because = estimates.getObject().told(placement.caseReference(), placement.id())
                .map(Estimate::because).orElse(List.of());
        model.put("estimate", because);
        model.put("caution", BenefitEstimates.CAUTION);
        model.put("claim", claims.getObject().covering(placement.id()).map(ClaimsForKeys.Claim::reference).orElse(null));
        model.put("evidence", signUp.evidence());
        model.put("evidenceBy", monthAfter(signUp.signedOn()));
        model.put("signedOn", signUp.signedOn());
        model.put("nextReviewOn", signUp.nextReviewOn());
        return model;
    }

    /** The same day of the next month, or its last day (SI 2006/213 reg 83). */
    private static LocalDate monthAfter(LocalDate asked) {
        return asked.plusMonths(1);
    }

    private static String lower(String words) {
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}

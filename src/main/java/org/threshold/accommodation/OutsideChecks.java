package org.threshold.accommodation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.OutsideRecord.Factor;
import org.threshold.accommodation.OutsideRecord.ForMember;
import org.threshold.accommodation.OutsideRecord.SchoolYear;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.HouseholdMember;
import org.threshold.casefile.Relationship;
import org.threshold.form.FieldError;

/**
 * What a record of a placement outside the borough must hold before a manager is asked. In Nzolameso the council lost
 * because its officer knew little more than the application, and so what nobody asked about is not enough here.
 */
@Component
class OutsideChecks {

    private final CaseDetails cases;

    OutsideChecks(CaseDetails cases) {
        this.cases = cases;
    }

    /** Who has to be considered, the applicant first; a child that is expected is considered with their mother. */
    List<HouseholdMember> household(CaseReference reference) {
        return cases.of(reference).household().stream().filter(HouseholdMember::present)
                .filter(member -> member.person().relationship() != Relationship.EXPECTED_CHILD)
                .sorted(Comparator.comparing((HouseholdMember member) -> !member.mainApplicant())).toList();
    }

    /** What is missing, by field of the form. */
    List<FieldError> problems(CaseReference reference, List<ForMember> members) {
        Map<Long, String> names = new HashMap<>();
        household(reference).forEach(member -> names.put(member.id(), member.person().name()));
        List<FieldError> problems = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (int row = 0; row < members.size(); row++) {
            ForMember member = members.get(row);
            String at = "members[" + row + "].";
            if (!names.containsKey(member.memberId())) {
                problems.add(new FieldError(at + "person", "Choose somebody who is in the household now"));
            } else if (!seen.add(member.memberId())) {
                problems.add(new FieldError(at + "person", names.get(member.memberId()) + " is there twice"));
            } else {
                one(names.get(member.memberId()), at, member, problems);
            }
        }
        names.forEach((id, name) -> {
            if (!seen.contains(id)) {
                problems.add(new FieldError("members", name + " is missing. Each person is considered by themselves"));
            }
        });
        return problems;
    }

    private static void one(String name, String at, ForMember member, List<FieldError> problems) {
        if (member.facts().values().stream().noneMatch(fact -> fact.source().inquiry())) {
            problems.add(new FieldError(at + "workSource", "Everything about " + name + " comes from the application."
                    + " Ask them, and those who know: an application is not an inquiry"));
        }
        boolean schooled = member.year() != SchoolYear.NONE || !member.flags().isEmpty();
        if (schooled && !member.facts().get(Factor.SCHOOL).source().inquiry()) {
            problems.add(new FieldError(at + "schoolSource", "Ask " + name + " or the school before you decide: what"
                    + " stands in the application is not enough"));
        }
        if (member.mustNotSuffer() && member.schoolPlan() == null) {
            problems.add(new FieldError(at + "schoolPlan", "Enter how " + name + " gets through this school year: "
                    + reason(member)));
        }
    }

    private static String reason(ForMember member) {
        if (member.flags().contains(OutsideRecord.SchoolFlag.PROTECTION_PLAN)) {
            return "there is a child protection plan";
        }
        return member.flags().contains(OutsideRecord.SchoolFlag.EHCP) ? "there is an education, health and care plan"
                : "it is a year of exams";
    }
}

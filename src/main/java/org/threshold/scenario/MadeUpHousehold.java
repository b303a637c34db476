package org.threshold.scenario;

import java.util.List;
import java.util.Set;
import org.threshold.casefile.Person;
import org.threshold.casefile.SupportNeed;

/**
 * A household that nobody ever met. Codes are those of the forms and of the return to government.
 *
 * @param composition as in the table of that name
 * @param others      household members besides the applicant, oldest first
 * @param settledHome the last settled home, which goes with the reason
 * @param homeNow     where they live when they come
 */
record MadeUpHousehold(long number, String composition, Person applicant, List<Person> others, String ethnicity,
                       String employment, String reason, String settledHome, String homeNow,
                       Set<SupportNeed> supportNeeds) {

    int people() {
        return 1 + others.size();
    }

    boolean withChildren() {
        return composition.equals("LONE_MOTHER") || composition.equals("LONE_FATHER")
                || composition.endsWith("_CHILDREN");
    }
}

package org.threshold.casefile;

import java.time.LocalDate;

/**
 * Someone in the household, as recorded.
 *
 * @param leftOn  the day from which they are no longer in the household; null while they are
 * @param version grows with each change, to notice two officers changing the same person
 */
public record HouseholdMember(long id, CaseReference caseReference, Person person, LocalDate leftOn, int version) {

    public boolean mainApplicant() {
        return person.relationship() == Relationship.MAIN_APPLICANT;
    }

    public boolean present() {
        return leftOn == null;
    }
}

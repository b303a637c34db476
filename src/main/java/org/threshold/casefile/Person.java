package org.threshold.casefile;

import java.time.LocalDate;

/**
 * What is known of someone in the household.
 *
 * @param givenName   first names; empty for someone who uses one name only
 * @param familyName  last name, or the only name
 * @param dateOfBirth null when not known; the expected date for an expected child
 * @param nationalInsurance null when not known
 * @param inEducation in full-time education or training: keeps someone of 16 to 18 a dependent child
 * @param sex         for the statistics; null when not asked
 */
public record Person(String givenName, String familyName, LocalDate dateOfBirth, Relationship relationship,
                     NationalInsuranceNumber nationalInsurance, boolean inEducation, Sex sex) {

    public static final int LONGEST_NAME = 100;

    public Person {
        givenName = givenName == null || givenName.isBlank() ? ""
                : Texts.required(givenName, LONGEST_NAME, "First names");
        familyName = Texts.required(familyName, LONGEST_NAME, "A last name");
        if (relationship == null) {
            throw new IllegalArgumentException("A relationship must be given");
        }
    }

    public Person(String givenName, String familyName, LocalDate dateOfBirth, Relationship relationship,
                  NationalInsuranceNumber nationalInsurance, boolean inEducation) {
        this(givenName, familyName, dateOfBirth, relationship, nationalInsurance, inEducation, null);
    }

    public static Person applicant(String givenName, String familyName, LocalDate dateOfBirth) {
        return new Person(givenName, familyName, dateOfBirth, Relationship.MAIN_APPLICANT, null, false);
    }

    public static Person member(Relationship relationship, String givenName, String familyName, LocalDate dateOfBirth) {
        return new Person(givenName, familyName, dateOfBirth, relationship, null, false);
    }

    public String name() {
        return (givenName + " " + familyName).strip();
    }

    /**
     * Whether this is a dependent child on the day: under 16, or under 19 and in full-time education or training
     * (Homelessness Code of Guidance 8.7), or expected.
     */
    public boolean isDependentChildOn(LocalDate day) {
        return switch (relationship) {
            case EXPECTED_CHILD -> true;
            case CHILD, STEP_OR_FOSTER_CHILD, BROTHER_OR_SISTER, OTHER_RELATIVE, OTHER ->
                    dateOfBirth != null && dateOfBirth.plusYears(inEducation ? 19 : 16).isAfter(day);
            default -> false;
        };
    }
}

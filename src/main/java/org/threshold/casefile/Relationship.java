package org.threshold.casefile;

/** Who someone is to the main applicant. */
public enum Relationship {
    MAIN_APPLICANT("Main applicant"),
    PARTNER("Husband, wife, civil partner or partner"),
    CHILD("Child"),
    STEP_OR_FOSTER_CHILD("Step-child, foster child or grandchild"),
    EXPECTED_CHILD("Expected child (not yet born)"),
    PARENT("Parent"),
    BROTHER_OR_SISTER("Brother or sister"),
    OTHER_RELATIVE("Other relative"),
    CARER("Carer"),
    OTHER("Someone else who lives with them");

    private final String title;

    Relationship(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}

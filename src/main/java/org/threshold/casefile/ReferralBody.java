package org.threshold.casefile;

/** Public bodies under the duty to refer (s213B; H-CLIC's categories). */
public enum ReferralBody {
    ADULT_PRISON("Adult prison"),
    YOUTH_SECURE("Youth secure estate"),
    PROBATION("Probation service"),
    HOSPITAL("Hospital: A&E, urgent treatment centre or in-patient care"),
    MENTAL_HEALTH_INPATIENT("Mental health in-patient care"),
    JOBCENTRE("Jobcentre Plus"),
    ADULT_SOCIAL("Adult social services"),
    CHILDREN_SOCIAL("Children's social services"),
    EARLY_HELP("Children's early help or children's centre"),
    NRPF_TEAM("Team for people with no recourse to public funds"),
    DEFENCE("Ministry of Defence"),
    OTHER_NOT_KNOWN("Other, or not known");

    private final String title;

    ReferralBody(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}

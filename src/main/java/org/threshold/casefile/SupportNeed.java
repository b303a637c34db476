package org.threshold.casefile;

/** Support needs in H-CLIC's categories; a household may have several. */
public enum SupportNeed {
    YOUNG_PERSON_16_17("Young person aged 16 or 17"),
    YOUNG_PERSON_18_25("Young person aged 18 to 25 who needs support to live independently"),
    YOUNG_PARENT("Young parent who needs support to live independently"),
    CARE_LEAVER_18_20("Care leaver aged 18 to 20"),
    CARE_LEAVER_21_24("Care leaver aged 21 to 24"),
    CARE_LEAVER_25_PLUS("Care leaver aged 25 or over"),
    PHYSICAL_HEALTH("Physical ill health or disability"),
    MENTAL_HEALTH("History of mental health problems"),
    LEARNING_DISABILITY("Learning disability"),
    SEXUAL_ABUSE("At risk of, or has experienced, sexual abuse or exploitation"),
    DOMESTIC_ABUSE("At risk of, or has experienced, domestic abuse"),
    NON_DOMESTIC_ABUSE("At risk of, or has experienced, abuse that is not domestic"),
    DRUGS("Drug dependency"),
    ALCOHOL("Alcohol dependency"),
    OFFENDING("Offending history"),
    REPEAT_HOMELESSNESS("History of repeat homelessness"),
    ROUGH_SLEEPING("History of rough sleeping"),
    FORMER_ASYLUM_SEEKER("Former asylum seeker"),
    OLD_AGE("Old age"),
    ARMED_FORCES("Served in HM Forces"),
    EDUCATION_EMPLOYMENT_TRAINING("Access to education, employment or training"),
    MODERN_SLAVERY("Victim of modern slavery"),
    BUDGETING("Difficulties budgeting");

    private final String title;

    SupportNeed(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}

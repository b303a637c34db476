package org.threshold.letter;

import java.util.Arrays;

/** The letters that the service can write; each has a page of the same name under {@code letters/}. */
enum LetterTemplate {
    PREVENTION_DUTY_ACCEPTED("We have a duty to help you keep or find a home"),
    RELIEF_DUTY_ACCEPTED("We have a duty to help you find a home"),
    PERSONALISED_HOUSING_PLAN("Your personalised housing plan"),
    PERSONALISED_HOUSING_PLAN_LARGE_PRINT("Your personalised housing plan, in large print"),
    PREVENTION_ENDED("Our duty to help prevent your homelessness has ended"),
    RELIEF_ENDED("Our duty to help relieve your homelessness has ended"),
    S184_DECISION("Our decision on your homelessness application"),
    NON_COOPERATION_WARNING("A warning about your personalised housing plan"),
    NON_COOPERATION_NOTICE("Notice that you refused to co-operate"),
    S190_ACCOMMODATION_ENDS("When your accommodation ends"),
    S190_MORE_TIME("You have more time to find a home"),
    S193C_DUTY_ENDED("Our duty to accommodate you has ended"),
    WITHDRAWAL_CONFIRMED("You have withdrawn your application"),
    REVIEW_DECISION("Our decision on your review"),
    LC_REFERRAL_NOTICE("We have asked another council to help you"),
    LC_REFERRAL_NOTIFICATION("Referral of a homelessness case to your council"),
    LC_REFERRAL_OUTCOME("How the referral of your case was decided"),
    ADVICE_GIVEN("The advice we gave you"),
    CONTACT_LOST("We have not been able to reach you"),
    BELONGINGS_PROTECTED("We are keeping your belongings safe"),
    BELONGINGS_END("We have stopped keeping your belongings safe");

    private final String title;

    LetterTemplate(String title) {
        this.title = title;
    }

    String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    String title() {
        return title;
    }

    static LetterTemplate of(String key) {
        return Arrays.stream(values()).filter(t -> t.key().equals(key)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no letter '" + key + "'"));
    }
}

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
    INTERIM_ENDED("When you must leave the place where you stay for now"),
    S190_MORE_TIME("You have more time to find a home"),
    MAIN_DUTY_ENDED("Our main housing duty to you has ended"),
    S193C_DUTY_ENDED("Our duty to accommodate you has ended"),
    WITHDRAWAL_CONFIRMED("You have withdrawn your application"),
    REVIEW_DECISION("Our decision on your review"),
    REVIEW_ACKNOWLEDGED("We are reviewing our decision"),
    REVIEW_REFUSED_LATE("Your request for a review came too late"),
    ACCOMMODATION_PENDING_REVIEW("Somewhere to stay until your case is decided"),
    REVIEW_MINDED_TO("What the reviewer thinks of deciding"),
    REVIEW_LONGER("Your review may take longer, as agreed"),
    REVIEW_OUT_OF_TIME("We have not decided your review in time"),
    REVIEW_PUT_RIGHT("What we put right after your review"),
    LC_REFERRAL_NOTICE("We have asked another council to help you"),
    LC_REFERRAL_NOTIFICATION("Referral of a homelessness case to your council"),
    LC_REFERRAL_OUTCOME("How the referral of your case was decided"),
    ADVICE_GIVEN("The advice we gave you"),
    CONTACT_LOST("We have not been able to reach you"),
    BELONGINGS_PROTECTED("We are keeping your belongings safe"),
    BELONGINGS_END("We have stopped keeping your belongings safe"),
    TA_SIGN_UP_COPY("Your temporary accommodation: what we agreed"),
    APPOINTMENT("Your appointment with us"),
    TA_OFFER("A place to stay that we offer you"),
    TA_ENDS("When you leave your temporary accommodation"),
    BENEFIT_EVIDENCE_LIST("What to bring for your Housing Benefit claim"),
    S208_NOTICE("Notice under section 208 of the Housing Act 1996"),
    S208_LEFT("A household has left temporary accommodation in your district"),
    S213AA_NOTICE("Where a child lives now"),
    OFFER_PART6("A home that we offer you through the housing register"),
    OFFER_FINAL_PART6("Our final offer of a home through the housing register"),
    OFFER_PRSO("A private rented home that we offer you"),
    OFFER_FINAL_ACCOMMODATION("Our final offer of a home"),
    OFFER_SUITABLE_6M("A home that we offer you"),
    OFFER_REMINDER("Your answer to the home that we offered you"),
    OFFER_REFUSAL_CONSIDERED("What we make of your reasons for refusing a home"),
    OFFER_WITHDRAWN("We take back the home that we offered you"),
    ;

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

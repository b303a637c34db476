package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.List;
import org.threshold.accommodation.SignUp.Consent;
import org.threshold.accommodation.SignUp.LivesOn;
import org.threshold.accommodation.SignUp.Place;

/**
 * What the officer enters at the desk; who and when are added. The fields are those of {@link SignUp}. That it is
 * entered says that the licence was explained and signed.
 */
public record NewSignUp(Place place, String placeName, List<LivesOn> livesOn, List<String> evidence,
                        LocalDate nextReviewOn, List<Consent> consents, Boolean childrensServices, String toldOfArea) {

    public NewSignUp {
        livesOn = List.copyOf(livesOn);
        evidence = List.copyOf(evidence);
        consents = List.copyOf(consents);
    }
}

package org.threshold.moveon;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;

/** What an offer that is being prepared still lacks before its letter can go out. */
@Component
class OfferReadiness {

    private final OfferRules rules;
    private final HomeSuitabilities suitability;
    private final PrivateRentedGate gate;

    OfferReadiness(OfferRules rules, HomeSuitabilities suitability, PrivateRentedGate gate) {
        this.rules = rules;
        this.suitability = suitability;
        this.gate = gate;
    }

    List<String> missing(HomeOffer offer) {
        List<String> missing = new ArrayList<>(beforeSecondLook(offer));
        if (offer.kind().isFinal() && (offer.look() == null || !offer.look().agrees())) {
            missing.add("A second officer has not agreed to this final offer as it stands");
        }
        return missing;
    }

    /** The same without the second officer, whom all else comes before. */
    List<String> beforeSecondLook(HomeOffer offer) {
        List<String> missing = new ArrayList<>(rules.problems(offer.caseReference(), offer.duty(), offer.kind(),
                offer.terms()).stream().map(FieldError::message).toList());
        suitability.missing(offer).ifPresent(missing::add);
        if (offer.gated()) {
            missing.addAll(gate.closed(offer.caseReference(), offer.id()));
        }
        return missing;
    }
}

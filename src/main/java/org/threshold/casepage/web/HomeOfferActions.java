package org.threshold.casepage.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseFile;
import org.threshold.moveon.HomeOffers;

/** A settled home is offered beside the duty that runs; what was offered stays to be read. */
@Component
class HomeOfferActions implements CaseActions {

    private final HomeOffers offers;

    HomeOfferActions(HomeOffers offers) {
        this.offers = offers;
    }

    @Override
    public List<CaseAction> on(CaseFile file, boolean running) {
        boolean can = offers.duty(file.reference()).isPresent();
        if (!can && offers.of(file.reference()).isEmpty()) {
            return List.of();
        }
        return List.of(new CaseAction(CaseAction.Group.EVERYDAY, 70, can ? "Offer a settled home"
                : "Offers of settled homes", "/home-offers"));
    }
}

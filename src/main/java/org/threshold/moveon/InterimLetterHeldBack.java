package org.threshold.moveon;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.AccommodationFunction;
import org.threshold.accommodation.Leaving;
import org.threshold.accommodation.Placements;
import org.threshold.letter.HeldBackListener;
import org.threshold.letter.Letters.Letter;

/** Nobody leaves interim accommodation on a letter that a second person has held back. */
@Component
class InterimLetterHeldBack implements HeldBackListener {

    private final ObjectProvider<Placements> placements;
    private final ObjectProvider<Leaving> leaving;

    InterimLetterHeldBack(ObjectProvider<Placements> placements, ObjectProvider<Leaving> leaving) {
        this.placements = placements;
        this.leaving = leaving;
    }

    @Override
    public void heldBack(Letter letter) {
        if (letter.template().equals(InterimEnds.LETTER)) {
            placements.getObject().livedIn(letter.caseReference()).stream()
                    .filter(each -> each.function() == AccommodationFunction.INTERIM)
                    .forEach(each -> leaving.getObject().callOff(letter.caseReference(), each.id(),
                            "The letter that ends interim accommodation was held back"));
        }
    }
}

package org.threshold.caseload;

import org.threshold.accommodation.Facilities;
import org.threshold.accommodation.Rate;
import org.threshold.accommodation.UnitDetails;

/**
 * A unit as it is to be brought over.
 *
 * @param details  with 0 in place of the provider, who may not be in the register yet
 * @param provider by name
 */
record FormerUnit(UnitDetails details, String provider, Facilities facilities, Rate rate) {

    UnitDetails letBy(long providerId) {
        return new UnitDetails(details.name(), details.address(), details.postcode(), details.district(), providerId,
                details.kind(), details.bedrooms(), details.holds(), details.stepFree(), details.adaptations(),
                details.place());
    }
}

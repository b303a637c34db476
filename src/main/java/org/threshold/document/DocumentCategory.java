package org.threshold.document;

import java.util.Optional;
import java.util.stream.Stream;

/** What a document is evidence of. The order is that in which lists show them. */
public enum DocumentCategory {
    IDENTITY("Identity"),
    IMMIGRATION("Immigration status"),
    INCOME("Income, benefits and savings"),
    TENANCY_AGREEMENT("Tenancy or licence agreement"),
    NOTICE("Notice, claim for possession or warrant"),
    LEAVING("Reason for leaving the last home"),
    MEDICAL("Medical"),
    FAMILY("Pregnancy, children and family"),
    SAFETY("Risk, police or support agency"),
    GAS_SAFETY("Gas safety record"),
    EPC("Energy performance certificate"),
    ELECTRICAL("Electrical installation condition report"),
    LICENCE("Licence of a house in multiple occupation or of a selective scheme"),
    LANDLORD("Landlord, ownership and deposit"),
    OFFER("Offer, viewing or suitability"),
    OTHER("Other");

    private final String title;

    DocumentCategory(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Empty where no category has that name. */
    public static Optional<DocumentCategory> named(String name) {
        return Stream.of(values()).filter(each -> each.name().equals(name)).findFirst();
    }
}

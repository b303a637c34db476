package org.threshold.access;

import java.util.Optional;

/** The signed-in officer may not do this. The message is shown to them. */
public class NotPermitted extends RuntimeException {

    private final String caseReference;

    public NotPermitted(String message) {
        this(message, null);
    }

    /** @param about the case that it is about, for the record of refusals where the address does not say it */
    public NotPermitted(String message, CaseKey about) {
        super(message);
        this.caseReference = about == null ? null : about.value();
    }

    /** Empty where it is about no case, or the address says which. */
    public Optional<String> caseReference() {
        return Optional.ofNullable(caseReference);
    }
}

package org.threshold.access;

/** A restriction or an emergency access cannot be made as asked; nothing was changed. Shown beside the field. */
public class InvalidRestriction extends RuntimeException {

    private final String field;

    public InvalidRestriction(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The key of the field on the page: kind, reason, manager, people, reference. */
    public String field() {
        return field;
    }
}

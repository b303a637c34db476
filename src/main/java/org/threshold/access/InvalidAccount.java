package org.threshold.access;

/** An account or a team cannot be kept as asked. The message is shown beside the field. */
public class InvalidAccount extends RuntimeException {

    private final String field;

    public InvalidAccount(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The key of the field on the page: username, name, roles, teams, password, key, office, leader. */
    public String field() {
        return field;
    }
}

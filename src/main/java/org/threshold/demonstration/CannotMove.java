package org.threshold.demonstration;

/** The date cannot be moved as asked; the message is shown beside the field. */
public class CannotMove extends RuntimeException {

    CannotMove(String message) {
        super(message);
    }
}

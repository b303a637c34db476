package org.threshold.letter;

/** A letter may not go out in that way. The message says why and what to do instead, in sentences to the officer. */
public class NotSent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotSent(String message) {
        super(message);
    }
}

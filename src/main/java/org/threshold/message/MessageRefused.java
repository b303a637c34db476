package org.threshold.message;

/** A message may not be written to them. The text says why and what to do instead, in sentences to the officer. */
public class MessageRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MessageRefused(String message) {
        super(message);
    }
}

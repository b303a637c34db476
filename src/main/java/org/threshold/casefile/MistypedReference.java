package org.threshold.casefile;

/** What was typed is no case reference. The message is shown to the officer. */
public class MistypedReference extends IllegalArgumentException {

    public MistypedReference(String message) {
        super(message);
    }
}

package org.threshold.access;

import java.util.Optional;

/** A room whose forms come back as they were, with what was typed in them, after signing in again. */
public interface FormPages {

    /**
     * The page that shows the form sent to that path, with {@link KeptForm#ATTRIBUTE} in its request; empty when it is
     * not one of this room's.
     */
    Optional<String> pageOf(String path);
}

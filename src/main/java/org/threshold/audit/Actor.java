package org.threshold.audit;

/** Who acts in this thread, as the record names them; {@code access} knows. */
public interface Actor {

    /** A username; {@code threshold} when a timer or the service itself acts. Never null. */
    String username();
}

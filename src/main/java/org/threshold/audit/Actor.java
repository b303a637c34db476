package org.threshold.audit;

/** Who acts in this thread and from where, as the record names them; {@code access} knows. */
public interface Actor {

    /** A username; {@code threshold} when a timer or the service itself acts. Never null. */
    String username();

    /** Never null. */
    default Origin origin() {
        return Origin.background();
    }
}

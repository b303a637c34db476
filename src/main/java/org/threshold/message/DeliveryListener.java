package org.threshold.message;

import java.time.Instant;

/**
 * Told what became of each message, in the commit that records it. Whose message it was is told by its kind and key.
 */
public interface DeliveryListener {

    /** The mail server took it. */
    void delivered(OutgoingMessage message, Instant at);

    /** It did not go out, and will not by itself. */
    void failed(OutgoingMessage message, String problem);
}

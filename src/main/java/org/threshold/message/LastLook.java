package org.threshold.message;

import java.util.Optional;

/**
 * Looks at messages of its kind again right before they go out, at every try: what was true, and might be told, when
 * they were written need not be hours later.
 */
public interface LastLook {

    /** The {@link OutgoingMessage#kind} that it looks at. */
    String kind();

    /** The message as it may go now; empty where nothing of it is left to tell. */
    Optional<OutgoingMessage> now(OutgoingMessage message);
}

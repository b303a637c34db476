package org.threshold.accommodation;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.threshold.letter.LetterDeliveries;
import org.threshold.message.DeliveryListener;
import org.threshold.message.OutgoingMessage;

/** Tells the room of letters what became of a letter that went out as a message: the room itself knows no messages. */
@Component
class LettersByMessage implements DeliveryListener {

    private final LetterDeliveries deliveries;

    LettersByMessage(LetterDeliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void delivered(OutgoingMessage message, Instant at) {
        deliveries.sentByMessage(message.idempotencyKey(), message.recipient());
    }

    @Override
    public void failed(OutgoingMessage message, String problem) {
        deliveries.bounced(message.idempotencyKey(), message.recipient(), problem);
    }
}

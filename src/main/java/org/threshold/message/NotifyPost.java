package org.threshold.message;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.threshold.message.MessageChannel.Hope;
import org.threshold.message.MessageChannel.NotDelivered;

/** Letters by GOV.UK Notify, printed as they are. */
class NotifyPost implements PostalService {

    private static final String KIND = "letter";

    private final Optional<Notify> notify;
    private final NotifySettings settings;

    /** @param notify empty where the operator did not choose it for letters */
    NotifyPost(Optional<Notify> notify, NotifySettings settings) {
        this.notify = notify;
        this.settings = settings;
    }

    @Override
    public boolean posts() {
        return notify.isPresent();
    }

    @Override
    public String post(String idempotencyKey, byte[] pdf) throws NotDelivered {
        String reference = Notify.reference(idempotencyKey);
        Optional<String> before = chosen().known(reference, KIND);
        return before.isPresent() ? before.get() : chosen().hand(client -> client.sendPrecompiledLetterWithInputStream(
                reference, new ByteArrayInputStream(pdf), settings.postage()).getNotificationId().toString());
    }

    @Override
    public Whereabouts whereabouts(String number) throws NotDelivered {
        return switch (chosen().ask(client -> client.getNotificationById(number)).getStatus()) {
            case "created", "pending-virus-check" -> Whereabouts.TAKEN;
            case "accepted", "sending" -> Whereabouts.PRINTING;
            case "received", "delivered" -> Whereabouts.POSTED;
            case "validation-failed", "virus-scan-failed" -> Whereabouts.REFUSED;
            case "cancelled" -> Whereabouts.CANCELLED;
            default -> Whereabouts.FAILED;
        };
    }

    private Notify chosen() throws NotDelivered {
        return notify.orElseThrow(() -> new NotDelivered(Hope.NEVER, "Letters are not posted by a service here", null));
    }
}

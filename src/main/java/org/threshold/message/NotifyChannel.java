package org.threshold.message;

import java.util.HashMap;
import java.util.Map;
import uk.gov.service.notify.NotificationClient;
import uk.gov.service.notify.NotificationClientException;

/** Hands e-mail to GOV.UK Notify. What a broken line left unknown is looked up before it is sent again. */
class NotifyChannel implements MessageChannel {

    static final String KIND = "email";
    /** What Notify takes with an e-mail, in bytes. */
    private static final int LARGEST_FILE = 2 * 1024 * 1024;

    private final Notify notify;
    private final NotifySettings settings;

    NotifyChannel(Notify notify, NotifySettings settings) {
        this.notify = notify;
        this.settings = settings;
    }

    @Override
    public void deliver(OutgoingMessage message) throws NotDelivered {
        Attachment file = message.attachment();
        if (file != null && (settings.emailWithFileTemplate() == null || file.content().length > LARGEST_FILE)) {
            throw new NotDelivered(Hope.NEVER, settings.emailWithFileTemplate() == null
                    ? "There is no template of GOV.UK Notify for messages with a document"
                    : "The document is too large for GOV.UK Notify", null);
        }
        String reference = Notify.reference(message.idempotencyKey());
        if (notify.known(reference, KIND).isEmpty()) {
            notify.hand(client -> client.sendEmail(file == null ? settings.emailTemplate()
                    : settings.emailWithFileTemplate(), message.recipient(), fields(message), reference));
        }
    }

    private static Map<String, Object> fields(OutgoingMessage message) throws NotificationClientException {
        Map<String, Object> fields = new HashMap<>(Map.of("subject", message.subject(), "body", message.body()));
        if (message.attachment() != null) {
            fields.put("link_to_file", NotificationClient.prepareUpload(message.attachment().content(),
                    message.attachment().name()));
        }
        return fields;
    }
}

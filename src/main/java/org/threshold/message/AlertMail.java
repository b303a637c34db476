package org.threshold.message;

import org.springframework.stereotype.Component;
import org.threshold.access.AccessAlert;
import org.threshold.access.AlertChannel;
import org.threshold.casefile.CaseReference;

/**
 * Tells people by e-mail that there is an alert for them, where mail goes out at all. It says neither which case it is nor
 * whom it is about: mail is read on locked screens.
 */
@Component
class AlertMail implements AlertChannel {

    private static final String SUBJECT = "Threshold: an alert for you";
    private static final String BODY = """
            There is an alert for you in Threshold about a restricted case that you answer for.

            %s.

            Sign in to Threshold and open your alerts. This message does not say which case it is, to keep it safe.
            """;

    private final Messages messages;

    AlertMail(Messages messages) {
        this.messages = messages;
    }

    @Override
    public void raised(AccessAlert alert, String email) {
        if (messages.goOut()) {
            messages.send(new OutgoingMessage(new CaseReference(alert.caseReference()), "access-alert", email, SUBJECT,
                    BODY.formatted(alert.kind().title()), "access-alert-" + alert.id()));
        }
    }
}

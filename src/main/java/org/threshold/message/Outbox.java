package org.threshold.message;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.CaseReference;
import org.threshold.message.MailConfiguration.WayOut;
import org.threshold.message.store.MessageStore;

/** Keeps messages until {@link Postman} has sent them, and what became of them. */
@Service
class Outbox implements Messages {

    private final MessageStore store;
    private final WayOut wayOut;
    private final MessageCheck check;
    private final Permissions permissions;
    private final CurrentOfficer officer;
    private final AuditTrail audit;
    private final Clock clock;

    Outbox(MessageStore store, WayOut wayOut, MessageCheck check, Permissions permissions, CurrentOfficer officer,
           AuditTrail audit, Clock clock) {
        this.store = store;
        this.wayOut = wayOut;
        this.check = check;
        this.permissions = permissions;
        this.officer = officer;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public boolean goOut() {
        return wayOut.channel().isPresent();
    }

    @Override
    @Transactional
    public void send(OutgoingMessage message) {
        if (!goOut()) {
            throw new IllegalStateException("No mail server is set, so no message can be queued");
        }
        check.refusal(message).ifPresent(refusal -> {
            throw new MessageRefused(refusal.toOfficer());
        });
        if (store.insert(message, clock.instant())) {
            audit(message.caseReference(), "message.queued", message.idempotencyKey(), message.kind());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Undelivered> undelivered() {
        permissions.require(Permission.VIEW_INCIDENTS);
        return store.failed(MOST_SHOWN);
    }

    @Override
    @Transactional
    public void tryAgain(long id) {
        permissions.require(Permission.RETRY_INCIDENTS);
        store.waitAgain(id, clock.instant()).ifPresent(reference -> audit(reference, "message.triedAgain",
                Long.toString(id), null));
    }

    @Override
    @Transactional
    public void toldByHand(long id) {
        permissions.require(Permission.RETRY_INCIDENTS);
        store.toldByHand(id, officer.get().username(), clock.instant())
                .ifPresent(reference -> audit(reference, "message.toldByHand", Long.toString(id), null));
    }

    private void audit(CaseReference reference, String action, String subject, String kind) {
        audit.record(new AuditEntry(reference.value(), action, subject,
                kind == null ? Map.of() : Map.of("kind", kind), null, null));
    }
}

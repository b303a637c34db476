package org.threshold.message;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.OpenToAll;
import org.threshold.access.Permission;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.message.MailConfiguration.WayOut;
import org.threshold.message.store.MessageStore;

/** Keeps messages until {@link Postman} has sent them, and what became of them. */
@Service
class Outbox implements Messages {

    private final MessageStore store;
    private final WayOut wayOut;
    private final MessageCheck check;
    private final CurrentOfficer officer;
    private final AuditTrail audit;
    private final Clock clock;

    Outbox(MessageStore store, WayOut wayOut, MessageCheck check, CurrentOfficer officer,
           AuditTrail audit, Clock clock) {
        this.store = store;
        this.wayOut = wayOut;
        this.check = check;
        this.officer = officer;
        this.audit = audit;
        this.clock = clock;
    }

    @OpenToAll("Whether messages go out at all; about no case")
    @Override
    public boolean goOut() {
        return wayOut.channel().isPresent();
    }

    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional
    public void send(OutgoingMessage message) {
        if (!goOut()) {
            throw new IllegalStateException("No way out for messages is set, so no message can be queued");
        }
        check.refusal(message).ifPresent(refusal -> {
            throw new MessageRefused(refusal.toOfficer());
        });
        if (store.insert(message, clock.instant())) {
            audit(MessageStore.text(message.caseReference()), "message.queued",
                    message.idempotencyKey(), message.kind());
        }
    }

    @Needs(Permission.VIEW_INCIDENTS)
    @Override
    @Transactional(readOnly = true)
    public List<Undelivered> undelivered() {
        return store.failed(MOST_SHOWN);
    }

    @Needs(Permission.RETRY_INCIDENTS)
    @Override
    @Transactional
    public void tryAgain(long id) {
        store.waitAgain(id, clock.instant()).forEach(reference -> audit(reference, "message.triedAgain",
                Long.toString(id), null));
    }

    @Needs(Permission.RETRY_INCIDENTS)
    @Override
    @Transactional
    public void toldByHand(long id) {
        store.toldByHand(id, officer.get().username(), clock.instant())
                .forEach(reference -> audit(reference, "message.toldByHand", Long.toString(id), null));
    }

    private void audit(String reference, String action, String subject, String kind) {
        audit.record(new AuditEntry(reference, action, subject,
                kind == null ? Map.of() : Map.of("kind", kind), null, null));
    }
}

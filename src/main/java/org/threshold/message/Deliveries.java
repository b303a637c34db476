package org.threshold.message;

import java.time.Instant;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.message.store.MessageStore;
import org.threshold.message.store.MessageStore.Taken;

/** Records what became of a message, and tells those who wait for it, in one commit. */
@Component
class Deliveries {

    private final MessageStore store;
    private final CurrentOfficer officer;
    private final ObjectProvider<DeliveryListener> listeners;

    Deliveries(MessageStore store, CurrentOfficer officer, ObjectProvider<DeliveryListener> listeners) {
        this.store = store;
        this.officer = officer;
        this.listeners = listeners;
    }

    @Transactional
    public void delivered(Taken taken, Instant at) {
        if (store.sent(taken.id(), at)) {
            tell(listener -> listener.delivered(taken.message(), at));
        }
    }

    @Transactional
    public void failed(Taken taken, String problem) {
        if (store.failed(taken.id(), problem)) {
            tell(listener -> listener.failed(taken.message(), problem));
        }
    }

    /** Messages of senders that died while they sent them. */
    @Transactional
    public void givenUp(String problem, Instant now) {
        store.giveUpOn(problem, now).forEach(message -> tell(listener -> listener.failed(message, problem)));
    }

    private void tell(Consumer<DeliveryListener> what) {
        officer.asService(() -> {
            listeners.orderedStream().forEach(what);
            return null;
        });
    }
}

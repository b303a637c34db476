package org.threshold.message;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.threshold.message.MailConfiguration.WayOut;
import org.threshold.message.MessageChannel.Hope;
import org.threshold.message.MessageChannel.NotDelivered;
import org.threshold.message.store.MessageStore;
import org.threshold.message.store.MessageStore.Taken;

/**
 * Sends what waits in the outbox. Each message is taken in a transaction of its own and sent outside of any, so that
 * a slow mail server holds no row and no connection; several nodes take different ones. A sender that died in between
 * leaves its message undelivered for a person to decide, never to be sent a second time by itself.
 */
@Component
public class Postman {

    /** How long after each failed try the next one follows; after the last, a person is asked. */
    static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1),
            Duration.ofHours(4), Duration.ofHours(12));
    /** Longer than all timeouts of a mail connection together. */
    static final Duration LONGEST_SENDING = Duration.ofMinutes(10);
    private static final int MOST_IN_ONE_ROUND = 100;
    private static final String NOTHING_LEFT = "Nothing of it is left to be told, so it was not sent";
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final MessageStore store;
    private final WayOut wayOut;
    private final MessageCheck check;
    private final Deliveries deliveries;
    private final Clock clock;

    Postman(MessageStore store, WayOut wayOut, MessageCheck check, Deliveries deliveries, Clock clock) {
        this.store = store;
        this.wayOut = wayOut;
        this.check = check;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${threshold.mail.round:PT10S}", fixedDelayString = "${threshold.mail.round:PT10S}")
    void round() {
        wayOut.channel().ifPresent(this::deliverDue);
    }

    /** @return how many messages were tried */
    public int deliverDue() {
        return wayOut.channel().map(this::deliverDue).orElse(0);
    }

    private int deliverDue(MessageChannel channel) {
        deliveries.givenUp("The service stopped while it sent this message, so it is not known whether it went out",
                clock.instant());
        int tried = 0;
        for (Optional<Taken> next = take(); next.isPresent(); next = take()) {
            deliver(channel, next.get());
            if (++tried == MOST_IN_ONE_ROUND) {
                break;
            }
        }
        return tried;
    }

    private Optional<Taken> take() {
        Instant now = clock.instant();
        return store.take(now, now.plus(LONGEST_SENDING));
    }

    /** What was safe when it was written need not be when it is sent: a refused message waits for a person. */
    private void deliver(MessageChannel channel, Taken taken) {
        Optional<MessageCheck.Refusal> refused = check.refusal(taken.message());
        if (refused.isPresent()) {
            LOG.warn("Message {} may not be sent any more", taken.id());
            deliveries.failed(taken, refused.get().onTheList());
            return;
        }
        Optional<OutgoingMessage> now = check.now(taken.message());
        if (now.isEmpty()) {
            deliveries.failed(taken, NOTHING_LEFT);
            return;
        }
        try {
            channel.deliver(now.get());
            recordDelivered(taken);
        } catch (NotDelivered failed) {
            LOG.warn("Message {} was not delivered at try {}: {}", taken.id(), taken.attempts(), failed.getMessage());
            boolean again = failed.hope() == Hope.LATER && taken.attempts() <= PAUSES.size();
            if (again) {
                store.later(taken.id(), clock.instant().plus(PAUSES.get(taken.attempts() - 1)), failed.getMessage());
            } else {
                deliveries.failed(taken, failed.getMessage());
            }
        }
    }

    /** That it went out is kept also where whoever waits for it fails: sent twice would be worse than told late. */
    private void recordDelivered(Taken taken) {
        Instant now = clock.instant();
        try {
            deliveries.delivered(taken, now);
        } catch (RuntimeException listener) {
            LOG.error("Message {} was delivered, and what waits for it could not be told", taken.id(), listener);
            store.sent(taken.id(), now);
        }
    }
}

package org.threshold.message;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLHandshakeException;
import org.threshold.message.MessageChannel.Hope;
import org.threshold.message.MessageChannel.NotDelivered;
import uk.gov.service.notify.NotificationClient;
import uk.gov.service.notify.NotificationClientException;

/**
 * GOV.UK Notify, and what its answers mean. Its client waits for an answer for ever, so each call is waited for in its
 * own thread. What the client says is never passed on or logged: it may quote what was sent.
 */
final class Notify implements AutoCloseable {

    private static final Set<String> NOT_SENT = Set.of("permanent-failure", "temporary-failure", "technical-failure",
            "validation-failed", "virus-scan-failed", "cancelled");
    private static final int BUSY = 429;
    private static final int TOO_LARGE = 413;
    private static final int NO_ACCESS = 403;
    private static final int FROM_ITS_SIDE = 500;

    private final NotificationClient client;
    private final Duration longest;
    private final ExecutorService calls = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "notify");
        thread.setDaemon(true);
        return thread;
    });

    Notify(NotificationClient client, Duration longest) {
        this.client = client;
        this.longest = longest;
    }

    /** A call of the client. */
    interface Call<T> {
        T to(NotificationClient client) throws NotificationClientException;
    }

    /** For what may be asked twice. */
    <T> T ask(Call<T> call) throws NotDelivered {
        return within(call, Hope.LATER);
    }

    /** For what may not be done twice. */
    <T> T hand(Call<T> call) throws NotDelivered {
        return within(call, Hope.PERHAPS_SENT);
    }

    /** Names nobody, and is the same for each try. */
    static String reference(String idempotencyKey) {
        return UUID.nameUUIDFromBytes(idempotencyKey.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The number of what was handed over under this reference before, also where its answer never came. */
    Optional<String> known(String reference, String kind) throws NotDelivered {
        return ask(all -> all.getNotifications(null, kind, reference, null)).getNotifications().stream()
                .filter(each -> !NOT_SENT.contains(each.getStatus())).map(each -> each.getId().toString()).findFirst();
    }

    /** @param unanswered what there is to hope when no answer came */
    private <T> T within(Call<T> call, Hope unanswered) throws NotDelivered {
        AtomicBoolean begun = new AtomicBoolean();
        Future<T> answer = calls.submit(() -> {
            begun.set(true);
            return call.to(client);
        });
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw explained(failed.getCause(), unanswered);
        } catch (TimeoutException | CancellationException late) {
            answer.cancel(true);
            throw unanswered(begun.get() ? unanswered : Hope.LATER, late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unanswered(unanswered, stopped);
        }
    }

    private static NotDelivered unanswered(Hope hope, Exception why) {
        return new NotDelivered(hope, hope == Hope.PERHAPS_SENT ? "GOV.UK Notify did not answer, so it is not known"
                + " whether it went out" : "GOV.UK Notify did not answer", why);
    }

    private static NotDelivered explained(Throwable failed, Hope unanswered) {
        if (!(failed instanceof NotificationClientException said)) {
            return unanswered(unanswered, new IllegalStateException(failed));
        }
        int answer = said.getHttpResult();
        if (answer == 0) {
            return neverThere(said.getCause()) ? new NotDelivered(Hope.LATER, "GOV.UK Notify could not be reached", said)
                    : unanswered(unanswered, said);
        }
        if (answer == BUSY) {
            return new NotDelivered(Hope.LATER, "GOV.UK Notify asked to try later: its limit is reached", said);
        }
        if (answer >= FROM_ITS_SIDE) {
            return new NotDelivered(Hope.LATER, "GOV.UK Notify has a fault of its own", said);
        }
        return new NotDelivered(Hope.NEVER, switch (answer) {
            case NO_ACCESS -> "GOV.UK Notify did not accept our key, or the clock of this machine is wrong";
            case TOO_LARGE -> "The document is too large for GOV.UK Notify";
            default -> "GOV.UK Notify refused the address, the template or the document";
        }, said);
    }

    private static boolean neverThere(Throwable cause) {
        return cause instanceof ConnectException || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException || cause instanceof SSLHandshakeException;
    }

    @Override
    public void close() {
        calls.shutdownNow();
    }
}

package sandbox.webhook;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import sandbox.clock.SimulatedClock;

/**
 * Carries due messages to the merchant. One lane per checkout, a handful of lanes at a time, each on a managed thread; the
 * merchant's answer is awaited for ten seconds as the provider would.
 */
@ApplicationScoped
public class Courier {
    private static final Logger LOG = Logger.getLogger(Courier.class.getName());
    private static final int LANES = 16;
    /** Messages at a look: enough to find a free lane's next checkout behind those of the busy ones. */
    private static final int LOOKED_AT = 200;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Checkouts whose messages are on the road; guarded by itself. */
    private final Set<Lane> busy = new HashSet<>();

    private HttpClient http;

    @Resource
    ManagedExecutorService executor;

    @Inject
    WebhookSenders senders;

    @Inject
    Deliveries deliveries;

    @Inject
    SimulatedClock clock;

    @PostConstruct
    void openClient() {
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(3))
                .build();
    }

    /** Something may be due. Returns at once. */
    public void nudge() {
        try {
            executor.execute(this::dispatch);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.FINE, "The timer will find it", e);
        }
    }

    /** Gives checkouts with due messages a lane each, as long as there are lanes; whoever frees one looks again. */
    void dispatch() {
        try {
            synchronized (busy) {
                if (busy.size() >= LANES) {
                    return;
                }
                var due = deliveries.due(clock.now(), LOOKED_AT);
                due.removeAll(busy);
                due.stream().limit(LANES - busy.size()).forEach(lane -> {
                    executor.execute(() -> drive(lane));
                    busy.add(lane);
                });
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "event=webhook.dispatch.failed", e);
        }
    }

    private void drive(Lane lane) {
        boolean carried;
        try {
            carried = carry(lane);
        } finally {
            release(lane);
        }
        if (carried) {
            dispatch(); // after a failure the timer does, for it must not be repeated without a pause
        }
    }

    private boolean carry(Lane lane) {
        try {
            for (var message : deliveries.due(lane, clock.now())) {
                deliver(message);
            }
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "event=webhook.delivery.failed subject=" + lane.subject(), e);
            return false;
        }
    }

    private void release(Lane lane) {
        synchronized (busy) {
            busy.remove(lane);
        }
    }

    private void deliver(Delivery message) {
        var sender = senderOf(message.gateway());
        var at = clock.now();
        var started = System.nanoTime();
        try {
            var response = http.send(request(sender, message, at), BodyHandlers.ofString());
            var attempt = new Attempt(at, Optional.of(response.statusCode()), Optional.empty(), millisSince(started));
            deliveries.conclude(
                    message,
                    attempt,
                    sender.judge(response.statusCode(), response.body()),
                    sender.pauses(message.event()));
        } catch (IOException e) {
            unanswered(message, sender, new Attempt(at, Optional.empty(), nameOf(e), millisSince(started)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            unanswered(
                    message, sender, new Attempt(at, Optional.empty(), Optional.of("shut down"), millisSince(started)));
        }
    }

    private HttpRequest request(WebhookSender sender, Delivery message, Instant at) {
        var sending =
                new Sending(message.event(), at, message.attempts(), deliveries.lastFailure(message), message.forged());
        var request = HttpRequest.newBuilder(sender.target(message.event()))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(
                        message.reencoded() ? Reencoding.of(sender.body(sending)) : sender.body(sending)));
        sender.headers(sending).forEach(request::header);
        return request.build();
    }

    private void unanswered(Delivery message, WebhookSender sender, Attempt attempt) {
        deliveries.conclude(message, attempt, Reception.AGAIN, sender.pauses(message.event()));
    }

    private static Optional<String> nameOf(IOException e) {
        return Optional.of(e.getClass().getSimpleName());
    }

    private WebhookSender senderOf(String gateway) {
        return senders.of(gateway).orElseThrow(() -> new IllegalStateException("Nobody sends for " + gateway));
    }

    private static long millisSince(long started) {
        return Duration.ofNanos(System.nanoTime() - started).toMillis();
    }
}

package sandbox.webhook;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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
    private static final int LANES = 8;
    private static final int BATCH = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Checkouts whose messages are on the road; guarded by itself. */
    private final Set<String> busy = new HashSet<>();

    private HttpClient http;

    @Resource
    ManagedExecutorService executor;

    @Inject
    @Any
    Instance<WebhookSender> senders;

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

    /** Gives each checkout with due messages a lane, as long as there are lanes. */
    void dispatch() {
        try {
            synchronized (busy) {
                var lanes = new LinkedHashMap<String, List<Delivery>>();
                for (var delivery : deliveries.due(clock.now(), BATCH)) {
                    lanes.computeIfAbsent(delivery.subject(), subject -> new ArrayList<>())
                            .add(delivery);
                }
                lanes.keySet().removeAll(busy);
                for (var lane : lanes.entrySet()) {
                    if (busy.size() >= LANES) {
                        return;
                    }
                    busy.add(lane.getKey());
                    executor.execute(() -> drive(lane.getKey(), lane.getValue()));
                }
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "event=webhook.dispatch.failed", e);
        }
    }

    private void drive(String subject, List<Delivery> messages) {
        try {
            for (var message : messages) {
                deliveries.conclude(message, send(message));
            }
            release(subject);
            nudge();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "event=webhook.delivery.failed subject=" + subject, e);
        } finally {
            release(subject);
        }
    }

    private void release(String subject) {
        synchronized (busy) {
            busy.remove(subject);
        }
    }

    private Attempt send(Delivery message) {
        var at = clock.now();
        var started = System.nanoTime();
        try {
            var sender = senderOf(message.gateway());
            var request = HttpRequest.newBuilder(sender.target())
                    .timeout(PATIENCE)
                    .POST(HttpRequest.BodyPublishers.ofString(message.event().body()));
            sender.headers(message.event().body(), at, message.forged()).forEach(request::header);
            var response = http.send(request.build(), BodyHandlers.discarding());
            return new Attempt(at, Optional.of(response.statusCode()), Optional.empty(), millisSince(started));
        } catch (IOException e) {
            return new Attempt(at, Optional.empty(), Optional.of(e.getClass().getSimpleName()), millisSince(started));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Attempt(at, Optional.empty(), Optional.of("shut down"), millisSince(started));
        }
    }

    private WebhookSender senderOf(String gateway) {
        return senders.stream()
                .filter(sender -> sender.gateway().equals(gateway))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody sends for " + gateway));
    }

    private static long millisSince(long started) {
        return Duration.ofNanos(System.nanoTime() - started).toMillis();
    }
}

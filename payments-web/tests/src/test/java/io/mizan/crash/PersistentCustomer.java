package io.mizan.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.testbed.Answer;
import io.mizan.testbed.Await;
import io.mizan.testbed.MortalSystem;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * One payment, by people who do not give up: whatever was not answered is asked again, with the same body and the same
 * key, until the server is back. Each step is taken once, however often it is called.
 */
final class PersistentCustomer {
    private static final String GOOD_CARD = "4242424242424242";
    private static final String EMPTY_CARD = "4000000000009995";
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    /** Away, still starting, or at work on the same key: to be asked again. */
    private static final Set<Integer> NOT_YET = Set.of(404, 409, 429, 500, 502, 503);

    private final MortalSystem system;
    private final JsonObject wish;
    private final String keyOfOrder = UUID.randomUUID().toString();
    private final String keyOfAttempt = UUID.randomUUID().toString();
    private Optional<Answer> placed = Optional.empty();
    private Optional<Answer> started = Optional.empty();
    private volatile boolean paid;

    PersistentCustomer(MortalSystem system) {
        this.system = system;
        this.wish = wish(system.merchant().url() + "/shop/");
    }

    PersistentCustomer places() {
        if (placed.isEmpty()) {
            placed = Optional.of(post("/api/v1/orders", keyOfOrder, wish));
        }
        return this;
    }

    PersistentCustomer startsToPay() {
        places();
        if (started.isEmpty()) {
            started = Optional.of(post(attempts(), keyOfAttempt, gateway()));
        }
        return this;
    }

    /** Pays at the gateway's page; how the merchant hears of it is none of the customer's business. */
    void pays() {
        pays(List.of(GOOD_CARD));
    }

    /** Tries an empty card first. */
    void paysAtLast() {
        pays(List.of(EMPTY_CARD, GOOD_CARD));
    }

    private void pays(List<String> cards) {
        startsToPay();
        if (!paid) {
            var session = session();
            cards.forEach(card -> Await.until(
                    "the page's answer",
                    PATIENCE,
                    () -> unlessAway(() -> system.simulator().pay(session, card))));
            paid = true;
        }
    }

    String order() {
        return places().placed.orElseThrow().json().getString("id");
    }

    boolean hasPaid() {
        return paid;
    }

    /** The gateway misbehaves towards this order alone. */
    void when(JsonObject rule) {
        var mine = Json.createObjectBuilder(rule)
                .add("gateway", "stripe")
                .add("session", order())
                .build();
        system.simulator().post("/control/api/rules", mine).expect(201);
    }

    boolean isServed() {
        return status().getString("status").equals("paid");
    }

    /** Invariant 3: the same keys again, and nothing but the same answers. */
    void repeats() {
        var orderAgain = post("/api/v1/orders", keyOfOrder, wish);
        var attemptAgain = post(attempts(), keyOfAttempt, gateway());

        assertThat(orderAgain.body()).isEqualTo(placed.orElseThrow().body());
        assertThat(attemptAgain.body()).isEqualTo(started.orElseThrow().body());
        assertThat(attemptAgain.header("Idempotency-Status")).contains("replayed");
    }

    /** The pages that the gateway opened for this order. */
    List<String> sessions() {
        return data("/control/api/stripe/sessions?limit=100&reference=" + order()).stream()
                .map(session -> session.getString("id"))
                .toList();
    }

    /** The messages about it that we have answered with 200, and must therefore never lose. */
    List<String> acknowledged() {
        return sessions().stream()
                .flatMap(session -> data("/control/api/stripe/events?session=" + session).stream())
                .filter(PersistentCustomer::isDelivered)
                .map(event -> event.getString("id"))
                .toList();
    }

    private static boolean isDelivered(JsonObject event) {
        return event.getJsonArray("deliveries").stream()
                .anyMatch(delivery -> delivery.asJsonObject().getString("state").equals("delivered"));
    }

    private List<JsonObject> data(String path) {
        return system.simulator().get(path).expect(200).json().getJsonArray("data").stream()
                .map(JsonValue::asJsonObject)
                .toList();
    }

    private String session() {
        return Await.until("a page to pay at", PATIENCE, () -> {
            var action = status().getJsonObject("next_action");
            return action.containsKey("url")
                    ? Optional.of(action.getString("url").replaceAll(".*/", ""))
                    : Optional.empty();
        });
    }

    private JsonObject status() {
        return persistently(() -> system.merchant().get("/api/v1/orders/" + order() + "/status"))
                .json();
    }

    private Answer post(String path, String key, JsonObject body) {
        return persistently(() -> system.merchant().post(path, key, body));
    }

    private static Answer persistently(Supplier<Answer> call) {
        return Await.until("an answer", PATIENCE, () -> answer(call));
    }

    private static Optional<Answer> answer(Supplier<Answer> call) {
        return unlessAway(call)
                .filter(answer -> !NOT_YET.contains(answer.status()))
                .map(answer -> {
                    assertThat(answer.status()).as(answer::toString).isBetween(200, 299);
                    return answer;
                });
    }

    private static Optional<Answer> unlessAway(Supplier<Answer> call) {
        try {
            return Optional.of(call.get());
        } catch (UncheckedIOException away) {
            return Optional.empty();
        }
    }

    private String attempts() {
        return "/api/v1/orders/" + order() + "/attempts";
    }

    private static JsonObject gateway() {
        return Json.createObjectBuilder().add("gateway", "stripe").build();
    }

    private static JsonObject wish(String returnUrl) {
        return Json.createObjectBuilder()
                .add("reference", "crash-" + UUID.randomUUID())
                .add(
                        "items",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("description", "A ticket")
                                        .add("unit_amount", 25_000)
                                        .add("quantity", 1)))
                .add("currency", "QAR")
                .add("return_url", returnUrl)
                .build();
    }
}

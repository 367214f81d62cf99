package io.mizan.world;

import io.mizan.testbed.Await;
import io.mizan.testbed.MizanClient;
import io.mizan.testbed.SimulatorClient;
import io.mizan.testbed.TestBed;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One order and what happens to it: places it, pays it at the simulator, and looks how it stands. */
final class Shopper {
    static final String GOOD_CARD = "4242424242424242";
    static final String EMPTY_CARD = "4000000000009995";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final MizanClient mizan = TestBed.mizan().withSecretKey();
    private final SimulatorClient simulator = TestBed.simulator();
    private final String order;

    private Shopper(String order) {
        this.order = order;
    }

    /** Orders a ticket for QAR 250.00. */
    static Shopper orders() {
        var body = Json.createObjectBuilder()
                .add("reference", "world-" + UUID.randomUUID())
                .add(
                        "items",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("description", "A ticket")
                                        .add("unit_amount", 25_000)
                                        .add("quantity", 1)))
                .add("currency", "QAR")
                .add("return_url", TestBed.server().url() + "/shop/")
                .build();
        var answer =
                TestBed.mizan().withSecretKey().post("/api/v1/orders", body).expect(201);
        return new Shopper(answer.json().getString("id"));
    }

    String order() {
        return order;
    }

    /** The simulator misbehaves for this order alone. */
    Shopper when(String kind) {
        return when(kind, Json.createObjectBuilder().build());
    }

    Shopper when(String kind, JsonObject settings) {
        var rule = Json.createObjectBuilder(settings)
                .add("gateway", "stripe")
                .add("kind", kind)
                .add("session", order);
        simulator.post("/control/api/rules", rule.build()).expect(201);
        return this;
    }

    /** Starts an attempt and answers its session. */
    String startsToPay() {
        var body = Json.createObjectBuilder().add("gateway", "stripe").build();
        mizan.post("/api/v1/orders/" + order + "/attempts", body).expect(201);
        return session();
    }

    /** The session of the latest attempt, as soon as the gateway has told it. */
    String session() {
        return Await.until("a page to pay at", PATIENCE, () -> {
            var action = status().getJsonObject("next_action");
            return action.containsKey("url")
                    ? Optional.of(action.getString("url").replaceAll(".*/", ""))
                    : Optional.empty();
        });
    }

    void pays(String session, String card) {
        simulator.pay(session, card);
    }

    JsonObject status() {
        return mizan.get("/api/v1/orders/" + order + "/status").expect(200).json();
    }

    void is(String status) {
        Await.that("order " + order + " to be " + status, PATIENCE, () -> status().getString("status")
                .equals(status));
    }

    /** The kinds of its timeline entries, oldest first. */
    List<String> timeline() {
        return mizan
                .get("/api/v1/orders/" + order + "/timeline?limit=100")
                .expect(200)
                .json()
                .getJsonArray("data")
                .stream()
                .map(JsonValue::asJsonObject)
                .map(entry -> entry.getString("kind"))
                .toList();
    }

    long told(String kind) {
        return timeline().stream().filter(kind::equals).count();
    }
}

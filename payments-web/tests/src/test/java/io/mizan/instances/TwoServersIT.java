package io.mizan.instances;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.launcher.Secret;
import io.mizan.testbed.Addresses;
import io.mizan.testbed.Answer;
import io.mizan.testbed.AtOnce;
import io.mizan.testbed.Await;
import io.mizan.testbed.MizanClient;
import io.mizan.testbed.TestBed;
import io.mizan.web.checkout.Purchase;
import io.mizan.web.checkout.Rows;
import io.mizan.web.webhook.StripeCallbacks;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TwoServersIT {
    private static final String GOOD_CARD = "4242424242424242";
    private static final int CALLERS = 8;

    private static List<URI> servers;

    @BeforeAll
    static void start() {
        servers = List.of(TestBed.server().url(), TestBed.otherServer().url());
    }

    /** Invariant 3. */
    @Test
    void one_key_places_one_order_whoever_is_asked() throws Exception {
        var key = UUID.randomUUID().toString();
        var wish = Purchase.body().build();

        var answers = AtOnce.call(CALLERS, i -> merchantAt(i).post("/api/v1/orders", key, wish));

        var made = answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(answers).filteredOn(answer -> answer.status() != 201).allSatisfy(answer -> assertThat(code(answer))
                .isEqualTo("idempotency_key_in_use"));
        assertThat(made).isNotEmpty();
        assertThat(made).extracting(Answer::body).containsOnly(made.get(0).body());
        assertThat(Rows.read("SELECT id FROM orders WHERE reference = ?", wish.getString("reference")))
                .hasSize(1);
    }

    /** Invariant 4: each caller has a key of its own, so nothing but the order's lock stands between them. */
    @Test
    void an_order_has_one_open_attempt_whoever_is_asked() throws Exception {
        var purchase = Purchase.placed();

        var answers = AtOnce.call(CALLERS, i -> start(merchantAt(i), purchase));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .hasSize(CALLERS - 1)
                .allSatisfy(answer -> assertThat(code(answer)).isEqualTo("attempt_open"));
        assertThat(sessions(purchase)).hasSize(1);
    }

    @Test
    void attempts_of_one_address_are_counted_over_both() {
        var address = Addresses.next();
        for (int i = 0; i < 10; i++) {
            startFrom(address, i).expect(201);
        }

        assertThat(startFrom(address, 0).status()).isEqualTo(429);
        assertThat(startFrom(address, 1).status()).isEqualTo(429);
    }

    /** A burst is what somebody who tries out stolen cards sends. */
    @Test
    void attempts_that_come_at_once_from_one_address_are_all_counted() throws Exception {
        var address = Addresses.next();
        for (int i = 0; i < 8; i++) {
            startFrom(address, i).expect(201);
        }

        var answers = AtOnce.call(CALLERS, i -> startFrom(address, i).status());

        assertThat(answers).filteredOn(status -> status == 201).hasSize(2);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(CALLERS - 2);
    }

    /** Invariant 14. */
    @Test
    void a_callback_that_reaches_both_at_once_is_stored_once_and_has_one_effect() throws Exception {
        var purchase = Purchase.placed();
        TestBed.simulator().post("/control/api/rules", heldBack(purchase)).expect(201);
        var attempt = purchase.start();
        Purchase.pay(attempt, GOOD_CARD);
        var events = events(Purchase.session(attempt));

        for (var event : events) {
            var body = eventBody(event);
            AtOnce.call(CALLERS, i -> StripeCallbacks.deliverTo(server(i), body).expect(200));
        }

        purchase.awaitStatus("paid");
        Await.that("all callbacks to be worked", () -> told(purchase, "callback_received") >= events.size());
        assertThat(events).isNotEmpty().allSatisfy(event -> assertThat(
                        Rows.read("SELECT state FROM webhook_event WHERE provider_event_id = ?", event))
                .containsExactly("PROCESSED"));
        assertThat(told(purchase, "callback_received")).isEqualTo(events.size());
        assertThat(told(purchase, "fact.captured")).isEqualTo(1);
        assertThat(told(purchase, "merchant_event_recorded")).isEqualTo(1);
    }

    /** Both look for work all the time; a row that one of them has claimed is nobody else's. */
    @Test
    void each_callback_is_worked_by_one_of_them() throws Exception {
        var name = "two" + UUID.randomUUID().toString().replace("-", "");

        AtOnce.call(40, i -> StripeCallbacks.deliverTo(server(i), unknownMatter("evt_" + name + i))
                .expect(200));

        Await.that("all to be worked", () -> rowsOf(name, "processed_at IS NOT NULL") == 40);
        assertThat(rowsOf(name, "claim_no = 1 AND attempts = 1")).isEqualTo(40);
    }

    /** A customer with two tabs, whose merchant's page gave each of them the same attempt. */
    @Test
    void paying_twice_at_the_same_moment_takes_the_money_once() throws Exception {
        var purchase = Purchase.placed();
        var attempt = purchase.start();

        AtOnce.call(2, i -> TestBed.simulator().pay(Purchase.session(attempt), GOOD_CARD));

        purchase.awaitStatus("paid");
        assertThat(told(purchase, "fact.captured")).isEqualTo(1);
    }

    private static URI server(int number) {
        return servers.get(number % servers.size());
    }

    private static MizanClient merchantAt(int number) {
        return TestBed.mizan().at(server(number)).withSecretKey();
    }

    private static Answer startFrom(String address, int number) {
        var purchase = Purchase.placed();
        var browser = TestBed.mizan()
                .at(server(number))
                .withPublishableKey()
                .with("Origin", TestBed.server().url().toString())
                .with(Addresses.HEADER, address)
                .with("Order-Secret", purchase.secret());
        return start(browser, purchase);
    }

    private static Answer start(MizanClient client, Purchase purchase) {
        return client.post(
                "/api/v1/orders/" + purchase.order() + "/attempts",
                Json.createObjectBuilder().add("gateway", "stripe").build());
    }

    private static String code(Answer refusal) {
        return refusal.json().getString("code");
    }

    private static long told(Purchase purchase, String kind) {
        return Purchase.merchant()
                .get("/api/v1/orders/" + purchase.order() + "/timeline?limit=100")
                .expect(200)
                .json()
                .getJsonArray("data")
                .stream()
                .filter(entry -> entry.asJsonObject().getString("kind").equals(kind))
                .count();
    }

    private static JsonObject heldBack(Purchase purchase) {
        return Json.createObjectBuilder()
                .add("gateway", "stripe")
                .add("kind", "never")
                .add("times", "forever")
                .add("session", purchase.order())
                .build();
    }

    private static List<String> sessions(Purchase purchase) {
        return idsOf("/control/api/stripe/sessions?reference=" + purchase.order());
    }

    private static List<String> events(String session) {
        return idsOf("/control/api/stripe/events?session=" + session);
    }

    private static List<String> idsOf(String path) {
        return TestBed.simulator().get(path).expect(200).json().getJsonArray("data").stream()
                .map(JsonValue::asJsonObject)
                .map(entry -> entry.getString("id"))
                .toList();
    }

    /** As the gateway would send it, had it not been held back. */
    private static String eventBody(String event) {
        return TestBed.simulator()
                .getAs(TestBed.secret(Secret.STRIPE_SECRET_KEY), "/v1/events/" + event)
                .expect(200)
                .body();
    }

    private static String unknownMatter(String event) {
        return "{\"id\":\"" + event + "\",\"object\":\"event\",\"type\":\"product.created\",\"created\":1700000000,"
                + "\"livemode\":false,\"data\":{\"object\":{}}}";
    }

    private static int rowsOf(String name, String condition) {
        return Rows.read(
                        "SELECT id FROM webhook_event WHERE provider_event_id LIKE ? AND " + condition,
                        "evt_" + name + "%")
                .size();
    }
}

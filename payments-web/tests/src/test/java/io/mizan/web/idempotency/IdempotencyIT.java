package io.mizan.web.idempotency;

import static io.mizan.web.checkout.Purchase.merchant;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.id.OrderId;
import io.mizan.idempotency.RequestHash;
import io.mizan.testbed.Answer;
import io.mizan.testbed.AtOnce;
import io.mizan.testbed.MizanClient;
import io.mizan.testbed.TestBed;
import io.mizan.web.checkout.Purchase;
import io.mizan.web.checkout.Rows;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdempotencyIT {
    private static final String ORDERS = "/api/v1/orders";

    private final String key = UUID.randomUUID().toString();

    @Test
    void a_repeat_gets_the_first_answer_byte_for_byte() {
        var body = Purchase.body().build();
        var first = merchant().post(ORDERS, key, body).expect(201);

        var again = merchant().post(ORDERS, key, body).expect(201);

        assertThat(first.header("Idempotency-Status")).contains("new");
        assertThat(again.header("Idempotency-Status")).contains("replayed");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void a_key_stands_for_one_request_only() {
        var body = Purchase.body().build();
        merchant().post(ORDERS, key, body).expect(201);

        var other = merchant().post(ORDERS, key, Purchase.body().build()).expect(422);

        assertThat(other.json().getString("code")).isEqualTo("idempotency_key_reused");
    }

    @Test
    void the_same_words_under_another_api_key_are_another_key() {
        merchant().post(ORDERS, key, Purchase.body().build()).expect(201);

        TestBed.mizan()
                .withPublishableKey()
                .post(ORDERS, key, Purchase.body().build())
                .expect(201);
    }

    @Test
    void a_refusal_leaves_the_key_free_for_a_request_that_is_put_right() {
        merchant()
                .post(ORDERS, key, Purchase.body().add("currency", "SEK").build())
                .expect(422);

        merchant().post(ORDERS, key, Purchase.body().build()).expect(201);
    }

    @Test
    void no_key_and_no_good_key_are_refused() {
        var body = Purchase.body().build().toString();

        var missing = merchant().send("POST", ORDERS, "application/json", body).expect(400);
        var invalid = merchant()
                .with("Idempotency-Key", "k".repeat(256))
                .send("POST", ORDERS, "application/json", body)
                .expect(400);

        assertThat(missing.json().getString("code")).isEqualTo("idempotency_key_missing");
        assertThat(invalid.json().getString("code")).isEqualTo("idempotency_key_invalid");
    }

    @Test
    void however_many_ask_at_once_on_two_servers_one_attempt_is_made() throws Exception {
        var purchase = Purchase.placed();
        var servers = List.of(
                purchase.browser(), purchase.browser().at(TestBed.otherServer().url()));

        var answers = AtOnce.call(8, i -> start(client(purchase, servers, i), purchase));

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.status()).isIn(201, 409))
                .filteredOn(answer -> answer.status() == 409)
                .allSatisfy(
                        answer -> assertThat(answer.json().getString("code")).isEqualTo("idempotency_key_in_use"));
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 201)
                .isNotEmpty()
                .extracting(Answer::body)
                .containsOnly(start(purchase.browser(), purchase).expect(201).body());
        assertThat(purchase.asMerchant().json().getJsonArray("attempts")).hasSize(1);
    }

    @Test
    void work_that_somebody_left_is_continued_with_the_same_effect() {
        var purchase = Purchase.placed();
        var body = gateway();
        var effect = UUID.randomUUID();
        claimedByOneWhoDied(purchase, body, effect);

        var waiting = purchase.browser().post(attempts(purchase), key, body).expect(409);
        Rows.change("UPDATE idempotency_record SET lease_until = created_at WHERE idempotency_key = ?", key);
        var continued = purchase.browser().post(attempts(purchase), key, body).expect(201);

        assertThat(waiting.header("Retry-After")).isPresent();
        assertThat(Rows.read("SELECT id FROM payment_attempt WHERE order_id = ?", orderRow(purchase)))
                .containsExactly(effect.toString());
        assertThat(continued.header("Idempotency-Status")).contains("new");
    }

    @Test
    void answers_are_kept_sealed() {
        var placed = merchant().post(ORDERS, key, Purchase.body().build()).expect(201);

        var sealed = Rows.read("SELECT sealed_answer FROM idempotency_record WHERE idempotency_key = ?", key);

        assertThat(sealed).hasSize(1);
        assertThat(sealed.get(0))
                .doesNotContain(
                        placed.json().getString("client_secret"), placed.json().getString("id"));
    }

    private void claimedByOneWhoDied(Purchase purchase, JsonObject body, UUID effect) {
        var request = RequestHash.of("POST", attempts(purchase), body.toString().getBytes(StandardCharsets.UTF_8));
        Rows.change(
                "INSERT INTO idempotency_record (api_key_id, idempotency_key, request_hash, effect_id, owner,"
                        + " lease_until, created_at, expires_at) SELECT id, ?, ?, ?, ?, created_at + INTERVAL 10 YEAR,"
                        + " created_at, created_at + INTERVAL 20 YEAR FROM api_key WHERE kind = 'PUBLISHABLE'",
                key,
                request.value(),
                effect,
                UUID.randomUUID());
    }

    private static String orderRow(Purchase purchase) {
        return OrderId.fromString(purchase.order()).value().toString();
    }

    private Answer start(MizanClient client, Purchase purchase) {
        return client.post(attempts(purchase), key, gateway());
    }

    private static MizanClient client(Purchase purchase, List<MizanClient> servers, int i) {
        return servers.get(i % servers.size())
                .withPublishableKey()
                .with("Order-Secret", purchase.secret())
                .with("Origin", TestBed.server().url().toString());
    }

    private static String attempts(Purchase purchase) {
        return ORDERS + "/" + purchase.order() + "/attempts";
    }

    private static JsonObject gateway() {
        return Json.createObjectBuilder().add("gateway", "stripe").build();
    }
}

package io.mizan.web.checkout;

import static io.mizan.web.checkout.Purchase.merchant;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.testbed.Await;
import io.mizan.testbed.TestBed;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PaymentIT {
    private static final String GOOD_CARD = "4242424242424242";
    private static final String DECLINED_CARD = "4000000000000002";

    @Test
    void an_order_that_is_paid_on_the_gateways_page_becomes_paid() {
        var purchase = Purchase.placed();

        Purchase.pay(purchase.start(), GOOD_CARD);

        var status = purchase.awaitStatus("paid");
        assertThat(status.getBoolean("can_retry")).isFalse();
        assertThat(status.getString("customer_message")).isNotBlank();
        var order = purchase.asMerchant().json();
        assertThat(order.getJsonObject("captured")).isEqualTo(order.getJsonObject("amount"));
        assertThat(order.getJsonArray("attempts").getJsonObject(0).getString("verdict"))
                .isEqualTo("paid");
    }

    @Test
    void a_decline_leaves_the_order_payable_on_the_same_page() {
        var purchase = Purchase.placed();
        var attempt = purchase.start();

        Purchase.pay(attempt, DECLINED_CARD);

        Await.that("the decline is known", () -> !purchase.status().isNull("failure"));
        var status = purchase.status();
        assertThat(status.getString("failure")).isEqualTo("issuer_declined");
        assertThat(status.getBoolean("can_retry")).isTrue();
        assertThat(status.getJsonObject("next_action")).isEqualTo(attempt.getJsonObject("next_action"));

        Purchase.pay(attempt, GOOD_CARD);
        purchase.awaitStatus("paid");
    }

    @Test
    void a_second_attempt_is_refused_with_the_open_one_to_continue() {
        var purchase = Purchase.placed();
        var first = purchase.start();

        var refusal = purchase.browser()
                .post(attempts(purchase), gateway().build())
                .expect(409)
                .json();

        assertThat(refusal.getString("code")).isEqualTo("attempt_open");
        assertThat(refusal.getJsonObject("attempt").getString("id")).isEqualTo(first.getString("id"));
        assertThat(refusal.getJsonObject("attempt").getJsonObject("next_action"))
                .isEqualTo(first.getJsonObject("next_action"));
    }

    @Test
    void replacing_an_attempt_closes_the_old_one_first() {
        var purchase = Purchase.placed();
        var first = purchase.start();

        var second = purchase.browser()
                .post(
                        attempts(purchase),
                        gateway().add("replace", first.getString("id")).build())
                .expect(201)
                .json();

        assertThat(second.getString("id")).isNotEqualTo(first.getString("id"));
        assertThat(attempt(first).getBoolean("open")).isFalse();
        Purchase.pay(second, GOOD_CARD);
        purchase.awaitStatus("paid");
    }

    @Test
    void only_the_merchant_may_accept_that_a_customer_could_pay_twice() {
        var purchase = Purchase.placed();

        var refusal = purchase.browser()
                .post(
                        attempts(purchase),
                        gateway().add("accept_duplicate_risk", true).build())
                .expect(403)
                .json();

        assertThat(refusal.getString("param")).isEqualTo("accept_duplicate_risk");
    }

    @Test
    void only_the_merchant_may_have_the_money_collected_later() {
        var purchase = Purchase.placed();

        var refusal = purchase.browser()
                .post(attempts(purchase), gateway().add("capture", "manual").build())
                .expect(403)
                .json();

        assertThat(refusal.getString("param")).isEqualTo("capture");
    }

    @Test
    void money_that_was_only_authorized_is_captured_once_for_a_reference() {
        var purchase = Purchase.placed();
        var attempt = purchase.startAuthorizing();
        Purchase.pay(attempt, GOOD_CARD);
        purchase.awaitStatus("authorized");
        var capture = Json.createObjectBuilder().add("reference", "capture-1").build();

        merchant().post(attemptPath(attempt) + "/capture", capture).expect(200);

        purchase.awaitStatus("paid");
        merchant().post(attemptPath(attempt) + "/capture", capture).expect(200);
        assertThat(purchase.asMerchant().json().getJsonObject("captured").getInt("minor"))
                .isEqualTo(25_000);
    }

    @Test
    void a_merchant_who_collects_less_gives_up_the_rest() {
        var purchase = Purchase.placed();
        var attempt = purchase.startAuthorizing();
        Purchase.pay(attempt, GOOD_CARD);
        purchase.awaitStatus("authorized");
        var capture = Json.createObjectBuilder()
                .add("reference", "capture-part")
                .add("amount", Json.createObjectBuilder().add("minor", 20_000).add("currency", "QAR"))
                .build();

        merchant().post(attemptPath(attempt) + "/capture", capture).expect(200);

        purchase.awaitStatus("paid");
        assertThat(purchase.asMerchant().json().getJsonObject("captured").getInt("minor"))
                .isEqualTo(20_000);
    }

    /** Invariant 7: what may have been collected is not released. */
    @Test
    void a_capture_that_the_gateway_has_not_answered_says_so_and_nothing_is_released_meanwhile() {
        var purchase = Purchase.placed();
        var attempt = purchase.startAuthorizing();
        Purchase.pay(attempt, GOOD_CARD);
        purchase.awaitStatus("authorized");
        TestBed.simulator()
                .post(
                        "/control/api/rules",
                        Json.createObjectBuilder()
                                .add("gateway", "stripe")
                                .add("kind", "rate_limited")
                                .add("operation", "capture_intent")
                                .add("seconds", 5)
                                .add("session", purchase.order())
                                .build())
                .expect(201);
        var capture = Json.createObjectBuilder().add("reference", "slowly").build();

        var answer = merchant()
                .post(attemptPath(attempt) + "/capture", capture)
                .expect(202)
                .json();

        assertThat(answer.getJsonArray("captures").getJsonObject(0).getString("state"))
                .isEqualTo("outstanding");
        var refusal = purchase.act(attemptPath(attempt) + "/void").expect(409).json();
        assertThat(refusal.getString("code")).isEqualTo("payment_in_progress");
        purchase.awaitStatus("paid");
        Await.that("its answer", () -> capture(attempt).equals("accepted")); // a callback may come before it
    }

    private static String capture(JsonObject attempt) {
        return merchant()
                .get(attemptPath(attempt))
                .expect(200)
                .json()
                .getJsonArray("captures")
                .getJsonObject(0)
                .getString("state");
    }

    @Test
    void money_in_another_currency_asks_nobody_to_try_again() {
        var purchase = Purchase.placed();
        var attempt = purchase.start();
        TestBed.simulator()
                .post(
                        "/control/api/rules",
                        Json.createObjectBuilder()
                                .add("gateway", "stripe")
                                .add("kind", "currency")
                                .add("currency", "usd")
                                .add("session", Purchase.session(attempt))
                                .build())
                .expect(201);
        Purchase.pay(attempt, GOOD_CARD);

        Await.that("the money is known", () -> !purchase.status().getBoolean("can_retry"));

        var status = purchase.status();
        assertThat(status.getString("status")).isEqualTo("pending");
        assertThat(status.getString("customer_message")).contains("does not match the order");
    }

    @Test
    void an_authorization_can_be_released() {
        var purchase = Purchase.placed();
        var attempt = purchase.startAuthorizing();
        Purchase.pay(attempt, GOOD_CARD);
        purchase.awaitStatus("authorized");

        purchase.act(attemptPath(attempt) + "/void").expect(200);

        Await.that("the attempt is over", () -> !attempt(attempt).getBoolean("open"));
        assertThat(attempt(attempt).getString("state")).isEqualTo("canceled");
    }

    @Test
    void cancelling_an_order_closes_its_open_attempt() {
        var purchase = Purchase.placed();
        var attempt = purchase.start();

        var order = purchase.act("/api/v1/orders/" + purchase.order() + "/cancel")
                .expect(200)
                .json();

        assertThat(order.getString("status")).isEqualTo("canceled");
        assertThat(attempt(attempt).getBoolean("open")).isFalse();
        assertThat(merchant()
                        .post(attempts(purchase), gateway().build())
                        .expect(409)
                        .json()
                        .getString("code"))
                .isEqualTo("order_not_payable");
    }

    @Test
    void the_way_back_from_the_gateway_leads_to_the_shop_and_proves_nothing() {
        var purchase = Purchase.placed();
        var attempt = purchase.start();
        var back = wayBack(attempt);

        var answer = TestBed.mizan().get(back).expect(303);

        var onwards = URI.create(answer.header("Location").orElseThrow());
        assertThat(onwards.toString())
                .startsWith(TestBed.server().url() + "/shop/return.html?order=" + purchase.order() + "&code=");
        assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
        assertThat(purchase.status().getString("status")).isEqualTo("pending");
    }

    @Test
    void the_code_of_the_way_back_opens_the_status_once_and_nothing_else() {
        var purchase = Purchase.placed();
        var back = TestBed.mizan().get(wayBack(purchase.start())).expect(303);
        var code = back.header("Location").orElseThrow().replaceFirst(".*code=", "");
        var stranger = TestBed.mizan().withPublishableKey();
        var status = "/api/v1/orders/" + purchase.order() + "/status?code=" + code;

        stranger.get(status).expect(200);

        stranger.get(status).expect(404);
        stranger.post(attempts(purchase), gateway().build()).expect(404);
    }

    @Test
    void a_wrong_token_leads_to_a_plain_page() {
        var attempt = Purchase.placed().start();

        var answer = TestBed.mizan()
                .get("/return/stripe/" + attempt.getString("id") + "?t=" + "x".repeat(43))
                .expect(404);

        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/html");
    }

    /** As the gateway knows it: where it sends the browser back to. */
    private static String wayBack(JsonObject attempt) {
        var page = TestBed.simulator()
                .get("/c/pay/" + Purchase.session(attempt))
                .expect(200)
                .body();
        var found = Pattern.compile("(/return/stripe/att_[^\"]*)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    private static String attempts(Purchase purchase) {
        return "/api/v1/orders/" + purchase.order() + "/attempts";
    }

    private static String attemptPath(JsonObject attempt) {
        return "/api/v1/attempts/" + attempt.getString("id");
    }

    private static JsonObject attempt(JsonObject attempt) {
        return merchant().get(attemptPath(attempt)).expect(200).json();
    }

    private static JsonObjectBuilder gateway() {
        return Json.createObjectBuilder().add("gateway", "stripe");
    }
}

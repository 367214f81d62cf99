package io.mizan.gateways.qpay;

import static io.mizan.testbed.TestBed.simulator;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.gateways.contract.FormPurchase;
import io.mizan.web.checkout.Purchase;
import jakarta.json.Json;
import java.net.URI;
import org.junit.jupiter.api.Test;

/**
 * QPay's signed way back, at the real address. That an order is paid is told by the way back alone here, for inquiries are
 * turned away for good; that it was cancelled by the inquiry alone, which is due at once.
 */
class QPayReturnIT {
    @Test
    void a_genuine_way_back_pays_the_order_and_counts_once() {
        var purchase = opened();
        act(purchase, "pay");

        brings(purchase, broughtBack(purchase));
        purchase.becomes("paid");

        brings(purchase, broughtBack(purchase));
        brings(purchase, broughtBack(purchase).replace("Response.Status=", "Response%2EStatus="));
        purchase.becomes("paid");
        assertThat(purchase.asOrder().getJsonObject("captured"))
                .isEqualTo(purchase.asOrder().getJsonObject("amount"));
    }

    @Test
    void what_somebody_made_of_it_takes_the_customer_on_and_pays_nothing() {
        var purchase = opened();
        act(purchase, "pay");
        var genuine = broughtBack(purchase);

        brings(purchase, genuine.replaceFirst("Response\\.Amount=[0-9]+", "Response.Amount=1"));
        brings(purchase, genuine.replaceFirst("Response\\.SecureHash=..", "Response.SecureHash=00"));
        brings(purchase, genuine + "&Response.Status=0000");
        brings(purchase, genuine.replaceFirst("&Response\\.Lang=[a-z]+", ""));
        brings(purchase, "x".repeat(300 * 1024));
        brings(purchase, "");
        purchase.brings(returnUrl(purchase), "text/plain", genuine.replaceFirst("Response\\.PUN=.", "Response.PUN=_"));

        assertThat(purchase.status()).isNotEqualTo("paid");
        brings(purchase, genuine);
        purchase.becomes("paid");
    }

    @Test
    void a_genuine_way_back_of_another_attempt_pays_nothing() {
        var paid = opened();
        var other = opened();
        act(paid, "pay");

        brings(other, broughtBack(paid));
        brings(paid, broughtBack(paid));

        paid.becomes("paid");
        assertThat(other.status()).isNotEqualTo("paid");
    }

    @Test
    void a_customer_who_went_back_may_try_again() {
        var purchase = FormPurchase.placed().startedAt("qpay");
        act(purchase, "cancel");

        brings(purchase, broughtBack(purchase));

        purchase.awaitClosed();
        assertThat(purchase.progress().getBoolean("can_retry")).isTrue();
    }

    @Test
    void a_customer_who_went_back_pays_by_another_gateway_and_one_story_tells_of_both() {
        var purchase = FormPurchase.placed().startedAt("qpay");
        act(purchase, "cancel");
        brings(purchase, broughtBack(purchase));
        purchase.awaitClosed();

        Purchase.pay(purchase.starts("stripe"), "4242 4242 4242 4242");

        purchase.becomes("paid");
        assertThat(purchase.timeline())
                .containsSubsequence(
                        "order_placed",
                        "attempt_started",
                        "\"qpay\"",
                        "signed_return_received",
                        "attempt_started",
                        "\"stripe\"",
                        "callback_received",
                        "fact.captured",
                        "order_status_changed");
    }

    private static FormPurchase opened() {
        var purchase = FormPurchase.placed();
        simulator()
                .post(
                        "/control/api/rules",
                        Json.createObjectBuilder()
                                .add("gateway", "qpay")
                                .add("session", purchase.order())
                                .add("kind", "rate_limited")
                                .add("seconds", 600)
                                .add("operation", "inquiry")
                                .add("times", "forever")
                                .build())
                .expect(201);
        return purchase.startedAt("qpay");
    }

    private static void act(FormPurchase purchase, String act) {
        simulator()
                .post(
                        "/control/api/qpay/sessions/" + purchase.field("PUN") + "/" + act,
                        Json.createObjectBuilder().build())
                .expect(200);
    }

    /** What the browser finds on QPay's last page. */
    private static String broughtBack(FormPurchase purchase) {
        return new String(
                new SimulatedQPay().returns(purchase.field("PUN")).get(0).body(), UTF_8);
    }

    private static void brings(FormPurchase purchase, String body) {
        purchase.brings(returnUrl(purchase), body);
    }

    private static URI returnUrl(FormPurchase purchase) {
        return URI.create(purchase.field("ExtraFields_f14"));
    }
}

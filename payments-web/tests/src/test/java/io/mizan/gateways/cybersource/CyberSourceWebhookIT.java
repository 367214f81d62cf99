package io.mizan.gateways.cybersource;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.gateways.contract.FormPurchase;
import io.mizan.id.OrderId;
import io.mizan.testbed.Await;
import io.mizan.web.checkout.Rows;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** CyberSource's REST webhooks, which it encrypts, at the real address. */
class CyberSourceWebhookIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String REFUNDED = "payments.refund.status.accepted";
    private static final SimulatedCyberSource CYBERSOURCE = new SimulatedCyberSource();

    @Test
    void an_encrypted_webhook_is_opened_and_makes_us_ask() {
        var purchase = FormPurchase.placed().startedAt("cybersource");
        CYBERSOURCE.paysWithACardThatWorks(purchase.attempt());
        purchase.becomes("paid");

        CYBERSOURCE.does(purchase.attempt(), "refund");

        Await.that("the webhook to be worked", PATIENCE, () -> !kept(purchase).isEmpty());
        Await.that("the refund to be known", PATIENCE, () -> purchase.timeline().contains("fact.refund_status"));
        assertThat(CYBERSOURCE.sent(purchase.attempt(), REFUNDED)).startsWith("{\"encData\":\"");
        assertThat(kept(purchase)).hasSize(1);
    }

    private static List<String> kept(FormPurchase purchase) {
        return Rows.read(
                "SELECT id FROM webhook_event WHERE type = ? AND order_id = ?",
                REFUNDED,
                OrderId.fromString(purchase.order()).value());
    }
}

package io.mizan.gateways.cybersource;

import static io.mizan.testbed.TestBed.simulator;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.gateways.contract.FormPurchase;
import jakarta.json.Json;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * CyberSource's signed way back, at the real address. Its notices are held back and its searches turned away for good, so
 * that the way back alone can say what became of an attempt.
 */
class CyberSourceReturnIT {
    private static final SimulatedCyberSource CYBERSOURCE = new SimulatedCyberSource();

    @Test
    void a_genuine_way_back_pays_the_order_and_counts_once() {
        var purchase = openedAlone();
        CYBERSOURCE.paysWithACardThatWorks(purchase.attempt());
        var genuine = broughtBack(purchase);

        brings(purchase, genuine);
        purchase.becomes("paid");

        brings(purchase, genuine);
        brings(purchase, genuine.replace("decision=", "%64ecision="));
        assertThat(purchase.keptReturns()).hasSize(1);
        assertThat(purchase.asOrder().getJsonObject("captured"))
                .isEqualTo(purchase.asOrder().getJsonObject("amount"));
    }

    @Test
    void a_customer_who_was_declined_may_try_again() {
        var purchase = openedAlone();
        CYBERSOURCE.paysWithACardThatIsDeclined(purchase.attempt());

        brings(purchase, broughtBack(purchase));

        purchase.awaitClosed();
        assertThat(purchase.progress().getBoolean("can_retry")).isTrue();
    }

    @Test
    void a_customer_who_went_back_can_still_pay_in_another_tab() {
        var purchase = openedAlone();
        CYBERSOURCE.does(purchase.attempt(), "cancel");
        purchase.brings(URI.create(purchase.field("override_custom_cancel_page")), broughtBack(purchase));
        purchase.awaitDecline();
        assertThat(purchase.asAttempt().getJsonObject("last_decline").getString("category"))
                .isEqualTo("canceled_by_customer");
        assertThat(purchase.isOpen()).isTrue();

        CYBERSOURCE.paysWithACardThatWorks(purchase.attempt());
        brings(purchase, broughtBack(purchase));

        purchase.becomes("paid");
        assertThat(purchase.keptReturns()).hasSize(2);
    }

    @Test
    void what_somebody_made_of_it_takes_the_customer_on_and_is_not_kept() {
        var purchase = openedAlone();
        var other = openedAlone();
        CYBERSOURCE.paysWithACardThatWorks(purchase.attempt());
        var genuine = broughtBack(purchase);

        purchase.bringsInVain(
                returnUrl(purchase),
                genuine.replaceFirst("auth_amount=[0-9.]+", "auth_amount=1.00"),
                genuine.replaceFirst("&?signature=[^&]*", ""),
                genuine.replaceFirst("signature=..", "signature=AA"),
                genuine + "&decision=ACCEPT",
                "");
        other.bringsInVain(returnUrl(other), genuine);

        assertThat(purchase.status()).isNotEqualTo("paid");
    }

    @Test
    void one_that_is_not_believed_makes_us_ask() {
        var purchase = FormPurchase.placed();
        rule(purchase, "never", Map.of("times", "forever"));
        purchase.startedAt("cybersource");
        CYBERSOURCE.paysWithACardThatWorks(purchase.attempt());

        purchase.bringsInVain(returnUrl(purchase), broughtBack(purchase).replaceFirst("signature=..", "signature=AA"));

        purchase.becomes("paid");
    }

    @Test
    void one_of_another_amount_is_kept_and_asked_about() {
        var purchase = FormPurchase.placed();
        rule(purchase, "amount", Map.of("amount", 19_900));
        rule(purchase, "never", Map.of("times", "forever"));
        purchase.startedAt("cybersource");
        CYBERSOURCE.paysWithACardThatWorks(purchase.attempt());

        brings(purchase, broughtBack(purchase));

        purchase.becomes("partially_paid");
        assertThat(purchase.keptReturns()).hasSize(1);
    }

    private static FormPurchase openedAlone() {
        var purchase = FormPurchase.placed();
        rule(purchase, "never", Map.of("times", "forever"));
        rule(purchase, "rate_limited", Map.of("operation", "searches", "seconds", 600, "times", "forever"));
        return purchase.startedAt("cybersource");
    }

    private static void rule(FormPurchase purchase, String kind, Map<String, Object> setting) {
        var rule = Json.createObjectBuilder(setting)
                .add("gateway", "cybersource")
                .add("session", purchase.order())
                .add("kind", kind)
                .build();
        simulator().post("/control/api/rules", rule).expect(201);
    }

    /** What the browser finds on CyberSource's last page. */
    private static String broughtBack(FormPurchase purchase) {
        return new String(CYBERSOURCE.returns(purchase.attempt()).get(0).body(), UTF_8);
    }

    private static void brings(FormPurchase purchase, String body) {
        purchase.brings(returnUrl(purchase), body);
    }

    private static URI returnUrl(FormPurchase purchase) {
        return URI.create(purchase.field("override_custom_receipt_page"));
    }
}

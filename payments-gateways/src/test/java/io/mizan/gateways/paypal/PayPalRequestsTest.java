package io.mizan.gateways.paypal;

import static io.mizan.gateways.paypal.PayPalObjects.intent;
import static io.mizan.gateways.paypal.PayPalObjects.order;
import static io.mizan.gateways.paypal.PayPalObjects.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.CheckoutIntent;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.Operation;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Refunding.RefundIntent;
import io.mizan.money.Money;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PayPalRequestsTest {
    private static final Money FIVE = Money.ofMinor(500, "USD");

    @Test
    void an_order_bears_the_attempt_and_its_lines() {
        assertThat(PayPalRequests.openCheckout(intent(CaptureMode.AUTOMATIC), "ar-EG")
                        .content())
                .isEqualTo(
                        "/v2/checkout/orders\n"
                                + "{\"intent\":\"CAPTURE\",\"purchase_units\":[{\"reference_id\":\""
                                + PayPalObjects.OUR_ORDER
                                + "\",\"custom_id\":\"" + PayPalObjects.ATTEMPT + "\",\"invoice_id\":\""
                                + PayPalObjects.ATTEMPT
                                + "\",\"amount\":{\"currency_code\":\"USD\",\"value\":\"19.99\",\"breakdown\":{\"item_total\":"
                                + "{\"currency_code\":\"USD\",\"value\":\"19.99\"}}},\"items\":[{\"name\":\"Dates, تمر\","
                                + "\"unit_amount\":{\"currency_code\":\"USD\",\"value\":\"19.99\"},\"quantity\":\"1\"}]}],"
                                + "\"payment_source\":{\"paypal\":{\"experience_context\":{"
                                + "\"return_url\":\"https://pay.example.test/return/paypal?t=token\","
                                + "\"cancel_url\":\"https://pay.example.test/return/paypal?t=token&canceled=true\","
                                + "\"locale\":\"en-US\",\"shipping_preference\":\"NO_SHIPPING\",\"user_action\":\"PAY_NOW\"}}}}");
    }

    @Test
    void equal_intents_give_equal_requests() {
        assertThat(PayPalRequests.openCheckout(intent(CaptureMode.MANUAL), "ar-EG"))
                .isEqualTo(PayPalRequests.openCheckout(intent(CaptureMode.MANUAL), "ar-EG"));
        assertThat(PayPalRequests.openCheckout(intent(CaptureMode.MANUAL), "ar-EG")
                        .content())
                .contains("\"AUTHORIZE\"");
    }

    @Test
    void a_discount_hides_the_lines() {
        var asked = intent(CaptureMode.AUTOMATIC);
        var discounted = new CheckoutIntent(
                asked.order(),
                asked.attempt(),
                asked.amount(),
                List.of(
                        new CheckoutIntent.Line("Dates", Money.ofMinor(2499, "USD"), 1),
                        new CheckoutIntent.Line("Discount", Money.ofMinor(-500, "USD"), 1)),
                asked.capture(),
                asked.openedAt(),
                asked.returnUrl(),
                asked.cancelUrl(),
                asked.payUntil(),
                "ar",
                asked.idempotencyKey());

        assertThat(PayPalRequests.openCheckout(discounted, "ar-QA").content())
                .doesNotContain("items", "breakdown")
                .contains("\"value\":\"19.99\"", "\"ar-QA\"");
    }

    @Test
    void completing_goes_by_the_mode_of_the_attempt() {
        assertThat(PayPalRequests.complete(target(CaptureMode.AUTOMATIC, order()), "complete-1"))
                .isEqualTo(new GatewayRequest(
                        Operation.COMPLETE, "complete-1", "/v2/checkout/orders/5O190127TN364715T/capture\n{}"));
        assertThat(PayPalRequests.complete(target(CaptureMode.MANUAL, order()), "complete-1")
                        .content())
                .isEqualTo("/v2/checkout/orders/5O190127TN364715T/authorize\n{}");
    }

    @Test
    void a_capture_is_the_last_of_its_authorization() {
        var held = target(order(), new ProviderRef("authorization", PayPalObjects.AUTHORIZATION));

        assertThat(PayPalRequests.capture(held, FIVE, "capture-1").content())
                .isEqualTo("/v2/payments/authorizations/0AW2184448108334S/capture\n"
                        + "{\"amount\":{\"currency_code\":\"USD\",\"value\":\"5.00\"},\"final_capture\":true}");
        assertThat(PayPalRequests.voidAuthorization(held, "void-1").content())
                .isEqualTo("/v2/payments/authorizations/0AW2184448108334S/void\n");
    }

    @Test
    void a_refund_bears_its_reference() {
        var captured = target(new ProviderRef("capture", PayPalObjects.CAPTURE));

        assertThat(PayPalRequests.refund(
                                captured,
                                new RefundIntent("ref-1", FIVE, PayPalObjects.PRICE, Optional.empty()),
                                "refund-1")
                        .content())
                .isEqualTo(
                        "/v2/payments/captures/42311647XV020574X/refund\n"
                                + "{\"amount\":{\"currency_code\":\"USD\",\"value\":\"5.00\"},\"custom_id\":\"ref-1\",\"invoice_id\":\"ref-1\"}");
    }

    @Test
    void what_has_no_object_is_not_asked_for() {
        assertThatThrownBy(() -> PayPalRequests.complete(target(), "k")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> PayPalRequests.capture(target(order()), FIVE, "k"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> PayPalRequests.voidAuthorization(target(order()), "k"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_id_never_leads_elsewhere() {
        assertThatThrownBy(() -> PayPalRequests.retrieveOrder("../payments"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PayPalRequests.stored(new GatewayRequest(Operation.CAPTURE, "k", "/v1/other\n{}")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package io.mizan.gateways.razorpay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.gateways.contract.FormPurchase;
import java.net.URI;
import org.junit.jupiter.api.Test;

/**
 * Razorpay's signed way back, at the real address. It says which payment it was and not what became of it, which is asked
 * about at once: so what was believed is read from what was kept.
 */
class RazorpayReturnIT {
    private static final SimulatedRazorpay RAZORPAY = new SimulatedRazorpay();

    @Test
    void a_genuine_way_back_is_kept_once_and_what_somebody_made_of_it_never() {
        var purchase = FormPurchase.placed().startedAt("razorpay");
        var other = FormPurchase.placed().startedAt("razorpay");
        RAZORPAY.paysWithACardThatWorks(purchase.field("order_id"));
        var genuine = broughtBack(purchase);

        purchase.bringsInVain(
                returnUrl(purchase),
                genuine.replaceFirst("razorpay_signature=....", "razorpay_signature=0000"),
                genuine.replaceFirst("&?razorpay_signature=[^&]*", ""),
                genuine.replaceFirst("razorpay_payment_id=pay_.", "razorpay_payment_id=pay__"),
                genuine + "&razorpay_payment_id=pay_0000000000001",
                "x".repeat(300 * 1024));
        other.bringsInVain(returnUrl(other), genuine);

        brings(purchase, genuine);
        brings(purchase, genuine);
        brings(purchase, genuine.replace("razorpay_order_id=", "razorpay%5Forder_id="));
        assertThat(purchase.keptReturns()).hasSize(1);
        purchase.becomes("paid");
        assertThat(other.status()).isNotEqualTo("paid");
    }

    /** After a failure the browser brings words that nobody signed. */
    @Test
    void an_unsigned_way_back_is_only_a_customer_who_is_back() {
        var purchase = FormPurchase.placed().startedAt("razorpay");
        RAZORPAY.paysWithACardThatIsDeclined(purchase.field("order_id"));

        purchase.bringsInVain(returnUrl(purchase), broughtBack(purchase));

        purchase.awaitDecline();
        assertThat(purchase.isOpen()).isTrue();
    }

    /** What the browser finds on Razorpay's last page. */
    private static String broughtBack(FormPurchase purchase) {
        return new String(RAZORPAY.returns(purchase.field("order_id")).get(0).body(), UTF_8);
    }

    private static void brings(FormPurchase purchase, String body) {
        purchase.brings(returnUrl(purchase), body);
    }

    private static URI returnUrl(FormPurchase purchase) {
        return URI.create(purchase.field("callback_url"));
    }
}

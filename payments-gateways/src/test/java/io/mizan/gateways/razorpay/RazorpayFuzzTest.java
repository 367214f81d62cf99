package io.mizan.gateways.razorpay;

import static io.mizan.gateways.razorpay.RazorpayObjects.event;
import static io.mizan.gateways.razorpay.RazorpayObjects.order;
import static io.mizan.gateways.razorpay.RazorpayObjects.payment;
import static io.mizan.gateways.razorpay.RazorpayObjects.refund;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.gateway.Callback;
import io.mizan.gateways.callback.CallbackFuzz;
import java.net.URI;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RazorpayFuzzTest extends CallbackFuzz {
    private static final String RETURNED = "razorpay_payment_id=pay_SIM00000000001&razorpay_order_id=order_1"
            + "&razorpay_signature=b5decd8a13f436e347bb073f54d3325186fb2bf65baf7f15ca84c477bd709934";

    private final RazorpayGateway gateway = new RazorpayGateway(
            RazorpayObjects.settings(URI.create("https://api.razorpay.invalid")), RazorpayObjects.CLOCK);

    RazorpayFuzzTest() {
        super(
                new RazorpayCallback(),
                bytes(event(
                        "payment.failed",
                        "payment",
                        payment("pay_2", "failed", "\"error_reason\":\"card_declined\","))),
                bytes(event("order.paid", "order", order("paid"), "payment", payment("captured"))),
                bytes(event("refund.processed", "refund", refund("processed"), "payment", payment("refunded"))));
    }

    @Property(tries = 2_000)
    void a_damaged_return_is_forged(@ForAll @IntRange(max = 170) int at, @ForAll byte written) {
        var body = bytes(RETURNED);
        body[at % body.length] = written;

        assertThat(gateway.verifyReturn(new Callback.Raw(Map.of(), body), RazorpayObjects.opened()).stream())
                .allMatch(verdict -> verdict instanceof Callback.Verdict.Forged);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}

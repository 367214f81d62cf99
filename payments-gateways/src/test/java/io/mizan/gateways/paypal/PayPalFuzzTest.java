package io.mizan.gateways.paypal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateways.callback.CallbackFuzz;

class PayPalFuzzTest extends CallbackFuzz {
    PayPalFuzzTest() {
        super(
                new PayPalCallback(),
                event("CHECKOUT.ORDER.APPROVED", PayPalObjects.order("APPROVED", "")),
                event(
                        "CHECKOUT.ORDER.COMPLETED",
                        PayPalObjects.order(
                                "COMPLETED", "\"captures\":[" + PayPalObjects.capture("COMPLETED", "") + "]")),
                event("PAYMENT.CAPTURE.COMPLETED", PayPalObjects.capture("COMPLETED", "")),
                event("PAYMENT.CAPTURE.REFUNDED", PayPalObjects.refund("COMPLETED")),
                event("PAYMENT.AUTHORIZATION.CREATED", PayPalObjects.authorization("CREATED", "2026-01-01T00:00:50Z")));
    }

    private static byte[] event(String type, String resource) {
        return PayPalObjects.event(type, resource).getBytes(UTF_8);
    }
}

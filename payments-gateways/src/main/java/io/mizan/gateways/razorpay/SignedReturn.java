package io.mizan.gateways.razorpay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateways.form.Form;
import java.util.Optional;

/**
 * What a browser brings back after the customer paid. What is signed is the order and the payment, a bar between them; the
 * order is the one that we have stored, for one that the browser names would prove itself.
 *
 * @param order as the browser says; to be held against ours
 */
record SignedReturn(String payment, String order, String signature) {
    private static final String OURS = "razorpay_";
    private static final String PAYMENT = "razorpay_payment_id";
    private static final String ORDER = "razorpay_order_id";
    private static final String SIGNATURE = "razorpay_signature";

    /**
     * Empty if nothing signed is in it: after a failure it brings the error's words, unsigned.
     *
     * @throws IllegalArgumentException if there is a signature, or a part of it, and it is not what Razorpay posts
     */
    static Optional<SignedReturn> in(byte[] body) {
        Form form;
        try {
            form = Form.parse(body);
        } catch (IllegalArgumentException notAForm) {
            if (new String(body, UTF_8).contains(OURS)) {
                throw notAForm;
            }
            return Optional.empty();
        }
        if (form.fields().stream().noneMatch(field -> field.name().startsWith(OURS))) {
            return Optional.empty();
        }
        return Optional.of(of(form));
    }

    private static SignedReturn of(Form form) {
        var signature = required(form, SIGNATURE);
        if (!RazorpaySignature.isOne(signature)) {
            throw new IllegalArgumentException("not a signature of Razorpay's");
        }
        return new SignedReturn(
                RazorpayRequests.checked(required(form, PAYMENT)),
                RazorpayRequests.checked(required(form, ORDER)),
                signature);
    }

    /** What is signed. */
    String signed() {
        return order + '|' + payment;
    }

    private static String required(Form form, String name) {
        return form.value(name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }
}

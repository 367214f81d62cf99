package io.mizan.gateways.razorpay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.CheckoutIntent;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.Operation;
import io.mizan.gateway.Refunding.RefundIntent;
import io.mizan.gateway.Target;
import io.mizan.gateways.form.Form;
import io.mizan.gateways.json.JsonDocument;
import io.mizan.gateways.json.JsonText;
import io.mizan.id.AttemptId;
import io.mizan.money.Money;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * Writes what we ask of Razorpay: equal intents give equal bytes. Holds no secret and no personal data, for it is stored.
 *
 * <p>What is done to money is kept by its order and not by its payment: of an order's payments one succeeds, and which
 * it is, is seen when the request goes out. A payment that failed may be authorized days later ("late authorization").
 */
final class RazorpayRequests {
    static final String ORDER = "order";
    static final String PAYMENT = "payment";
    static final String REFUND = "refund";

    static final String ATTEMPT_NOTE = "mizan_attempt";
    static final String CAPTURE_NOTE = "mizan_capture";
    static final String MANUAL = "manual";
    private static final String ORDER_NOTE = "mizan_order";

    private static final String ORDERS = "/v1/orders";
    private static final String PAYMENTS = "/v1/payments/";

    private final RazorpaySettings settings;

    RazorpayRequests(RazorpaySettings settings) {
        this.settings = settings;
    }

    /**
     * What {@link GatewayRequest#content()} keeps, in three lines.
     *
     * @param about until when the page is shown, of an opening; else the order
     * @param body as it goes on the wire
     * @param page the fields of the form that opens the page, but for those that only the answer brings
     */
    record Content(String about, String body, Form page) {
        static Content of(GatewayRequest request) {
            var lines = request.content().split("\n", -1);
            if (lines.length != 3) {
                throw new IllegalArgumentException("not a request of the Razorpay adapter");
            }
            return new Content(lines[0], lines[1], Form.parse(lines[2]));
        }

        GatewayRequest under(Operation operation, String idempotencyKey) {
            return new GatewayRequest(operation, idempotencyKey, about + '\n' + body + '\n' + page.encode());
        }

        byte[] bytes() {
            return body.getBytes(UTF_8);
        }

        Instant payUntil() {
            try {
                return Instant.parse(about);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("not an opening", e);
            }
        }

        String order() {
            return checked(about);
        }

        /** The amount of a capture. */
        Money amount() {
            return RazorpayAmounts.read(JsonDocument.parse(bytes()));
        }

        /** Our name: the attempt of an opening, the refund of a refund. */
        String receipt() {
            return JsonDocument.parse(bytes()).requiredText("receipt");
        }
    }

    GatewayRequest openCheckout(CheckoutIntent intent) {
        var amount = RazorpayAmounts.toRazorpay(intent.amount());
        var currency = intent.amount().currencyCode();
        var mark = intent.attempt().toString();
        var order = JsonText.object()
                .add("amount", amount)
                .add("currency", currency)
                .add("receipt", mark);
        if (settings.uniqueReceipts()) {
            order.add("unique_receipt", true);
        }
        var notes = JsonText.object().add(ORDER_NOTE, intent.order().toString()).add(ATTEMPT_NOTE, mark);
        var page = Form.empty()
                .with("amount", Long.toString(amount))
                .with("currency", currency)
                .with("name", settings.merchantName())
                .with("notes[" + ORDER_NOTE + "]", intent.order().toString())
                .with("notes[" + ATTEMPT_NOTE + "]", mark);
        if (intent.capture() == CaptureMode.MANUAL) {
            notes.add(CAPTURE_NOTE, MANUAL);
            page = page.with("notes[" + CAPTURE_NOTE + "]", MANUAL);
        }
        page = page.with("callback_url", intent.returnUrl().toString())
                .with("cancel_url", intent.cancelUrl().toString());
        order.add("notes", notes).add("payment", collecting(intent.capture()));
        return new Content(intent.payUntil().toString(), order.build().toString(), page)
                .under(Operation.OPEN_CHECKOUT, intent.idempotencyKey());
    }

    /**
     * Collected by Razorpay: what is authorized while we show the page; what comes later goes back at once, for its
     * customer has been told that nothing was paid. By us: it is held for us as long as the settings say.
     */
    private JsonObjectBuilder collecting(CaptureMode capture) {
        var manual = capture == CaptureMode.MANUAL;
        var options = JsonText.object();
        if (!manual) {
            options.add("automatic_expiry_period", minutes(settings.patience().payFor()));
        }
        options.add(
                        "manual_expiry_period",
                        minutes(
                                manual
                                        ? settings.holdFor()
                                        : settings.patience().payFor()))
                .add("refund_speed", "normal");
        return JsonText.object().add("capture", manual ? MANUAL : "automatic").add("capture_options", options);
    }

    /** @throws IllegalArgumentException for a part: Razorpay captures exactly what was authorized */
    GatewayRequest capture(Target target, Money amount, String idempotencyKey) {
        if (!amount.equals(target.amount())) {
            throw new IllegalArgumentException("Razorpay captures all that was authorized");
        }
        var body = JsonText.object()
                .add("amount", RazorpayAmounts.toRazorpay(amount))
                .add("currency", amount.currencyCode());
        return new Content(order(target), body.build().toString(), Form.empty())
                .under(Operation.CAPTURE, idempotencyKey);
    }

    GatewayRequest refund(Target target, RefundIntent intent, String idempotencyKey) {
        var body = JsonText.object()
                .add("amount", RazorpayAmounts.toRazorpay(intent.amount()))
                .add("speed", "normal")
                .add(
                        "notes",
                        JsonText.object().add(ATTEMPT_NOTE, target.attempt().toString()))
                .add("receipt", intent.reference());
        return new Content(order(target), body.build().toString(), Form.empty())
                .under(Operation.REFUND, idempotencyKey);
    }

    static String orders() {
        return ORDERS;
    }

    static String order(String id) {
        return ORDERS + "/" + checked(id);
    }

    static String orderOf(AttemptId attempt) {
        return ORDERS + "?receipt=" + attempt;
    }

    static String paymentsOf(String order) {
        return order(order) + "/payments";
    }

    static String capture(String payment) {
        return PAYMENTS + checked(payment) + "/capture";
    }

    static String refund(String payment) {
        return PAYMENTS + checked(payment) + "/refund";
    }

    static String refundsOf(String payment) {
        return PAYMENTS + checked(payment) + "/refunds?count=100";
    }

    private static long minutes(Duration time) {
        return time.toMinutes();
    }

    private static String order(Target target) {
        return checked(target.ref(ORDER)
                .orElseThrow(() -> new IllegalStateException(target.attempt() + " has no order that we know of")));
    }

    /** Into a path goes nothing but letters, digits and underscores. */
    static String checked(String id) {
        if (!id.matches("[A-Za-z0-9_]{1,60}")) {
            throw new IllegalArgumentException("not an id of Razorpay's");
        }
        return id;
    }
}

package io.mizan.gateways.stripe;

import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.CheckoutIntent;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.Operation;
import io.mizan.gateway.Refunding.RefundIntent;
import io.mizan.gateway.Target;
import io.mizan.gateways.http.Words;
import io.mizan.gateways.stripe.wire.Metadata;
import io.mizan.money.Money;
import java.util.List;
import java.util.Optional;

/**
 * Writes what we ask of Stripe: equal intents give equal bytes. Holds no secret and no personal data, for it is stored.
 */
final class StripeRequests {
    static final String SESSION = "checkout_session";
    static final String INTENT = "payment_intent";
    static final String CHARGE = "charge";
    static final String REFUND = "refund";
    /** So many refunds Stripe shows within a charge; of more it shows the latest. */
    static final int REFUNDS_WITHIN_A_CHARGE = 10;

    private static final String SESSIONS = "/v1/checkout/sessions";
    private static final String INTENTS = "/v1/payment_intents";
    private static final String REFUNDS = "/v1/refunds";
    private static final int MOST_LINES = 100;
    private static final int LONGEST_NAME = 250;

    private StripeRequests() {}

    /**
     * The exact path and form of a request, as {@link GatewayRequest#content()} keeps it: the path, a line feed, the
     * form.
     */
    record Content(String path, String form) {
        static Content of(GatewayRequest request) {
            int lineFeed = request.content().indexOf('\n');
            if (lineFeed < 0 || !request.content().startsWith("/v1/")) {
                throw new IllegalArgumentException("not a request of the Stripe adapter");
            }
            return new Content(
                    request.content().substring(0, lineFeed), request.content().substring(lineFeed + 1));
        }

        GatewayRequest under(Operation operation, String idempotencyKey) {
            return new GatewayRequest(operation, idempotencyKey, path + '\n' + form);
        }
    }

    /** @throws IllegalArgumentException if Stripe cannot take the amount, or the lines do not sum to it */
    static GatewayRequest openCheckout(CheckoutIntent intent) {
        requireWhole(intent);
        var form = new FormBody()
                .add("mode", "payment")
                .add("client_reference_id", intent.order().toString())
                .add("success_url", intent.returnUrl().toString())
                .add("cancel_url", intent.cancelUrl().toString())
                .add("expires_at", intent.payUntil().getEpochSecond())
                .add("locale", locale(intent.locale()));
        mark(form, "metadata", intent);
        var lines = itemised(intent).orElseGet(() -> List.of(totalOf(intent)));
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var item = "line_items[" + i + "]";
            form.add(
                            item + "[price_data][currency]",
                            StripeAmounts.codeAtStripe(line.unit().currency()))
                    .add(item + "[price_data][product_data][name]", Words.labelling(line.description(), LONGEST_NAME))
                    .add(item + "[price_data][unit_amount]", StripeAmounts.toStripe(line.unit()))
                    .add(item + "[quantity]", line.quantity());
        }
        form.add(
                "payment_intent_data[capture_method]", intent.capture() == CaptureMode.MANUAL ? "manual" : "automatic");
        mark(form, "payment_intent_data[metadata]", intent);
        return new Content(SESSIONS, form.toString()).under(Operation.OPEN_CHECKOUT, intent.idempotencyKey());
    }

    static GatewayRequest close(Target target, String idempotencyKey) {
        return new Content(SESSIONS + "/" + required(target, SESSION) + "/expire", "")
                .under(Operation.CLOSE, idempotencyKey);
    }

    static GatewayRequest capture(Target target, Money amount, String idempotencyKey) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("only a positive amount can be captured");
        }
        var form = new FormBody().add("amount_to_capture", StripeAmounts.toStripe(amount));
        return new Content(INTENTS + "/" + required(target, INTENT) + "/capture", form.toString())
                .under(Operation.CAPTURE, idempotencyKey);
    }

    static GatewayRequest voidAuthorization(Target target, String idempotencyKey) {
        var form = new FormBody().add("cancellation_reason", "requested_by_customer");
        return new Content(INTENTS + "/" + required(target, INTENT) + "/cancel", form.toString())
                .under(Operation.VOID, idempotencyKey);
    }

    /** @throws IllegalArgumentException if Stripe's unit of the currency cannot say the amount */
    static GatewayRequest refund(Target target, RefundIntent intent, String idempotencyKey) {
        var form = new FormBody()
                .add("payment_intent", required(target, INTENT))
                .add("amount", StripeAmounts.toStripe(intent.amount()))
                .add("reason", "requested_by_customer")
                .add("metadata[" + Metadata.ATTEMPT + "]", target.attempt().toString())
                .add("metadata[" + Metadata.REFUND + "]", intent.reference());
        return new Content(REFUNDS, form.toString()).under(Operation.REFUND, idempotencyKey);
    }

    /** How a session stands, with its payment, the latest try and what was given back of it in place of their ids. */
    static String retrieveSession(String id) {
        return SESSIONS + "/" + checked(id)
                + "?expand%5B0%5D=payment_intent&expand%5B1%5D=payment_intent.latest_charge"
                + "&expand%5B2%5D=payment_intent.latest_charge.refunds";
    }

    static String retrieveIntent(String id) {
        return INTENTS + "/" + checked(id) + "?expand%5B0%5D=latest_charge&expand%5B1%5D=latest_charge.refunds";
    }

    /** The latest hundred, as many as Stripe shows at once. */
    static String listRefunds(String intent) {
        return REFUNDS + "?payment_intent=" + checked(intent) + "&limit=100";
    }

    /** The session that a request to close one is about. */
    static String sessionToClose(Content content) {
        var path = content.path();
        if (!path.startsWith(SESSIONS + "/") || !path.endsWith("/expire")) {
            throw new IllegalArgumentException("not a request to close a session");
        }
        return path.substring(SESSIONS.length() + 1, path.length() - "/expire".length());
    }

    private static void mark(FormBody form, String map, CheckoutIntent intent) {
        form.add(map + "[" + Metadata.ORDER + "]", intent.order().toString())
                .add(map + "[" + Metadata.ATTEMPT + "]", intent.attempt().toString())
                .add(map + "[" + Metadata.CAPTURE + "]", intent.capture().code());
    }

    private static void requireWhole(CheckoutIntent intent) {
        StripeAmounts.objectionTo(intent.amount()).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        var sum = intent.lines().stream()
                .map(line -> line.unit().times(line.quantity()))
                .reduce(Money.zero(intent.amount().currency()), Money::plus);
        if (!sum.equals(intent.amount())) {
            throw new IllegalArgumentException("the lines of a checkout sum to its amount");
        }
    }

    /**
     * The lines, if the page can show each: Stripe takes no negative prices (a discount is one), none that its unit
     * cannot say, and not more than a hundred.
     */
    private static Optional<List<CheckoutIntent.Line>> itemised(CheckoutIntent intent) {
        var lines = intent.lines();
        return lines.isEmpty() || lines.size() > MOST_LINES || lines.stream().anyMatch(line -> !canBeShown(line))
                ? Optional.empty()
                : Optional.of(lines);
    }

    private static boolean canBeShown(CheckoutIntent.Line line) {
        if (line.unit().amountMinor() < 0 || line.quantity() < 1) {
            return false;
        }
        try {
            StripeAmounts.toStripe(line.unit());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static CheckoutIntent.Line totalOf(CheckoutIntent intent) {
        return new CheckoutIntent.Line(intent.order().toString(), intent.amount(), 1);
    }

    /** Stripe's page speaks no Arabic yet; for languages it does not speak it goes by the browser's. */
    private static String locale(String ours) {
        return ours.equals("en") ? "en" : "auto";
    }

    private static String required(Target target, String kind) {
        return checked(target.requireRef(kind));
    }

    private static String checked(String id) {
        if (!id.matches("[A-Za-z0-9_]{1,120}")) {
            throw new IllegalArgumentException("not an id of Stripe's");
        }
        return id;
    }
}

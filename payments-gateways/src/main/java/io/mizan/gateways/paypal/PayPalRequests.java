package io.mizan.gateways.paypal;

import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.CheckoutIntent;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.Operation;
import io.mizan.gateway.Refunding.RefundIntent;
import io.mizan.gateway.Target;
import io.mizan.gateways.http.StoredCall;
import io.mizan.gateways.http.Words;
import io.mizan.gateways.json.JsonText;
import io.mizan.money.Money;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

/**
 * Writes what we ask of PayPal: equal intents give equal bytes. Holds no secret and no personal data, for it is stored.
 *
 * <p>The attempt is {@code custom_id}, by which every message leads back to it, and {@code invoice_id}, which PayPal
 * takes once for ever from one merchant: the second guard after the idempotency key, which it keeps for six hours.
 */
final class PayPalRequests {
    static final String ORDER = "order";
    static final String AUTHORIZATION = "authorization";
    static final String CAPTURE = "capture";
    static final String REFUND = "refund";

    private static final String ORDERS = "/v2/checkout/orders";
    /** Kept with a closing of an order of which we know that it was completed. */
    static final String COMPLETED = "completed";

    private static final String AUTHORIZATIONS = "/v2/payments/authorizations";
    private static final String CAPTURES = "/v2/payments/captures";
    private static final int MOST_ITEMS = 100;
    private static final int LONGEST_NAME = 127;

    private PayPalRequests() {}

    /** The path and body of a request that this adapter stored. */
    static StoredCall stored(GatewayRequest request) {
        return StoredCall.of(request, "/v2/");
    }

    /** The id that the path names, behind {@code /v2/<collection>/<collection>/}. */
    static String idIn(StoredCall call) {
        return call.path().split("/", -1)[4];
    }

    /**
     * @param arabic the locale that the page calls Arabic
     * @throws IllegalArgumentException if PayPal cannot take the amount, or the lines do not sum to it
     */
    static GatewayRequest openCheckout(CheckoutIntent intent, String arabic) {
        requireWhole(intent);
        var unit = JsonText.object()
                .add("reference_id", intent.order().toString())
                .add("custom_id", intent.attempt().toString())
                .add("invoice_id", intent.attempt().toString());
        var amount = amount(intent.amount());
        if (isItemised(intent)) {
            amount.add("breakdown", JsonText.object().add("item_total", amount(intent.amount())));
            unit.add("amount", amount).add("items", items(intent));
        } else {
            unit.add("amount", amount);
        }
        var page = JsonText.object()
                .add("return_url", intent.returnUrl().toString())
                .add("cancel_url", intent.cancelUrl().toString())
                .add("locale", intent.locale().equals("ar") ? arabic : "en-US")
                .add("shipping_preference", "NO_SHIPPING")
                .add("user_action", "PAY_NOW");
        var body = JsonText.object()
                .add("intent", intent.capture() == CaptureMode.MANUAL ? "AUTHORIZE" : "CAPTURE")
                .add("purchase_units", JsonText.array().add(unit))
                .add(
                        "payment_source",
                        JsonText.object().add("paypal", JsonText.object().add("experience_context", page)));
        return new StoredCall(ORDERS, body.build().toString()).under(Operation.OPEN_CHECKOUT, intent.idempotencyKey());
    }

    /** What the payer approved is taken, or held, in full: PayPal knows the amount from the order. */
    static GatewayRequest complete(Target target, String idempotencyKey) {
        return new StoredCall(
                        retrieveOrder(required(target, ORDER))
                                + (target.capture() == CaptureMode.MANUAL ? "/authorize" : "/capture"),
                        "{}")
                .under(Operation.COMPLETE, idempotencyKey);
    }

    /** Nothing is asked but a look: an order that nobody completes takes no money (see {@link PayPalGateway}). */
    static GatewayRequest close(Target target, String idempotencyKey) {
        return new StoredCall(retrieveOrder(required(target, ORDER)), hasMoved(target) ? COMPLETED : "")
                .under(Operation.CLOSE, idempotencyKey);
    }

    /** Whether an authorization or a capture of the order is known, though it may only be pending. */
    static boolean hasMoved(Target target) {
        return target.ref(AUTHORIZATION).or(() -> target.ref(CAPTURE)).isPresent();
    }

    /** {@code final_capture}: the rest of the authorization is released. */
    static GatewayRequest capture(Target target, Money amount, String idempotencyKey) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("only a positive amount can be captured");
        }
        var body = JsonText.object().add("amount", amount(amount)).add("final_capture", true);
        return new StoredCall(
                        retrieveAuthorization(required(target, AUTHORIZATION)) + "/capture",
                        body.build().toString())
                .under(Operation.CAPTURE, idempotencyKey);
    }

    static GatewayRequest voidAuthorization(Target target, String idempotencyKey) {
        return new StoredCall(retrieveAuthorization(required(target, AUTHORIZATION)) + "/void", "")
                .under(Operation.VOID, idempotencyKey);
    }

    static GatewayRequest refund(Target target, RefundIntent intent, String idempotencyKey) {
        var body = JsonText.object()
                .add("amount", amount(intent.amount()))
                .add("custom_id", intent.reference())
                .add("invoice_id", intent.reference());
        return new StoredCall(
                        CAPTURES + "/" + required(target, CAPTURE) + "/refund",
                        body.build().toString())
                .under(Operation.REFUND, idempotencyKey);
    }

    static String retrieveOrder(String id) {
        return ORDERS + "/" + checked(id);
    }

    static String retrieveAuthorization(String id) {
        return AUTHORIZATIONS + "/" + checked(id);
    }

    private static JsonObjectBuilder amount(Money amount) {
        return JsonText.object()
                .add("currency_code", amount.currencyCode())
                .add("value", PayPalAmounts.toPayPal(amount));
    }

    private static void requireWhole(CheckoutIntent intent) {
        PayPalAmounts.objectionTo(intent.amount()).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        var sum = intent.lines().stream()
                .map(line -> line.unit().times(line.quantity()))
                .reduce(Money.zero(intent.amount().currency()), Money::plus);
        if (!sum.equals(intent.amount())) {
            throw new IllegalArgumentException("the lines of a checkout sum to its amount");
        }
    }

    /** PayPal refuses an order whose items do not sum to it, and takes no negative prices (a discount is one). */
    private static boolean isItemised(CheckoutIntent intent) {
        return !intent.lines().isEmpty()
                && intent.lines().size() <= MOST_ITEMS
                && intent.lines().stream()
                        .allMatch(line -> line.quantity() > 0
                                && PayPalAmounts.objectionTo(line.unit()).isEmpty());
    }

    private static JsonArrayBuilder items(CheckoutIntent intent) {
        var items = JsonText.array();
        intent.lines()
                .forEach(line -> items.add(JsonText.object()
                        .add("name", Words.labelling(line.description(), LONGEST_NAME))
                        .add("unit_amount", amount(line.unit()))
                        .add("quantity", Integer.toString(line.quantity()))));
        return items;
    }

    private static String required(Target target, String kind) {
        return checked(target.requireRef(kind));
    }

    /** Into a path goes nothing but letters, digits, dashes and underscores. */
    private static String checked(String id) {
        if (!id.matches("[A-Za-z0-9_-]{1,60}")) {
            throw new IllegalArgumentException("not an id of PayPal's");
        }
        return id;
    }
}

package io.mizan.gateways.square;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateway.CheckoutIntent;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.Operation;
import io.mizan.gateway.Refunding.RefundIntent;
import io.mizan.gateway.Target;
import io.mizan.gateways.http.Words;
import io.mizan.gateways.json.JsonDocument;
import io.mizan.gateways.json.JsonText;
import io.mizan.gateways.square.wire.Ids;
import io.mizan.money.Money;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/**
 * Writes what we ask of Square: equal intents give equal bytes. Holds no secret and no personal data, for it is stored.
 */
final class SquareRequests {
    static final String LINK = "payment_link";
    static final String ORDER = "order";
    /** By which the merchant's order is found at Square, beside the attempt. */
    private static final String ORDER_MARK = "mizan_order";

    static final String PAYMENT = "payment";
    static final String REFUND = "refund";

    private static final String LINKS = "/v2/online-checkout/payment-links";
    private static final int MOST_LINES = 100;
    private static final int LONGEST_NAME = 255;
    /** Square's limit for payments and refunds; that for links is 192. */
    private static final int LONGEST_REFUND_KEY = 45;

    private SquareRequests() {}

    /**
     * The exact request, as {@link GatewayRequest#content()} keeps it: method, path and order, a line feed, the body.
     *
     * @param order what to look at if the answer says too little; empty if there is none yet
     */
    record Content(String method, String path, String order, String body) {
        static Content of(GatewayRequest request) {
            var lines = request.content().split("\n", 2);
            var words = lines[0].split(" ", 3);
            if (lines.length != 2 || words.length != 3 || !words[1].startsWith("/v2/")) {
                throw new IllegalArgumentException("not a request of the Square adapter");
            }
            return new Content(words[0], words[1], words[2], lines[1]);
        }

        /** What the order was to sum to, of a request that opened one. */
        long askedAmount() {
            return JsonDocument.parse(body.getBytes(UTF_8)).requiredObject("order").objects("line_items").stream()
                    .mapToLong(line -> Math.multiplyExact(
                            Long.parseLong(line.requiredText("quantity")),
                            line.requiredObject("base_price_money").requiredNumber("amount")))
                    .sum();
        }

        private GatewayRequest under(Operation operation, String key) {
            return new GatewayRequest(operation, key, method + ' ' + path + ' ' + order + '\n' + body);
        }
    }

    /** @throws IllegalArgumentException if the lines do not sum to the amount */
    static GatewayRequest openCheckout(CheckoutIntent intent, String location) {
        requireWhole(intent);
        var mark = intent.attempt().toString();
        var lines = JsonText.array();
        itemised(intent).forEach(line -> lines.add(line(line)));
        var order = JsonText.object()
                .add("location_id", location)
                .add("reference_id", mark)
                .add(
                        "metadata",
                        JsonText.object().add(ORDER_MARK, intent.order().toString()))
                .add("line_items", lines);
        var body = JsonText.object()
                .add("idempotency_key", intent.idempotencyKey())
                .add("order", order)
                .add(
                        "checkout_options",
                        JsonText.object()
                                .add("redirect_url", intent.returnUrl().toString())
                                .add("ask_for_shipping_address", false))
                .add("payment_note", mark);
        return new Content("POST", LINKS, "", body.build().toString())
                .under(Operation.OPEN_CHECKOUT, intent.idempotencyKey());
    }

    static GatewayRequest close(Target target, String idempotencyKey) {
        return new Content("DELETE", LINKS + "/" + required(target, LINK), required(target, ORDER), "")
                .under(Operation.CLOSE, idempotencyKey);
    }

    static GatewayRequest refund(Target target, RefundIntent intent, String idempotencyKey) {
        if (idempotencyKey.length() > LONGEST_REFUND_KEY) {
            throw new IllegalArgumentException("Square takes refund keys of at most 45 characters");
        }
        var body = JsonText.object()
                .add("idempotency_key", idempotencyKey)
                .add("payment_id", required(target, PAYMENT))
                .add("amount_money", money(intent.amount()))
                .add("reason", intent.reference());
        return new Content("POST", "/v2/refunds", "", body.build().toString()).under(Operation.REFUND, idempotencyKey);
    }

    static String retrieveLink(String id) {
        return LINKS + "/" + checked(id);
    }

    static String retrieveOrder(String id) {
        return "/v2/orders/" + checked(id);
    }

    static String retrievePayment(String id) {
        return "/v2/payments/" + checked(id);
    }

    static String retrieveRefund(String id) {
        return "/v2/refunds/" + checked(id);
    }

    private static JsonObjectBuilder line(CheckoutIntent.Line line) {
        return JsonText.object()
                .add("name", Words.labelling(line.description(), LONGEST_NAME))
                .add("quantity", Integer.toString(line.quantity()))
                .add("base_price_money", money(line.unit()));
    }

    private static JsonObjectBuilder money(Money amount) {
        return JsonText.object().add("amount", amount.amountMinor()).add("currency", amount.currencyCode());
    }

    private static void requireWhole(CheckoutIntent intent) {
        var sum = intent.lines().stream()
                .map(line -> line.unit().times(line.quantity()))
                .reduce(Money.zero(intent.amount().currency()), Money::plus);
        if (!sum.equals(intent.amount())) {
            throw new IllegalArgumentException("the lines of a checkout sum to its amount");
        }
    }

    /** The lines, if Square can show each (it takes no negative prices, and a discount is one); else one for them all. */
    private static List<CheckoutIntent.Line> itemised(CheckoutIntent intent) {
        var lines = intent.lines();
        return lines.isEmpty()
                        || lines.size() > MOST_LINES
                        || lines.stream().anyMatch(line -> line.unit().amountMinor() < 0 || line.quantity() < 1)
                ? List.of(new CheckoutIntent.Line(intent.order().toString(), intent.amount(), 1))
                : lines;
    }

    private static String required(Target target, String kind) {
        return checked(target.requireRef(kind));
    }

    private static String checked(String id) {
        if (!Ids.isOne(id)) {
            throw new IllegalArgumentException("not an id of Square's");
        }
        return id;
    }
}

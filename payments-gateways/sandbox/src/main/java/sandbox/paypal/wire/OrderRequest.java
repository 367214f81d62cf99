package sandbox.paypal.wire;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sandbox.paypal.order.Order;
import sandbox.paypal.order.OrderCourse;
import sandbox.paypal.order.OrderStatus;
import sandbox.paypal.order.PayPalRefused;
import sandbox.paypal.order.Sum;

/** The order that a merchant asks for. */
public final class OrderRequest {
    private static final Set<String> CURRENCIES = Set.of(
            "AUD", "BRL", "CAD", "CNY", "CZK", "DKK", "EUR", "HKD", "HUF", "ILS", "JPY", "MYR", "MXN", "TWD", "NZD",
            "NOK", "PHP", "PLN", "GBP", "SGD", "SEK", "CHF", "THB", "USD");

    private final JsonObject body;
    private final JsonObject unit;

    public OrderRequest(JsonObject body) {
        this.body = body;
        this.unit = body.get("purchase_units") instanceof JsonArray units
                        && units.size() == 1
                        && units.get(0) instanceof JsonObject only
                ? only
                : Json.object().build();
    }

    public Optional<String> referenceId() {
        return Json.text(unit, "reference_id");
    }

    public Optional<String> customId() {
        return Json.text(unit, "custom_id");
    }

    public Optional<String> invoiceId() {
        return Json.text(unit, "invoice_id");
    }

    public boolean hasPaymentSource() {
        return body.containsKey("payment_source");
    }

    /** @throws PayPalRefused if PayPal would not take it */
    public Order order(String id, Instant now) {
        var authorizes =
                switch (Json.text(body, "intent").orElse("")) {
                    case "CAPTURE" -> false;
                    case "AUTHORIZE" -> true;
                    default -> throw PayPalRefused.invalid("INVALID_PARAMETER_VALUE");
                };
        if (unit.isEmpty()) {
            throw PayPalRefused.invalid("MISSING_REQUIRED_PARAMETER");
        }
        limit(referenceId(), 256);
        limit(customId(), 127);
        limit(invoiceId(), 127);
        var amount = amount(Json.child(unit, "amount"));
        var items = items();
        if (!items.isEmpty()) {
            requireTotal(amount, items);
        }
        var page = Json.child(Json.child(Json.child(body, "payment_source"), "paypal"), "experience_context");
        return new Order(
                id,
                authorizes,
                hasPaymentSource() ? OrderStatus.PAYER_ACTION_REQUIRED : OrderStatus.CREATED,
                referenceId(),
                customId(),
                invoiceId(),
                amount,
                items,
                Json.text(page, "return_url"),
                Json.text(page, "cancel_url"),
                Json.text(page, "locale"),
                hasPaymentSource(),
                now,
                now,
                now.plus(OrderCourse.ORDER_LIFE),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** @throws PayPalRefused if PayPal would not take it */
    public static Sum amount(JsonObject amount) {
        var currency = Json.text(amount, "currency_code").orElse("");
        if (!CURRENCIES.contains(currency)) {
            throw PayPalRefused.unprocessable("INVALID_CURRENCY_CODE");
        }
        return Sum.asked(Json.text(amount, "value").orElse(""), currency);
    }

    private List<Order.Item> items() {
        var items = new ArrayList<Order.Item>();
        if (unit.get("items") instanceof JsonArray lines) {
            for (var line : lines.getValuesAs(JsonObject.class)) {
                limit(Json.text(line, "name"), 127);
                var quantity = Json.text(line, "quantity").orElse("");
                if (!quantity.matches("[1-9][0-9]{0,8}")) {
                    throw PayPalRefused.invalid("INVALID_PARAMETER_VALUE");
                }
                items.add(new Order.Item(
                        Json.text(line, "name").orElseThrow(() -> PayPalRefused.invalid("MISSING_REQUIRED_PARAMETER")),
                        Integer.parseInt(quantity),
                        amount(Json.child(line, "unit_amount"))));
            }
        }
        return items;
    }

    private void requireTotal(Sum amount, List<Order.Item> items) {
        var breakdown = Json.child(Json.child(unit, "amount"), "breakdown");
        if (!breakdown.containsKey("item_total")) {
            throw PayPalRefused.unprocessable("ITEM_TOTAL_REQUIRED");
        }
        var total = amount(Json.child(breakdown, "item_total")).minor();
        var sum = items.stream()
                .mapToLong(item -> item.unit().minor() * item.quantity())
                .sum();
        if (total != sum) {
            throw PayPalRefused.unprocessable("ITEM_TOTAL_MISMATCH");
        }
        if (total != amount.minor()) {
            throw PayPalRefused.unprocessable("AMOUNT_MISMATCH");
        }
    }

    private static void limit(Optional<String> text, int longest) {
        if (text.filter(it -> it.length() > longest).isPresent()) {
            throw PayPalRefused.invalid("INVALID_STRING_LENGTH");
        }
    }
}

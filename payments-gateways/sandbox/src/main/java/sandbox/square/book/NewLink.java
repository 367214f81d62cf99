package sandbox.square.book;

import static sandbox.square.book.SquareJson.object;
import static sandbox.square.book.SquareJson.required;
import static sandbox.square.book.SquareJson.requiredNumber;
import static sandbox.square.book.SquareJson.requiredObject;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import sandbox.square.SquareAccount;

/**
 * A link that somebody asks for, checked as Square checks it.
 *
 * @param metadata what the merchant attached to the order
 * @param lines of the order; of a quick payment, one
 */
public record NewLink(
        Optional<String> reference,
        Map<String, String> metadata,
        JsonArray lines,
        long total,
        Optional<String> redirectUrl,
        Optional<String> note) {
    /** @throws SquareError if Square would not take it */
    public static NewLink read(JsonObject body, SquareAccount account) {
        var lines = body.containsKey("quick_pay")
                ? ofQuickPay(requiredObject(body, "quick_pay"), account)
                : ofOrder(requiredObject(body, "order"), account);
        if (lines.isEmpty()) {
            throw SquareError.invalid("MISSING_REQUIRED_PARAMETER", "Missing: line_items");
        }
        var total = lines.getValuesAs(JsonObject.class).stream()
                .mapToLong(line -> total(line, account))
                .sum();
        if (total < 1) {
            throw SquareError.invalid("INVALID_VALUE", "The order sums to nothing.");
        }
        var reference = Optional.ofNullable(body.getJsonObject("order"))
                .filter(order -> order.containsKey("reference_id"))
                .map(order -> required(order, "reference_id", 40));
        return new NewLink(reference, metadata(body), lines, total, option(body, "redirect_url"), note(body));
    }

    private static Map<String, String> metadata(JsonObject body) {
        var metadata = SquareJson.metadata(
                Optional.ofNullable(body.getJsonObject("order")).orElse(JsonObject.EMPTY_JSON_OBJECT));
        boolean fits = metadata.entrySet().stream()
                .allMatch(entry -> entry.getKey().matches("[A-Za-z0-9_-]{1,60}")
                        && entry.getValue().length() <= 255);
        if (metadata.size() > 10 || !fits) {
            throw SquareError.invalid("INVALID_VALUE", "Metadata are at most ten short entries.");
        }
        return metadata;
    }

    private static JsonArray ofOrder(JsonObject order, SquareAccount account) {
        requireLocation(order, account);
        if (order.get("line_items") instanceof JsonArray lines) {
            return lines;
        }
        throw SquareError.invalid("MISSING_REQUIRED_PARAMETER", "Missing: line_items");
    }

    private static JsonArray ofQuickPay(JsonObject quick, SquareAccount account) {
        requireLocation(quick, account);
        return SquareJson.array()
                .add(object().add("name", required(quick, "name", 255))
                        .add("quantity", "1")
                        .add("base_price_money", requiredObject(quick, "price_money")))
                .build();
    }

    private static void requireLocation(JsonObject wanted, SquareAccount account) {
        if (!required(wanted, "location_id", 50).equals(account.location())) {
            throw SquareError.invalid("NOT_FOUND", "There is no such location.");
        }
    }

    private static long total(JsonObject line, SquareAccount account) {
        required(line, "name", 512);
        var price = requiredObject(line, "base_price_money");
        if (!required(price, "currency", 3).equals(account.currency())) {
            throw SquareError.invalid("CURRENCY_MISMATCH", "The location sells in " + account.currency() + ".");
        }
        var amount = requiredNumber(price, "amount");
        var quantity = required(line, "quantity", 12);
        if (amount < 0 || !quantity.matches("[1-9]\\d{0,8}")) {
            throw SquareError.invalid("INVALID_VALUE", "A line has a quantity from 1 and a price from 0.");
        }
        return Math.multiplyExact(amount, Long.parseLong(quantity));
    }

    private static Optional<String> option(JsonObject body, String name) {
        return Optional.ofNullable(body.getJsonObject("checkout_options"))
                .filter(options -> options.containsKey(name))
                .map(options -> required(options, name, 2048));
    }

    private static Optional<String> note(JsonObject body) {
        return body.containsKey("payment_note") ? Optional.of(required(body, "payment_note", 500)) : Optional.empty();
    }
}

package sandbox.razorpay.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sandbox.razorpay.RazorpayAccount;

/** Writes what Razorpay answers and tells. Times are seconds since the epoch; empty notes are an array. */
@ApplicationScoped
public class RazorpayJson {
    /** Kept, because each look-up of it reads through every library of the application. */
    private static final JsonProvider JSON = JsonProvider.provider();

    @Inject
    RazorpayAccount account;

    public static JsonObject order(Order order) {
        var json = JSON.createObjectBuilder()
                .add("id", order.id())
                .add("entity", "order")
                .add("amount", order.amount())
                .add("amount_paid", order.isPaid() ? order.amount() : 0)
                .add("amount_due", order.isPaid() ? 0 : order.amount())
                .add("currency", order.currency());
        put(json, "receipt", order.receipt());
        return json.addNull("offer_id")
                .add("status", order.status())
                .add("attempts", order.payments().size())
                .add("notes", notes(order.notes()))
                .add("created_at", order.createdAt().getEpochSecond())
                .build();
    }

    public static JsonObject payment(Order order, Payment payment) {
        var json = JSON.createObjectBuilder()
                .add("id", payment.id())
                .add("entity", "payment")
                .add("amount", payment.amount())
                .add("currency", payment.currency())
                .add("status", payment.status())
                .add("order_id", order.id())
                .addNull("invoice_id")
                .add("international", false)
                .add("method", payment.method())
                .add("amount_refunded", payment.refunded());
        put(json, "refund_status", refundStatus(payment));
        json.add("captured", payment.captured())
                .add("email", "buyer@example.test")
                .add("contact", "+919000000001")
                .add("notes", notes(payment.notes()));
        if (payment.captured()) {
            json.add("fee", payment.amount() / 50).add("tax", payment.amount() / 333);
        } else {
            json.addNull("fee").addNull("tax");
        }
        put(json, "error_code", payment.reason().map(RazorpayJson::code));
        put(json, "error_description", payment.reason().map(reason -> "A simulated failure: " + reason));
        put(json, "error_source", payment.reason().map(reason -> "customer"));
        put(json, "error_step", payment.reason().map(reason -> "payment_authorization"));
        put(json, "error_reason", payment.reason());
        return json.add("acquirer_data", JsonValue.EMPTY_JSON_ARRAY)
                .add("created_at", payment.createdAt().getEpochSecond())
                .build();
    }

    public static JsonObject refund(Payment payment, Payment.Refund refund) {
        var json = JSON.createObjectBuilder()
                .add("id", refund.id())
                .add("entity", "refund")
                .add("amount", refund.amount())
                .add("currency", payment.currency())
                .add("payment_id", payment.id())
                .add("notes", notes(refund.notes()));
        put(json, "receipt", refund.receipt());
        return json.add("acquirer_data", JSON.createObjectBuilder().addNull("arn"))
                .add("created_at", refund.createdAt().getEpochSecond())
                .addNull("batch_id")
                .add("status", refund.status())
                .add("speed_processed", "normal")
                .add("speed_requested", "normal")
                .build();
    }

    /** Newest first, as Razorpay lists. */
    public static String list(List<JsonObject> oldestFirst) {
        var items = JSON.createArrayBuilder();
        for (int i = oldestFirst.size() - 1; i >= 0; i--) {
            items.add(oldestFirst.get(i));
        }
        return JSON.createObjectBuilder()
                .add("entity", "collection")
                .add("count", oldestFirst.size())
                .add("items", items)
                .build()
                .toString();
    }

    public static String error(String code, String description, String reason) {
        var error = JSON.createObjectBuilder()
                .add("code", code)
                .add("description", description)
                .addNull("field")
                .add("source", "business")
                .add("step", "payment_initiation");
        put(error, "reason", Optional.of(reason).filter(it -> !it.isEmpty()));
        return JSON.createObjectBuilder()
                .add("error", error.add("metadata", JSON.createObjectBuilder()))
                .build()
                .toString();
    }

    String event(OrderCourse.Happening happening, Instant now) {
        var contains = JSON.createArrayBuilder();
        var payload = JSON.createObjectBuilder();
        happening.refund().ifPresent(refund -> {
            contains.add("refund");
            payload.add("refund", entity(refund(happening.payment(), refund)));
        });
        contains.add("payment");
        payload.add("payment", entity(payment(happening.order(), happening.payment())));
        if (happening.type().equals("order.paid")) {
            contains.add("order");
            payload.add("order", entity(order(happening.order())));
        }
        return JSON.createObjectBuilder()
                .add("entity", "event")
                .add("account_id", account.id())
                .add("event", happening.type())
                .add("contains", contains)
                .add("payload", payload)
                .add("created_at", now.getEpochSecond())
                .build()
                .toString();
    }

    /** Some reasons are not the customer's. */
    public static String code(String reason) {
        return reason.startsWith("gateway") || reason.equals("authentication_failed") || reason.startsWith("bank_")
                ? "GATEWAY_ERROR"
                : "BAD_REQUEST_ERROR";
    }

    /** Empty if it is no JSON object. */
    public static Optional<JsonObject> parse(String text) {
        try (var reader = JSON.createReader(new StringReader(text))) {
            return Optional.of(reader.readObject());
        } catch (JsonException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    public static Optional<String> text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    public static Map<String, String> notes(JsonObject object) {
        var notes = new LinkedHashMap<String, String>();
        if (object.get("notes") instanceof JsonObject given) {
            given.keySet().forEach(name -> text(given, name).ifPresent(value -> notes.put(name, value)));
        }
        return notes;
    }

    private static Optional<String> refundStatus(Payment payment) {
        return payment.refunded() == 0
                ? Optional.empty()
                : Optional.of(payment.refunded() == payment.amount() ? "full" : "partial");
    }

    private static JsonObjectBuilder entity(JsonObject entity) {
        return JSON.createObjectBuilder().add("entity", entity);
    }

    private static JsonValue notes(Map<String, String> notes) {
        if (notes.isEmpty()) {
            return JsonValue.EMPTY_JSON_ARRAY;
        }
        var json = JSON.createObjectBuilder();
        notes.forEach(json::add);
        return json.build();
    }

    private static void put(JsonObjectBuilder json, String name, Optional<String> value) {
        value.ifPresentOrElse(text -> json.add(name, text), () -> json.addNull(name));
    }
}

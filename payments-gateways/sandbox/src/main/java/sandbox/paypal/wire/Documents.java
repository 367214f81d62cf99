package sandbox.paypal.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import sandbox.paypal.PayPalAccount;
import sandbox.paypal.order.Authorization;
import sandbox.paypal.order.Capture;
import sandbox.paypal.order.Happening;
import sandbox.paypal.order.Order;
import sandbox.paypal.order.PayPalRefused;
import sandbox.paypal.order.Refund;
import sandbox.paypal.order.Sum;
import sandbox.settings.Settings;

/** Writes what PayPal answers and tells, with the addresses under which this process is reached. */
@ApplicationScoped
public class Documents {
    private static final BigDecimal FEE = new BigDecimal("0.0349");

    @Inject
    Settings settings;

    public String pageUrl(String orderId) {
        return apiUrl("/checkoutnow?token=" + orderId);
    }

    public String apiUrl(String path) {
        return settings.publicUrl() + PayPalAccount.PATH + path;
    }

    public JsonObject order(Order order) {
        var unit = Json.object().add("reference_id", order.referenceId().orElse("default"));
        order.customId().ifPresent(it -> unit.add("custom_id", it));
        order.invoiceId().ifPresent(it -> unit.add("invoice_id", it));
        unit.add("amount", amount(order.amount()));
        if (order.authorization().isPresent() || !order.captures().isEmpty()) {
            var payments = Json.object();
            order.authorization()
                    .ifPresent(it -> payments.add("authorizations", Json.array().add(authorization(order, it))));
            add(payments, "captures", order.captures(), it -> capture(order, it));
            add(payments, "refunds", order.refunds(), this::refund);
            unit.add("payments", payments);
        }
        var document = Json.object()
                .add("id", order.id())
                .add("intent", order.authorizes() ? "AUTHORIZE" : "CAPTURE")
                .add("status", order.status().name())
                .add("purchase_units", Json.array().add(unit))
                .add("create_time", order.createdAt().toString())
                .add("update_time", order.updatedAt().toString());
        if (order.hasPaymentSource()) {
            document.add("payment_source", Json.object().add("paypal", Json.object()));
        }
        if (order.funding().isPresent()) {
            document.add("payer", Json.object().add("payer_id", PayPalAccount.PAYER));
        }
        var links = Json.array().add(link("/v2/checkout/orders/" + order.id(), "self", "GET"));
        if (order.status().isApprovable()) {
            links.add(page(order, order.hasPaymentSource() ? "payer-action" : "approve"));
        }
        return document.add("links", links).build();
    }

    /** The short form that a request without {@code Prefer: return=representation} gets. */
    public static JsonObject minimal(JsonObject document) {
        return Json.object()
                .add("id", document.getString("id"))
                .add("status", document.getString("status"))
                .add("links", document.getJsonArray("links"))
                .build();
    }

    public JsonObject authorization(Order order, Authorization held) {
        var path = "/v2/payments/authorizations/" + held.id();
        return payment(held.id(), held.status(), held.amount(), order)
                .add("expiration_time", held.expiresAt().toString())
                .add("create_time", held.createdAt().toString())
                .add("update_time", held.updatedAt().toString())
                .add(
                        "links",
                        Json.array()
                                .add(link(path, "self", "GET"))
                                .add(link(path + "/capture", "capture", "POST"))
                                .add(link(path + "/void", "void", "POST")))
                .build();
    }

    public JsonObject capture(Order order, Capture capture) {
        var document = payment(capture.id(), capture.status(), capture.amount(), order)
                .add("final_capture", capture.last())
                .add("create_time", capture.createdAt().toString())
                .add("update_time", capture.updatedAt().toString());
        if (!capture.reason().isEmpty()) {
            document.add("status_details", Json.object().add("reason", capture.reason()));
        }
        if (capture.status().equals("DECLINED")) {
            document.add(
                    "processor_response",
                    Json.object().add("response_code", capture.response().isEmpty() ? "0500" : capture.response()));
        } else {
            document.add("seller_receivable_breakdown", breakdown(capture.amount()));
        }
        var path = "/v2/payments/captures/" + capture.id();
        var above = order.authorization()
                .map(it -> "/v2/payments/authorizations/" + it.id())
                .orElse("/v2/checkout/orders/" + order.id());
        return document.add(
                        "links",
                        Json.array()
                                .add(link(path, "self", "GET"))
                                .add(link(path + "/refund", "refund", "POST"))
                                .add(link(above, "up", "GET")))
                .build();
    }

    public JsonObject refund(Refund refund) {
        var document = Json.object()
                .add("id", refund.id())
                .add("status", refund.status())
                .add("amount", amount(refund.amount()))
                .add("create_time", refund.createdAt().toString())
                .add("update_time", refund.createdAt().toString());
        if (!refund.customId().isEmpty()) {
            document.add("custom_id", refund.customId());
        }
        return document.add(
                        "links",
                        Json.array()
                                .add(link("/v2/payments/refunds/" + refund.id(), "self", "GET"))
                                .add(link("/v2/payments/captures/" + refund.captureId(), "up", "GET")))
                .build();
    }

    /** The object that an event shows, as it was when the event happened. */
    public JsonObject shownBy(Happening happening) {
        var order = happening.at();
        return switch (happening.kind()) {
            case "authorization" -> authorization(order, order.authorization().orElseThrow());
            case "capture" -> capture(order, order.capture(happening.objectId()).orElseThrow());
            case "refund" -> refund(order.refund(happening.objectId()).orElseThrow());
            default ->
                happening.type().equals("CHECKOUT.PAYMENT-APPROVAL.REVERSED")
                        ? Json.object().add("order_id", order.id()).build()
                        : order(order);
        };
    }

    /** @param order whose payer may have to choose again; its page is named then */
    public JsonObject error(PayPalRefused refused, String debugId, Optional<Order> order) {
        var document = Json.object()
                .add("name", refused.name())
                .add("message", "The requested action could not be performed.")
                .add("debug_id", debugId);
        if (!refused.issue().isEmpty()) {
            document.add(
                    "details",
                    Json.array()
                            .add(Json.object()
                                    .add("issue", refused.issue())
                                    .add("description", "A simulated refusal.")));
        }
        order.filter(it -> it.status().isApprovable())
                .ifPresent(it -> document.add("links", Json.array().add(page(it, "redirect"))));
        return document.build();
    }

    private static JsonObjectBuilder payment(String id, String status, Sum amount, Order order) {
        var document = Json.object().add("id", id).add("status", status).add("amount", amount(amount));
        order.customId().ifPresent(it -> document.add("custom_id", it));
        order.invoiceId().ifPresent(it -> document.add("invoice_id", it));
        var related = Json.object().add("order_id", order.id());
        order.authorization().ifPresent(it -> related.add("authorization_id", it.id()));
        return document.add("supplementary_data", Json.object().add("related_ids", related));
    }

    private static JsonObjectBuilder breakdown(Sum gross) {
        var scale = gross.value().scale();
        var fee = new Sum(gross.value().multiply(FEE).setScale(scale, RoundingMode.HALF_UP), gross.currency());
        return Json.object()
                .add("gross_amount", amount(gross))
                .add("paypal_fee", amount(fee))
                .add("net_amount", amount(new Sum(gross.value().subtract(fee.value()), gross.currency())));
    }

    private static JsonObjectBuilder amount(Sum sum) {
        return Json.object().add("currency_code", sum.currency()).add("value", sum.text());
    }

    private JsonObjectBuilder link(String path, String rel, String method) {
        return Json.object().add("href", apiUrl(path)).add("rel", rel).add("method", method);
    }

    private JsonObjectBuilder page(Order order, String rel) {
        return Json.object().add("href", pageUrl(order.id())).add("rel", rel).add("method", "GET");
    }

    private static <T> void add(
            JsonObjectBuilder object, String name, Collection<T> all, Function<T, JsonObject> written) {
        if (!all.isEmpty()) {
            JsonArrayBuilder array = Json.array();
            all.forEach(it -> array.add(written.apply(it)));
            object.add(name, array);
        }
    }
}

package sandbox.stripe.wire;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Optional;
import sandbox.stripe.payment.Checkout;
import sandbox.stripe.payment.LineItem;
import sandbox.stripe.payment.PaymentIntent;
import sandbox.stripe.payment.PaymentMethod;
import sandbox.stripe.payment.SessionStatus;

/** The {@code checkout.session} object. */
public final class SessionJson {
    /** Kept, because each look-up of it reads through every library of the application. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private SessionJson() {}

    /** @param pageUrl where the hosted page of this session is; shown while the session is open */
    public static JsonObject of(Checkout checkout, String pageUrl) {
        var terms = checkout.terms();
        var open = checkout.status() == SessionStatus.OPEN;
        return Document.empty()
                .text("id", checkout.sessionId())
                .text("object", "checkout.session")
                .number("amount_subtotal", checkout.total().minor())
                .number("amount_total", checkout.total().minor())
                .value(
                        "automatic_tax",
                        JSON.createObjectBuilder().add("enabled", false).build())
                .text("cancel_url", terms.cancelUrl())
                .text("client_reference_id", terms.clientReferenceId())
                .time("created", checkout.createdAt())
                .text("currency", checkout.total().currency())
                .none("customer")
                .value("customer_details", customerDetails(checkout))
                .text("customer_email", terms.customerEmail())
                .time("expires_at", terms.expiresAt())
                .none("invoice")
                .flag("livemode", false)
                .text("locale", terms.locale())
                .map("metadata", terms.metadata())
                .text("mode", "payment")
                .text("payment_intent", checkout.intent().map(PaymentIntent::id))
                .none("payment_link")
                .text("payment_method_collection", "if_required")
                .texts("payment_method_types", methodTypes(checkout))
                .text("payment_status", checkout.paid() ? "paid" : "unpaid")
                .none("setup_intent")
                .text("status", checkout.status().code())
                .none("subscription")
                .text("success_url", terms.successUrl())
                .value("total_details", totalDetails())
                .text("ui_mode", "hosted_page")
                .text("url", open ? Optional.of(pageUrl) : Optional.empty())
                .build();
    }

    /** One line, as the list of a session's lines shows it. */
    public static JsonObject line(LineItem item, String currency) {
        return Document.empty()
                .text("id", item.id())
                .text("object", "item")
                .number("amount_discount", 0)
                .number("amount_subtotal", item.total())
                .number("amount_tax", 0)
                .number("amount_total", item.total())
                .text("currency", currency)
                .text("description", item.name())
                .value("price", price(item, currency))
                .number("quantity", item.quantity())
                .build();
    }

    private static JsonObject price(LineItem item, String currency) {
        return Document.empty()
                .text("id", item.priceId())
                .text("object", "price")
                .flag("active", false)
                .text("billing_scheme", "per_unit")
                .text("currency", currency)
                .flag("livemode", false)
                .value("metadata", JsonValue.EMPTY_JSON_OBJECT)
                .text("product", item.productId())
                .text("type", "one_time")
                .number("unit_amount", item.unitAmount())
                .text("unit_amount_decimal", String.valueOf(item.unitAmount()))
                .build();
    }

    private static Optional<JsonObject> customerDetails(Checkout checkout) {
        if (checkout.payer().isEmpty() && checkout.terms().customerEmail().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Document.empty()
                .none("address")
                .text("email", checkout.terms().customerEmail())
                .text("name", checkout.payer())
                .none("phone")
                .text("tax_exempt", "none")
                .value("tax_ids", JsonValue.EMPTY_JSON_ARRAY)
                .build());
    }

    private static List<String> methodTypes(Checkout checkout) {
        if (!checkout.terms().methods().isEmpty()) {
            return checkout.terms().methods();
        }
        return checkout.offersBankDebit() ? List.of("card", PaymentMethod.BANK_DEBIT) : List.of("card");
    }

    private static JsonObject totalDetails() {
        return Document.empty()
                .number("amount_discount", 0)
                .number("amount_shipping", 0)
                .number("amount_tax", 0)
                .build();
    }
}

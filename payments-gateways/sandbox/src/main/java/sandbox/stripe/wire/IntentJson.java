package sandbox.stripe.wire;

import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Optional;
import sandbox.stripe.payment.Checkout;
import sandbox.stripe.payment.IntentStatus;
import sandbox.stripe.payment.PaymentIntent;

/** The {@code payment_intent} object. */
final class IntentJson {
    /** Kept, because each look-up of it reads through every library of the application. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private IntentJson() {}

    public static JsonObject of(Checkout checkout, PaymentIntent intent, String pageUrl) {
        return Document.empty()
                .text("id", intent.id())
                .text("object", "payment_intent")
                .number("amount", intent.amount().minor())
                .number("amount_capturable", intent.capturable())
                .number("amount_received", intent.received())
                .time("canceled_at", intent.canceledAt())
                .text("cancellation_reason", intent.cancellationReason())
                .text("capture_method", checkout.terms().captureMethod().code())
                .text("client_secret", intent.id() + "_secret_simulated")
                .text("confirmation_method", "automatic")
                .time("created", intent.createdAt())
                .text("currency", intent.amount().currency())
                .none("customer")
                .text("description", checkout.terms().intentDescription())
                .value(
                        "last_payment_error",
                        intent.lastError().map(it -> ErrorJson.of(it, intent.lastErrorCharge(), intent.methodId())))
                .text("latest_charge", intent.latestCharge())
                .flag("livemode", false)
                .map("metadata", checkout.terms().intentMetadata())
                .value("next_action", nextAction(intent, pageUrl))
                .text("payment_method", intent.methodId().filter(id -> intent.lastError()
                        .isEmpty()))
                .texts("payment_method_types", List.of("card"))
                .none("processing", "receipt_email", "setup_future_usage", "shipping", "statement_descriptor")
                .text("status", intent.status().code())
                .none("transfer_data", "transfer_group")
                .build();
    }

    private static Optional<JsonObject> nextAction(PaymentIntent intent, String pageUrl) {
        if (intent.status() != IntentStatus.REQUIRES_ACTION) {
            return Optional.empty();
        }
        return Optional.of(Document.empty()
                .text("type", "redirect_to_url")
                .value(
                        "redirect_to_url",
                        JSON.createObjectBuilder()
                                .add("url", pageUrl + "/challenge")
                                .add("return_url", pageUrl)
                                .build())
                .build());
    }
}

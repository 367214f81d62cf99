package sandbox.btcpay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import sandbox.btcpay.invoice.Invoice;
import sandbox.btcpay.invoice.InvoiceCourse;
import sandbox.settings.Settings;

/** Writes what the server answers and tells. Times are seconds since the epoch, amounts are strings. */
@ApplicationScoped
class BtcPayJson {
    /** Kept, because each look-up of it reads through every library of the application. */
    private static final JsonProvider JSON = JsonProvider.provider();

    @Inject
    Settings settings;

    @Inject
    BtcPayAccount account;

    String pageUrl(String invoice) {
        return settings.publicUrl() + BtcPayAccount.PATH + "/i/" + invoice;
    }

    JsonObject invoice(Invoice invoice) {
        var payments = JSON.createArrayBuilder();
        invoice.payments()
                .forEach(payment -> payments.add(JSON.createObjectBuilder()
                        .add("id", payment.id())
                        .add("receivedDate", payment.at().getEpochSecond())
                        .add("value", coins(payment.value()))
                        .add("status", payment.isConfirmed() ? "Settled" : "Processing")));
        return JSON.createObjectBuilder()
                .add("id", invoice.id())
                .add("storeId", account.storeId())
                .add("amount", invoice.amount().toPlainString())
                .add("paidAmount", invoice.paid().toPlainString())
                .add("currency", invoice.currency())
                .add("type", "Standard")
                .add("checkoutLink", pageUrl(invoice.id()))
                .add("createdTime", invoice.createdAt().getEpochSecond())
                .add("expirationTime", invoice.expiresAt().getEpochSecond())
                .add("monitoringExpiration", invoice.monitoredUntil().getEpochSecond())
                .add("status", invoice.status())
                .add("additionalStatus", invoice.additional())
                .add("archived", false)
                .add("metadata", metadata(invoice))
                .add(
                        "paymentMethods",
                        JSON.createArrayBuilder()
                                .add(JSON.createObjectBuilder()
                                        .add("paymentMethodId", BtcPayAccount.PAYMENT_METHOD)
                                        .add("rate", BtcPayAccount.RATE.toPlainString())
                                        .add("payments", payments)))
                .build();
    }

    /** Exactly: the rate has no prime factors but those of ten. */
    private static String coins(BigDecimal value) {
        return value.divide(BtcPayAccount.RATE).toPlainString();
    }

    JsonObject pullPayment(Invoice.PullPayment pull) {
        return JSON.createObjectBuilder()
                .add("id", pull.id())
                .add("name", pull.name())
                .add("amount", pull.amount().toPlainString())
                .add("currency", pull.currency())
                .add("autoApproveClaims", true)
                .add("archived", false)
                .add("viewLink", settings.publicUrl() + BtcPayAccount.PATH + "/pull-payments/" + pull.id())
                .build();
    }

    JsonObject payout(Invoice.PullPayment pull, Invoice.Payout payout) {
        return JSON.createObjectBuilder()
                .add("id", payout.id())
                .add("pullPaymentId", pull.id())
                .add("destination", payout.destination())
                .add("originalCurrency", pull.currency())
                .add("originalAmount", payout.amount().toPlainString())
                .add("state", payout.state())
                .build();
    }

    static <T> String array(List<T> all, Function<T, JsonObject> written) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        all.forEach(it -> array.add(written.apply(it)));
        return array.build().toString();
    }

    /** A refusal: a code and a sentence. */
    static String error(String code) {
        return JSON.createObjectBuilder()
                .add("code", code)
                .add("message", "A simulated refusal.")
                .build()
                .toString();
    }

    /** A refusal of a field. */
    static String invalid(String path) {
        return "["
                + JSON.createObjectBuilder()
                        .add("path", path)
                        .add("message", "A simulated refusal.")
                        .build() + "]";
    }

    String event(String id, Invoice invoice, InvoiceCourse.Happening happening, Instant now) {
        var event = JSON.createObjectBuilder()
                .add("deliveryId", id)
                .add("webhookId", "simulated")
                .add("originalDeliveryId", id)
                .add("isRedelivery", false)
                .add("type", happening.type())
                .add("timestamp", now.getEpochSecond())
                .add("storeId", account.storeId());
        if (!happening.type().startsWith("Payout")) {
            event.add("invoiceId", invoice.id()).add("metadata", metadata(invoice));
        }
        happening.more().forEach((name, value) -> add(event, name, value));
        return event.build().toString();
    }

    private static void add(JsonObjectBuilder event, String name, Object value) {
        if (value instanceof Boolean flag) {
            event.add(name, flag);
        } else {
            event.add(name, String.valueOf(value));
        }
    }

    private static JsonObjectBuilder metadata(Invoice invoice) {
        var metadata = JSON.createObjectBuilder();
        invoice.orderId().ifPresent(it -> metadata.add("orderId", it));
        return metadata;
    }

    /** Empty if it is no JSON object. */
    static Optional<JsonObject> parse(String text) {
        try (var reader = JSON.createReader(new StringReader(text))) {
            return Optional.of(reader.readObject());
        } catch (JsonException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    static Optional<String> text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }
}

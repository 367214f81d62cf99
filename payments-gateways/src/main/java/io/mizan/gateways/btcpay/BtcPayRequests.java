package io.mizan.gateways.btcpay;

import io.mizan.gateway.CheckoutIntent;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.Operation;
import io.mizan.gateway.Refunding.RefundIntent;
import io.mizan.gateway.Target;
import io.mizan.gateways.http.StoredCall;
import io.mizan.gateways.json.JsonText;
import io.mizan.id.AttemptId;
import java.time.Duration;

/**
 * Writes what we ask of BTCPay: equal intents give equal bytes. Holds no secret and no personal data, for it is stored.
 *
 * <p>An invoice bears the attempt as {@code metadata.orderId}, by which the server finds it again: it takes no
 * idempotency key.
 */
final class BtcPayRequests {
    static final String INVOICE = "invoice";
    /** A pull payment: the pot that a refund is claimed from. */
    static final String REFUND = "refund";

    /** What was seen of a payment that no block held then. */
    static final String PAYMENT = "payment";

    private final BtcPaySettings settings;

    BtcPayRequests(BtcPaySettings settings) {
        this.settings = settings;
    }

    /** The path and body of a request that this adapter stored. */
    static StoredCall stored(GatewayRequest request) {
        return StoredCall.of(request, "/api/v1/");
    }

    GatewayRequest openCheckout(CheckoutIntent intent) {
        var minutes = Math.max(
                1, Duration.between(intent.openedAt(), intent.payUntil()).toMinutes());
        var body = JsonText.object()
                .add("amount", BtcPayAmounts.toBtcPay(intent.amount()))
                .add("currency", intent.amount().currencyCode())
                .add(
                        "metadata",
                        JsonText.object().add("orderId", intent.attempt().toString()))
                .add(
                        "checkout",
                        JsonText.object()
                                .add("speedPolicy", settings.speedPolicy())
                                .add("expirationMinutes", minutes)
                                .add("monitoringMinutes", settings.monitoring().toMinutes())
                                // Less than asked for is never paid in full; a person may accept it.
                                .add("paymentTolerance", 0)
                                .add("redirectURL", intent.returnUrl().toString())
                                .add("redirectAutomatically", true)
                                .add("defaultLanguage", intent.locale()))
                .add(
                        "additionalSearchTerms",
                        JsonText.array().add(intent.order().toString()));
        return new StoredCall(invoices(), body.build().toString())
                .under(Operation.OPEN_CHECKOUT, intent.idempotencyKey());
    }

    GatewayRequest close(Target target, String idempotencyKey) {
        return new StoredCall(invoice(required(target, INVOICE)) + "/status", "{\"status\":\"Invalid\"}")
                .under(Operation.CLOSE, idempotencyKey);
    }

    /** In the invoice's own currency: the customer gets coins worth that much on the day of the claim. */
    GatewayRequest refund(Target target, RefundIntent intent, String idempotencyKey) {
        var body = JsonText.object()
                .add("name", intent.reference())
                .add("refundVariant", "Custom")
                .add("customAmount", BtcPayAmounts.toBtcPay(intent.amount()))
                .add("customCurrency", intent.amount().currencyCode())
                .add("payoutMethods", JsonText.array().add(settings.payoutMethod()));
        return new StoredCall(
                        invoice(required(target, INVOICE)) + "/refund",
                        body.build().toString())
                .under(Operation.REFUND, idempotencyKey);
    }

    /** Everything that was opened for an attempt; the server does not hold it to one. */
    String search(AttemptId attempt) {
        return invoices() + "?orderId=" + attempt + "&includePaymentMethods=true";
    }

    String look(String invoice) {
        return invoice(invoice) + "?includePaymentMethods=true";
    }

    String invoice(String id) {
        return invoices() + "/" + checked(id);
    }

    String pullPayments() {
        return "/api/v1/stores/" + settings.storeId() + "/pull-payments";
    }

    static String pullPayment(String id) {
        return "/api/v1/pull-payments/" + checked(id);
    }

    private String invoices() {
        return "/api/v1/stores/" + settings.storeId() + "/invoices";
    }

    private static String required(Target target, String kind) {
        return checked(target.requireRef(kind));
    }

    /** Into a path goes nothing but letters, digits, dashes and underscores. */
    static String checked(String id) {
        if (!id.matches("[A-Za-z0-9_-]{1,100}")) {
            throw new IllegalArgumentException("not an id of BTCPay's");
        }
        return id;
    }
}

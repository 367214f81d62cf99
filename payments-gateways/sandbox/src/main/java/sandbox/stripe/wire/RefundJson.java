package sandbox.stripe.wire;

import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import sandbox.stripe.payment.Checkout;
import sandbox.stripe.payment.PaymentIntent;
import sandbox.stripe.payment.Refund;

/** The {@code refund} object. */
public final class RefundJson {
    /** Kept, because each look-up of it reads through every library of the application. */
    private static final JsonProvider JSON = JsonProvider.provider();

    /** A charge shows so many of its refunds, the latest. */
    private static final int SHOWN_WITHIN_A_CHARGE = 10;

    private RefundJson() {}

    public static JsonObject of(Checkout checkout, Refund refund) {
        return Document.empty()
                .text("id", refund.id())
                .text("object", "refund")
                .number("amount", refund.minor())
                .text("balance_transaction", refund.balanceTransaction())
                .text("charge", refund.chargeId())
                .time("created", refund.createdAt())
                .text(
                        "currency",
                        checkout.charge(refund.chargeId())
                                .orElseThrow()
                                .amount()
                                .currency())
                .none("destination_details")
                .text("failure_reason", refund.failureReason())
                .map("metadata", refund.metadata())
                .text("payment_intent", checkout.intent().map(PaymentIntent::id))
                .text("reason", refund.reason())
                .none("receipt_number", "source_transfer_reversal")
                .text("status", refund.status().code())
                .none("transfer_reversal")
                .build();
    }

    /** The refunds of a charge, where a request asks to see them in it. */
    public static JsonObject within(Checkout checkout, String chargeId) {
        var refunds = checkout.refundsOf(chargeId);
        var data = JSON.createArrayBuilder();
        shown(refunds).forEach(refund -> data.add(of(checkout, refund)));
        return Document.of("list")
                .value("data", data.build())
                .flag("has_more", refunds.size() > SHOWN_WITHIN_A_CHARGE)
                .text("url", "/v1/charges/" + chargeId + "/refunds")
                .build();
    }

    private static List<Refund> shown(List<Refund> refunds) {
        return refunds.subList(0, Math.min(refunds.size(), SHOWN_WITHIN_A_CHARGE));
    }
}

package sandbox.stripe.wire;

import jakarta.json.JsonObject;
import java.util.Optional;
import sandbox.stripe.payment.Charge;
import sandbox.stripe.payment.ChargeStatus;
import sandbox.stripe.payment.Checkout;
import sandbox.stripe.payment.Decline;
import sandbox.stripe.payment.PaymentIntent;
import sandbox.stripe.payment.PaymentMethod;

/** The {@code charge} object. It carries its intent's metadata as they were when it was made. */
final class ChargeJson {
    private ChargeJson() {}

    public static JsonObject of(Checkout checkout, Charge charge) {
        return Document.empty()
                .text("id", charge.id())
                .text("object", "charge")
                .number("amount", charge.amount().minor())
                .number("amount_captured", charge.amountCaptured())
                .number("amount_refunded", checkout.refunded(charge.id()))
                .text("balance_transaction", charge.balanceTransaction())
                .value("billing_details", billingDetails(checkout, charge))
                .flag("captured", charge.captured())
                .time("created", charge.createdAt())
                .text("currency", charge.amount().currency())
                .none("customer")
                .text("description", checkout.terms().intentDescription())
                .flag("disputed", false)
                .text("failure_code", charge.decline().map(Decline::code))
                .text("failure_message", charge.decline().map(Decline::message))
                .flag("livemode", false)
                .map("metadata", checkout.terms().intentMetadata())
                .value("outcome", outcome(charge))
                .flag("paid", charge.status() == ChargeStatus.SUCCEEDED)
                .text("payment_intent", checkout.intent().map(PaymentIntent::id))
                .text("payment_method", charge.method().id())
                .value("payment_method_details", methodDetails(charge))
                .none("receipt_email", "receipt_url")
                .flag(
                        "refunded",
                        charge.amountCaptured() > 0
                                && checkout.refunded(charge.id())
                                        == charge.amount().minor())
                .text("status", charge.status().code())
                .none("transfer_data", "transfer_group")
                .build();
    }

    private static JsonObject billingDetails(Checkout checkout, Charge charge) {
        return Document.empty()
                .none("address")
                .text("email", checkout.terms().customerEmail())
                .text("name", charge.method().holder())
                .none("phone")
                .build();
    }

    private static Optional<JsonObject> outcome(Charge charge) {
        if (charge.status() == ChargeStatus.PENDING) {
            return Optional.empty();
        }
        var decline = charge.decline();
        var blocked = decline.filter(Decline::isBlockedAsFraud).isPresent();
        var card = charge.method().card().isPresent();
        return Optional.of(Document.empty()
                .text("advice_code", decline.flatMap(Decline::adviceCode))
                .text("network_status", networkStatus(decline, blocked))
                .text("reason", blocked ? Optional.of("highest_risk_level") : decline.map(Decline::word))
                .text("risk_level", card ? charge.risk() : "not_assessed")
                .text("seller_message", sellerMessage(decline, blocked))
                .text("type", blocked ? "blocked" : decline.isPresent() ? "issuer_declined" : "authorized")
                .build());
    }

    private static String networkStatus(Optional<Decline> decline, boolean blocked) {
        if (blocked) {
            return "not_sent_to_network";
        }
        return decline.isPresent() ? "declined_by_network" : "approved_by_network";
    }

    private static String sellerMessage(Optional<Decline> decline, boolean blocked) {
        if (blocked) {
            return "The payment was blocked as too risky.";
        }
        return decline.isPresent() ? "The bank declined the payment." : "Payment complete.";
    }

    private static JsonObject methodDetails(Charge charge) {
        var details = Document.empty().text("type", charge.method().type());
        charge.method()
                .card()
                .ifPresentOrElse(
                        card -> details.value("card", card(charge, card)),
                        () -> details.value(PaymentMethod.BANK_DEBIT, bankAccount()));
        return details.build();
    }

    private static JsonObject card(Charge charge, PaymentMethod.Card card) {
        return Document.empty()
                .text("brand", card.brand())
                .time("capture_before", charge.captureBefore())
                .value(
                        "checks",
                        Document.empty()
                                .none("address_line1_check", "address_postal_code_check")
                                .text("cvc_check", card.cvcPassed() ? "pass" : "fail")
                                .build())
                .text("country", "US")
                .number("exp_month", card.expiryMonth())
                .number("exp_year", card.expiryYear())
                .text("funding", "credit")
                .text("last4", card.lastFour())
                .text("network", card.brand())
                .value("three_d_secure", threeDSecure(charge))
                .none("wallet")
                .build();
    }

    private static Optional<JsonObject> threeDSecure(Charge charge) {
        return charge.authenticated()
                ? Optional.of(Document.empty()
                        .text("authentication_flow", "challenge")
                        .text("result", "authenticated")
                        .none("result_reason")
                        .text("version", "2.2.0")
                        .build())
                : Optional.empty();
    }

    private static JsonObject bankAccount() {
        return Document.empty()
                .text("account_type", "checking")
                .text("bank_name", PaymentMethod.BANK)
                .text("last4", PaymentMethod.BANK_LAST_FOUR)
                .text("routing_number", "110000000")
                .build();
    }
}

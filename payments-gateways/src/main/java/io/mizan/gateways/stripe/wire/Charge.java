package io.mizan.gateways.stripe.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The {@code charge} object: one try that reached an issuer.
 *
 * @param status {@code succeeded}, {@code pending} or {@code failed}
 * @param amountCaptured in Stripe's unit of {@code currency}
 * @param captured false for an authorization only
 * @param failureCode an error code such as {@code card_declined}
 * @param outcomeType {@code authorized}, {@code manual_review}, {@code issuer_declined}, {@code blocked} or {@code invalid}
 * @param outcomeReason for a decline by the issuer, the decline code
 * @param methodType {@code card}, {@code us_bank_account}, …
 * @param captureBefore until when a card's authorization holds
 * @param refunds the latest of them, where the answer was asked to show any
 */
public record Charge(
        String id,
        String status,
        String currency,
        long amount,
        long amountCaptured,
        boolean captured,
        Optional<Instant> created,
        Optional<String> paymentIntent,
        Optional<String> failureCode,
        Optional<String> outcomeType,
        Optional<String> outcomeReason,
        Optional<String> methodType,
        Optional<Instant> captureBefore,
        List<Refund> refunds,
        Metadata metadata) {
    public static final String OBJECT = "charge";

    public static Charge of(Document charge) {
        var amount = charge.requiredNumber("amount");
        var outcome = charge.object("outcome");
        var method = charge.object("payment_method_details");
        return new Charge(
                charge.requiredId("id"),
                charge.requiredText("status"),
                charge.requiredText("currency"),
                amount,
                charge.number("amount_captured").orElse(amount),
                charge.flag("captured").orElse(false),
                charge.time("created"),
                charge.expandableId("payment_intent"),
                charge.text("failure_code"),
                outcome.flatMap(it -> it.text("type")),
                outcome.flatMap(it -> it.text("reason")),
                method.flatMap(it -> it.text("type")),
                method.flatMap(it -> it.object("card")).flatMap(it -> it.time("capture_before")),
                charge.object("refunds").map(Refund::listedIn).orElse(List.of()),
                Metadata.of(charge));
    }

    public boolean isFailed() {
        return status.equals("failed");
    }

    public boolean isAuthorizedOnly() {
        return status.equals("succeeded") && !captured;
    }

    /** A card is charged within its try; a bank debit is collected days after its charge was made. */
    public boolean isCollectedAtOnce() {
        return methodType.filter("card"::equals).isPresent();
    }
}

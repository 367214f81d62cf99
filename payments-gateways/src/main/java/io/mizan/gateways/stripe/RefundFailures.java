package io.mizan.gateways.stripe;

import io.mizan.failure.FailureCategory;
import java.util.Map;
import java.util.Optional;

/** Why Stripe says that a refund failed, {@code failure_reason}, in neutral words. */
final class RefundFailures {
    private static final Map<String, FailureCategory> CATEGORIES = Map.of(
            "lost_or_stolen_card", FailureCategory.ISSUER_DECLINED_FINAL,
            "expired_or_canceled_card", FailureCategory.EXPIRED_CARD,
            "charge_for_pending_refund_disputed", FailureCategory.VALIDATION,
            "insufficient_funds", FailureCategory.INSUFFICIENT_FUNDS,
            "declined", FailureCategory.ISSUER_DECLINED,
            "merchant_request", FailureCategory.VALIDATION,
            "unknown", FailureCategory.GATEWAY_ERROR);

    private RefundFailures() {}

    static Optional<FailureCategory> known(String reason) {
        return Optional.ofNullable(CATEGORIES.get(reason));
    }
}

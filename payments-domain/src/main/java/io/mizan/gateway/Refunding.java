package io.mizan.gateway;

import static java.util.Objects.requireNonNull;

import io.mizan.money.Money;
import java.util.Optional;

/** The gateway can give collected money back. */
public interface Refunding {
    /**
     * Prepares a refund.
     *
     * @throws IllegalArgumentException if the gateway's way of counting cannot say the amount, or it refunds in whole
     *     only and this is a part
     * @throws IllegalStateException if the target has nothing captured that we know of
     */
    GatewayRequest refund(Target target, RefundIntent intent, String idempotencyKey);

    RefundTerms refundTerms();

    /**
     * A refund to be made.
     *
     * @param reference our name of it, unique among the refunds of the deployment; 1 to 40 of {@code a-z0-9_-}
     * @param amount at most what was captured and not refunded yet
     * @param captured what was captured in all
     * @param destination where the customer wants it, for gateways that cannot send it back where it came from
     */
    record RefundIntent(String reference, Money amount, Money captured, Optional<String> destination) {
        public RefundIntent {
            if (reference == null || !reference.matches("[a-z0-9_-]{1,40}")) {
                throw new IllegalArgumentException("a refund's reference is 1 to 40 of a-z, 0-9, _ and -");
            }
            requireNonNull(captured, "captured");
            requireNonNull(destination, "destination");
            if (!amount.isPositive() || amount.compareTo(captured) > 0) {
                throw new IllegalArgumentException("a refund is more than nothing and at most what was captured");
            }
        }

        public boolean isWhole() {
            return amount.equals(captured);
        }
    }

    /**
     * What a gateway asks of refunds.
     *
     * @param partial whether a part can be given back
     * @param needsDestination whether the customer must say where the money shall go
     */
    record RefundTerms(boolean partial, boolean needsDestination) {}
}

package sandbox.stripe.payment;

import java.util.Map;
import java.util.Optional;

/**
 * What a merchant asks of a refund.
 *
 * @param minor absent for all that is left
 */
public record RefundTerms(Optional<Long> minor, Optional<String> reason, Map<String, String> metadata) {
    /** Of that much, as from the provider's dashboard. */
    public static RefundTerms of(Optional<Long> minor) {
        return new RefundTerms(minor, Optional.empty(), Map.of());
    }
}

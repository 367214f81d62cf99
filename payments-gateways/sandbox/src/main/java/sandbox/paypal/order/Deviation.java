package sandbox.paypal.order;

import java.util.Optional;

/**
 * What somebody wants PayPal to do differently from what it was asked.
 *
 * @param minor another amount
 * @param currency another currency
 * @param issue a refusal, whatever the payer chose
 */
public record Deviation(Optional<Long> minor, Optional<String> currency, Optional<String> issue) {
    public static final Deviation NONE = new Deviation(Optional.empty(), Optional.empty(), Optional.empty());

    Sum apply(Sum asked) {
        var code = currency.orElse(asked.currency());
        return minor.map(it -> Sum.ofMinor(it, code)).orElseGet(() -> Sum.ofMinor(asked.minor(), code));
    }
}

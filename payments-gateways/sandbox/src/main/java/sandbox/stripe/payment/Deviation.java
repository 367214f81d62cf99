package sandbox.stripe.payment;

import java.util.Optional;

/**
 * What somebody wants the provider to do differently from what it was asked.
 *
 * @param minor another amount
 * @param currency another currency, lower case
 * @param decline the issuer's no, whatever the card
 */
public record Deviation(Optional<Long> minor, Optional<String> currency, Optional<Decline> decline) {
    public static final Deviation NONE = new Deviation(Optional.empty(), Optional.empty(), Optional.empty());

    Amount apply(Amount asked) {
        return new Amount(minor.orElse(asked.minor()), currency.orElse(asked.currency()));
    }
}

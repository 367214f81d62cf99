package sandbox.stripe.payment;

import java.time.Instant;
import java.util.Optional;

/**
 * One try to charge a payment method.
 *
 * @param id {@code ch_…}, {@code py_…} for a bank debit
 * @param amountCaptured what was taken of {@code amount}, in minor units
 * @param captured whether the money was taken; false for an authorization
 * @param risk the risk level that the provider assigned
 * @param captureBefore when an authorization lapses
 * @param balanceTransaction the movement on the merchant's balance, present once money was taken
 */
public record Charge(
        String id,
        Instant createdAt,
        Amount amount,
        long amountCaptured,
        boolean captured,
        ChargeStatus status,
        PaymentMethod method,
        String risk,
        boolean authenticated,
        Optional<Decline> decline,
        Optional<Instant> captureBefore,
        Optional<String> balanceTransaction) {
    Charge taken(long minor, String balanceTransactionId) {
        return new Charge(
                id,
                createdAt,
                amount,
                minor,
                true,
                ChargeStatus.SUCCEEDED,
                method,
                risk,
                authenticated,
                Optional.empty(),
                Optional.empty(),
                Optional.of(balanceTransactionId));
    }

    Charge failed(Decline reason) {
        return new Charge(
                id,
                createdAt,
                amount,
                0,
                false,
                ChargeStatus.FAILED,
                method,
                risk,
                authenticated,
                Optional.of(reason),
                Optional.empty(),
                Optional.empty());
    }
}

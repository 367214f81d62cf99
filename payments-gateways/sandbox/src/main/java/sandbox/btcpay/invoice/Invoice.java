package sandbox.btcpay.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * An invoice.
 *
 * @param orderId the merchant's reference, as is {@code reference}
 * @param status {@code New}, {@code Processing}, {@code Settled}, {@code Expired} or {@code Invalid}
 * @param additional {@code None}, {@code PaidPartial}, {@code PaidOver}, {@code PaidLate} or {@code Marked}
 */
public record Invoice(
        String id,
        Optional<String> orderId,
        Optional<String> reference,
        BigDecimal amount,
        String currency,
        String status,
        String additional,
        List<Payment> payments,
        Optional<String> redirectUrl,
        Optional<String> language,
        Instant createdAt,
        Instant expiresAt,
        Instant monitoredUntil,
        List<PullPayment> pullPayments) {
    /** With the decimals of its currency, however it was written. */
    public Invoice {
        amount = amount.setScale(Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()));
    }

    /**
     * A payment that the network shows, worth that much in the invoice's currency.
     *
     * @param isConfirmed whether the network has confirmed it
     */
    public record Payment(String id, BigDecimal value, boolean isConfirmed, Instant at) {
        Payment confirmed() {
            return new Payment(id, value, true, at);
        }
    }

    /**
     * A pot that a refund is claimed from.
     *
     * @param payouts the state of each claim
     */
    public record PullPayment(String id, String name, BigDecimal amount, String currency, List<Payout> payouts) {
        public PullPayment with(List<Payout> newPayouts) {
            return new PullPayment(id, name, amount, currency, newPayouts);
        }
    }

    /** A claim of some of a pot, in the pot's currency. */
    public record Payout(String id, String destination, BigDecimal amount, String state) {}

    public BigDecimal paid() {
        return payments.stream().map(Payment::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether the network has yet to confirm something. */
    public boolean isUncertain() {
        return payments.stream().anyMatch(payment -> !payment.isConfirmed());
    }

    public boolean isOpen() {
        return status.equals("New");
    }

    /** When time alone changes something. */
    public Optional<Instant> nextDue() {
        return isOpen() ? Optional.of(expiresAt) : Optional.empty();
    }

    public Optional<PullPayment> pullPayment(String pullId) {
        return pullPayments.stream().filter(it -> it.id().equals(pullId)).findFirst();
    }

    Invoice in(String newCurrency) {
        return new Invoice(
                id,
                orderId,
                reference,
                amount,
                newCurrency,
                status,
                additional,
                payments,
                redirectUrl,
                language,
                createdAt,
                expiresAt,
                monitoredUntil,
                pullPayments);
    }

    Invoice turned(String newStatus, String newAdditional, List<Payment> newPayments, List<PullPayment> newPulls) {
        return new Invoice(
                id,
                orderId,
                reference,
                amount,
                currency,
                newStatus,
                newAdditional,
                newPayments,
                redirectUrl,
                language,
                createdAt,
                expiresAt,
                monitoredUntil,
                newPulls);
    }
}

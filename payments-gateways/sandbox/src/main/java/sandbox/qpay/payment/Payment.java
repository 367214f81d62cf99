package sandbox.qpay.payment;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import sandbox.form.ReturnTreatment;

/**
 * A payment, by the number that the merchant gave it.
 *
 * @param session what the merchant wants to hear again
 * @param reference how the merchant describes it
 * @param minor what was asked for, in dirhams
 * @param card the one that was given, if any; then the code that its bank sent is waited for
 */
public record Payment(
        String number,
        String session,
        String reference,
        long minor,
        String language,
        String returnUrl,
        Instant openedAt,
        Optional<NapsCard> card,
        int wrongCodes,
        Optional<Outcome> outcome) {

    /**
     * How it ended; what is here never changes again.
     *
     * @param status QPay's code
     * @param confirmation of a payment that went through; empty of others
     * @param minor what was taken, in the smallest unit of the currency
     * @param currency the number of ISO 4217
     */
    public record Outcome(
            String status,
            String message,
            String confirmation,
            long minor,
            String currency,
            Instant at,
            ReturnTreatment treatment) {
        public boolean isPaid() {
            return status.equals(Statuses.PAID);
        }
    }

    /** By which a rule may mean it. */
    public Set<String> names() {
        return Set.of(number, reference);
    }

    public boolean awaitsCode() {
        return card.isPresent() && outcome.isEmpty();
    }

    public boolean isPaid() {
        return outcome.filter(Outcome::isPaid).isPresent();
    }

    /** Inquiries never find a payment of this amount, paid or not: one of the simulator's own triggers. */
    public boolean isHiddenFromInquiries() {
        return minor % 100 == 6;
    }

    Payment with(NapsCard given) {
        return with(Optional.of(given), wrongCodes, outcome);
    }

    Payment withWrongCode() {
        return with(card, wrongCodes + 1, outcome);
    }

    Payment decided(Outcome how) {
        return with(card, wrongCodes, Optional.of(how));
    }

    private Payment with(Optional<NapsCard> given, int wrong, Optional<Outcome> how) {
        return new Payment(number, session, reference, minor, language, returnUrl, openedAt, given, wrong, how);
    }
}

package sandbox.stripe.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Everything about one checkout; changes as a whole, under one lock.
 *
 * @param sessionId {@code cs_test_…}
 * @param total what is asked for, or what the provider took instead when it was told to misbehave
 * @param paid whether the money has arrived; false for an authorization and for a bank debit on its way
 * @param refunds in the order in which they were made
 * @param challenge present while the customer is at the authentication page
 * @param payer the name given at the last successful try
 */
public record Checkout(
        String sessionId,
        Instant createdAt,
        CheckoutTerms terms,
        Amount total,
        SessionStatus status,
        boolean paid,
        Optional<PaymentIntent> intent,
        List<Charge> charges,
        List<Refund> refunds,
        Optional<Challenge> challenge,
        Optional<String> payer) {
    /** A checkout that was kept before there were refunds has none. */
    public Checkout {
        refunds = refunds == null ? List.of() : List.copyOf(refunds);
    }

    public static Checkout opened(String sessionId, Instant now, CheckoutTerms terms, String currency) {
        var total = terms.items().stream().mapToLong(LineItem::total).reduce(0, Math::addExact);
        return new Checkout(
                sessionId,
                now,
                terms,
                new Amount(total, currency),
                SessionStatus.OPEN,
                false,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    public Optional<Charge> charge(String id) {
        return charges.stream().filter(charge -> charge.id().equals(id)).findFirst();
    }

    public Optional<Charge> latestCharge() {
        return intent.flatMap(PaymentIntent::latestCharge).flatMap(this::charge);
    }

    public Optional<Refund> refund(String id) {
        return refunds.stream().filter(refund -> refund.id().equals(id)).findFirst();
    }

    /** The refunds of a charge, newest first, as lists show them. */
    public List<Refund> refundsOf(String chargeId) {
        var ofCharge = new ArrayList<>(refunds);
        ofCharge.removeIf(refund -> !refund.chargeId().equals(chargeId));
        Collections.reverse(ofCharge);
        return ofCharge;
    }

    /** What is gone from a charge, given back or never collected, and has not come back, in minor units. */
    public long refunded(String chargeId) {
        return refundsOf(chargeId).stream()
                .filter(Refund::counts)
                .mapToLong(Refund::minor)
                .sum();
    }

    /** The success address with the session's id filled in. */
    public String successUrl() {
        return terms.successUrl().replace("{CHECKOUT_SESSION_ID}", sessionId);
    }

    public boolean offersCard() {
        return terms.methods().isEmpty() || terms.methods().contains("card");
    }

    /** A bank debit cannot be authorized first and taken later. */
    public boolean offersBankDebit() {
        return terms.captureMethod() == CaptureMethod.AUTOMATIC
                && (terms.methods().isEmpty() || terms.methods().contains(PaymentMethod.BANK_DEBIT));
    }

    /** When time alone will change this checkout: the session runs out, or the authorization lapses. */
    public Optional<Instant> nextDue() {
        if (status == SessionStatus.OPEN) {
            return Optional.of(terms.expiresAt());
        }
        return intent.filter(it -> it.status() == IntentStatus.REQUIRES_CAPTURE)
                .flatMap(it -> latestCharge())
                .flatMap(Charge::captureBefore);
    }

    Checkout withTotal(Amount other) {
        return new Checkout(
                sessionId, createdAt, terms, other, status, paid, intent, charges, refunds, challenge, payer);
    }

    Checkout withIntent(PaymentIntent other) {
        return new Checkout(
                sessionId,
                createdAt,
                terms,
                total,
                status,
                paid,
                Optional.of(other),
                charges,
                refunds,
                challenge,
                payer);
    }

    /** Adds the charge, or puts it in the place of its earlier self. */
    Checkout withCharge(Charge charge) {
        var others = new ArrayList<>(charges);
        others.removeIf(other -> other.id().equals(charge.id()));
        others.add(charge);
        return new Checkout(
                sessionId,
                createdAt,
                terms,
                total,
                status,
                paid,
                intent,
                List.copyOf(others),
                refunds,
                challenge,
                payer);
    }

    /** Adds the refund, or puts it in the place of its earlier self. */
    Checkout withRefund(Refund refund) {
        var all = new ArrayList<>(refunds);
        all.replaceAll(other -> other.id().equals(refund.id()) ? refund : other);
        if (!all.contains(refund)) {
            all.add(refund);
        }
        return new Checkout(sessionId, createdAt, terms, total, status, paid, intent, charges, all, challenge, payer);
    }

    Checkout withChallenge(Optional<Challenge> other) {
        return new Checkout(sessionId, createdAt, terms, total, status, paid, intent, charges, refunds, other, payer);
    }

    Checkout completed(boolean nowPaid, Optional<String> by) {
        return new Checkout(
                sessionId,
                createdAt,
                terms,
                total,
                SessionStatus.COMPLETE,
                nowPaid,
                intent,
                charges,
                refunds,
                Optional.empty(),
                by);
    }

    Checkout withPaid() {
        return new Checkout(
                sessionId, createdAt, terms, total, status, true, intent, charges, refunds, challenge, payer);
    }

    Checkout expired() {
        return new Checkout(
                sessionId,
                createdAt,
                terms,
                total,
                SessionStatus.EXPIRED,
                paid,
                intent,
                charges,
                refunds,
                Optional.empty(),
                payer);
    }
}

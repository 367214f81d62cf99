package io.mizan.attempt;

import io.mizan.fact.Account;
import io.mizan.fact.FactKind;
import io.mizan.fact.RecordedFact;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.GatewayName;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.money.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * An attempt as it stood when it was read.
 *
 * @param number 1 for the order's first
 * @param account the books it was begun in
 * @param due what must be captured to count as paid
 * @param redirect where the customer pays, once the gateway has told it and while there is something to do
 * @param supersededAt when a later attempt took its place
 * @param returnedAt when the customer's browser first came back
 * @param inquiryDueSince since when it is to be asked about, while whoever took that up has not carried it through
 */
public record AttemptSnapshot(
        AttemptId id,
        OrderId order,
        int number,
        GatewayName gateway,
        Account account,
        CaptureMode capture,
        Money amount,
        Money due,
        Money authorized,
        Money captured,
        PaymentState state,
        boolean open,
        Verdict verdict,
        Optional<Decline> lastDecline,
        Optional<SealedRedirect> redirect,
        Optional<Instant> payUntil,
        Optional<Instant> disclosedAt,
        Optional<Instant> supersededAt,
        Optional<Instant> returnedAt,
        Instant createdAt,
        Optional<Instant> inquiredAt,
        Optional<Instant> inquiryDueAt,
        Optional<Instant> inquiryDueSince) {
    /**
     * There was a page, and the customer has nothing left to do on it: the money is on its way. Nobody is to pay this order, here
     * or elsewhere, before it is known whether it arrives.
     */
    public boolean isUnderWay() {
        return open && state == PaymentState.PENDING && disclosedAt.isPresent() && redirect.isEmpty();
    }

    /**
     * Whether another attempt took its place when it was known that the money is on its way: the merchant accepted that both may
     * arrive. Nobody accepted what was sent since.
     *
     * @param known of its order
     */
    public boolean isLeftBehind(Collection<RecordedFact> known) {
        return supersededAt.isPresent()
                && known.stream()
                        .filter(fact -> fact.attempt().filter(id::equals).isPresent())
                        .filter(fact -> fact.identity().kind() == FactKind.PAYER_APPROVED)
                        .noneMatch(fact -> fact.recordedAt().isAfter(supersededAt.get()));
    }

    /** Since when it waits to be asked about, or will. */
    public Optional<Instant> waitsSince() {
        return inquiryDueSince.or(() -> inquiryDueAt);
    }

    /** Nobody is to be sent to its page any more, though the gateway may still take money there. */
    public boolean isPayTimeOver(Instant now) {
        return payUntil.filter(until -> !until.isAfter(now)).isPresent();
    }
}

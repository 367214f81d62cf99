package io.mizan.checkout;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.Attempts;
import io.mizan.fact.FactKind;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.id.OrderId;
import io.mizan.intake.FactIntake;
import io.mizan.order.OrderSnapshot;
import io.mizan.order.OrderStatus;
import io.mizan.order.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Calls an order off, once no gateway could take money for it any more. */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER) // no database transaction is ever open across the wire (invariant 6)
public class CancelOrder {
    private final FactIntake intake;
    private final Orders orders;
    private final Attempts attempts;
    private final EndAttempt ending;

    /** For the proxy of the container only. */
    protected CancelOrder() {
        this(null, null, null, null);
    }

    @Inject
    public CancelOrder(FactIntake intake, Orders orders, Attempts attempts, EndAttempt ending) {
        this.intake = intake;
        this.orders = orders;
        this.attempts = attempts;
        this.ending = ending;
    }

    /**
     * Ends open attempts first, then decides. A repeat changes nothing. Money that comes all the same wins over the
     * decision and opens a case.
     *
     * @param actor who wants it, for the timeline
     * @throws MizanException {@code NOT_FOUND}, {@code ORDER_STATE_CONFLICT} if it was paid, {@code PAYMENT_IN_PROGRESS},
     *     {@code PREVIOUS_ATTEMPT_STILL_PAYABLE}
     */
    public OrderSnapshot cancel(OrderId id, String actor) {
        for (var attempt : attempts.ofOrder(id)) {
            if (attempt.open() && attempt.supersededAt().isEmpty()) {
                end(attempt);
            }
        }
        intake.enter(id, visit -> {
            var status = visit.order().status();
            if (status == OrderStatus.CANCELED) {
                return;
            }
            if (status != OrderStatus.PENDING && status != OrderStatus.EXPIRED) {
                throw new MizanException(
                        ErrorCode.ORDER_STATE_CONFLICT, "The order is " + status.code() + " and cannot be canceled.");
            }
            if (visit.attempts().stream().anyMatch(attempt -> attempt.isOpen() && !attempt.isSuperseded())) {
                throw new MizanException(
                        ErrorCode.PAYMENT_IN_PROGRESS, "An attempt began while the order was being canceled.");
            }
            visit.decide(FactKind.ORDER_CANCELED, actor);
        });
        return orders.find(id).orElseThrow();
    }

    private void end(AttemptSnapshot attempt) {
        var ended = ending.end(attempt.order(), attempt.id());
        if (ended instanceof EndAttempt.Completed || ended instanceof EndAttempt.Unconfirmed) {
            throw new MizanException(
                    ErrorCode.PAYMENT_IN_PROGRESS, "The order is being paid, or has been; it cannot be canceled now.");
        }
        if (ended instanceof EndAttempt.BeingEnded) {
            throw StartAttempt.beingEnded();
        }
        if (ended instanceof EndAttempt.StillPayable still) {
            throw StartAttempt.stillPayable(still);
        }
    }
}

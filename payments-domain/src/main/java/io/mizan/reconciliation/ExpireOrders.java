package io.mizan.reconciliation;

import static java.lang.System.Logger.Level.ERROR;

import io.mizan.attempt.PaymentAttempt;
import io.mizan.fact.FactKind;
import io.mizan.id.OrderId;
import io.mizan.intake.FactIntake;
import io.mizan.intake.OrderVisit;
import io.mizan.order.OrderStatus;
import io.mizan.sql.Claim;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/**
 * Decides that orders have expired: only when no gateway could take money for them any more. Until then their pages are
 * closed and their gateways asked. Our clock alone never changes money state.
 */
@ApplicationScoped
public class ExpireOrders {
    private static final System.Logger LOG = System.getLogger("mizan.reconciliation");

    private static final Duration QUIET = Duration.ofMinutes(1);

    private final DueRows due;
    private final FactIntake intake;
    private final ReconciliationSettings settings;

    /** For the proxy of the container only. */
    protected ExpireOrders() {
        this(null, null, null);
    }

    @Inject
    public ExpireOrders(DueRows due, FactIntake intake, ReconciliationSettings settings) {
        this.due = due;
        this.intake = intake;
        this.settings = settings;
    }

    public List<Claim> claimDue() {
        return due.claimExpiries();
    }

    /** Looks at one claimed order. If that fails, it is due again when its lease runs out. */
    public void work(Claim claim) {
        var order = new OrderId(claim.id());
        try {
            intake.enter(order, visit -> expire(visit, claim));
        } catch (RuntimeException failure) {
            LOG.log(ERROR, "event=expiry.failed order=" + order, failure);
        }
    }

    private void expire(OrderVisit visit, Claim claim) {
        var order = visit.order();
        if (order.status() != OrderStatus.PENDING || order.expiresAt().isAfter(visit.now())) {
            return;
        }
        visit.attempts().stream()
                .filter(attempt -> attempt.isOpen() && visit.isUnseen(attempt))
                .forEach(visit::giveWay);
        var open = visit.attempts().stream()
                .filter(attempt -> attempt.isOpen() && !visit.isUnseen(attempt))
                .toList();
        if (open.isEmpty()) {
            visit.decide(FactKind.ORDER_EXPIRED, "mizan");
            return;
        }
        open.forEach(attempt -> end(visit, attempt));
        order.postponeExpiry(visit.now().plus(settings.expiryRetryAfter(claim.attempts())));
    }

    private static void end(OrderVisit visit, PaymentAttempt attempt) {
        if (visit.planEnd(attempt, visit.now()).isEmpty()) {
            attempt.askNow(visit.now(), QUIET);
        }
    }
}

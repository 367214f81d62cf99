package io.mizan.reconciliation;

import static java.lang.System.Logger.Level.ERROR;

import io.mizan.attempt.PaymentAttempt;
import io.mizan.fact.FactKind;
import io.mizan.gateway.Closing;
import io.mizan.gateway.Gateways;
import io.mizan.gateway.Operation;
import io.mizan.id.OrderId;
import io.mizan.intake.CommandKeys;
import io.mizan.intake.FactIntake;
import io.mizan.intake.OrderVisit;
import io.mizan.order.OrderStatus;
import io.mizan.sql.Claim;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Decides that orders have expired: only when no gateway could take money for them any more. Until then their pages are
 * closed and their gateways asked. Our clock alone never changes money state.
 */
@ApplicationScoped
public class ExpireOrders {
    private static final System.Logger LOG = System.getLogger("mizan.reconciliation");

    private final DueRows due;
    private final Gateways gateways;
    private final FactIntake intake;
    private final ReconciliationSettings settings;

    /** For the proxy of the container only. */
    protected ExpireOrders() {
        this(null, null, null, null);
    }

    @Inject
    public ExpireOrders(DueRows due, Gateways gateways, FactIntake intake, ReconciliationSettings settings) {
        this.due = due;
        this.gateways = gateways;
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
            intake.enter(order, this::expire);
        } catch (RuntimeException failure) {
            LOG.log(ERROR, "event=expiry.failed order=" + order, failure);
        }
    }

    private void expire(OrderVisit visit) {
        var order = visit.order();
        if (order.status() != OrderStatus.PENDING || order.expiresAt().isAfter(visit.now())) {
            return;
        }
        var open = visit.attempts().stream().filter(PaymentAttempt::isOpen).toList();
        if (open.isEmpty()) {
            visit.decide(FactKind.ORDER_EXPIRED, "mizan");
            return;
        }
        open.forEach(attempt -> close(visit, attempt));
        order.postponeExpiry(visit.now().plus(settings.expiryRetry()));
    }

    private void close(OrderVisit visit, PaymentAttempt attempt) {
        var target = visit.target(attempt);
        boolean asked = visit.commands().stream()
                .anyMatch(command -> command.attempt().equals(attempt.id()) && command.operation() == Operation.CLOSE);
        if (asked || target.refs().isEmpty()) {
            attempt.askNow(visit.now(), Duration.ofMinutes(1));
            return;
        }
        var key = CommandKeys.of(attempt.id(), Operation.CLOSE, 1);
        gateways.find(attempt.gateway(), Closing.class)
                .map(gateway -> gateway.close(target, key))
                .ifPresentOrElse(
                        request -> visit.plan(attempt, 1, Optional.empty(), Optional.empty(), request, visit.now()),
                        () -> attempt.askNow(visit.now(), Duration.ofMinutes(1)));
    }
}

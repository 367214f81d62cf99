package io.mizan.intake;

import io.mizan.attempt.PaymentAttempt;
import io.mizan.attempt.Standing;
import io.mizan.gateway.Completing;
import io.mizan.order.OrderStatus;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * What facts cause: what the customer approved is taken where the gateway waits for us, the page of an attempt that must
 * take no more money is closed, an authorization that nobody will capture is released, and everything that could still
 * change is asked about in time.
 */
final class FollowUps {
    private final OrderVisit visit;
    private final Journals journals;
    private final Completions completions;

    FollowUps(OrderVisit visit, Journals journals) {
        this.visit = visit;
        this.journals = journals;
        this.completions = new Completions(visit, journals);
    }

    void plan(Map<PaymentAttempt, Standing> attempts, OrderStanding order, Set<PaymentAttempt> changed) {
        attempts.forEach((attempt, standing) -> {
            if (mustTakeNoMore(attempt, standing, order)) {
                completions.withdraw(attempt);
                visit.planEnd(attempt, visit.now());
            }
            if (isToBeCompleted(attempt, standing, order)) {
                journals.gateways()
                        .find(attempt.account(), Completing.class)
                        .ifPresent(gateway -> completions.plan(attempt, gateway));
            }
            inquireInTime(attempt, standing, changed.contains(attempt));
        });
    }

    private static boolean mustTakeNoMore(PaymentAttempt attempt, Standing standing, OrderStanding order) {
        boolean paidByAnother =
                order.accepted().filter(id -> !id.equals(attempt.id())).isPresent();
        return standing.open()
                && (attempt.isSuperseded()
                        || paidByAnother
                        || order.status() == OrderStatus.CANCELED
                        || order.status() == OrderStatus.EXPIRED);
    }

    /** The customer agreed, and it is still wanted: for an order that has ended or is paid nothing is taken any more. */
    private static boolean isToBeCompleted(PaymentAttempt attempt, Standing standing, OrderStanding order) {
        return standing.approved()
                && standing.open()
                && !standing.authorizedLive().isPositive()
                && order.status() == OrderStatus.PENDING
                && !mustTakeNoMore(attempt, standing, order);
    }

    private void inquireInTime(PaymentAttempt attempt, Standing standing, boolean changed) {
        if (visit.newFacts().isEmpty() && !changed) {
            return;
        }
        journals.gateways().find(attempt.account()).ifPresent(gateway -> {
            if (standing.conflicting()) {
                attempt.askNow(visit.now(), Duration.ofMinutes(1));
            } else if (changed) {
                attempt.restartInquiries(gateway.profile(), visit.now());
            }
        });
    }
}

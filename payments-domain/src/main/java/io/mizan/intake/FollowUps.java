package io.mizan.intake;

import io.mizan.attempt.PaymentAttempt;
import io.mizan.attempt.Standing;
import io.mizan.order.OrderStatus;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * What facts cause: the page of an attempt that must take no more money is closed, an authorization that nobody will
 * capture is released, and everything that could still change is asked about in time.
 */
final class FollowUps {
    private final OrderVisit visit;
    private final Journals journals;

    FollowUps(OrderVisit visit, Journals journals) {
        this.visit = visit;
        this.journals = journals;
    }

    void plan(Map<PaymentAttempt, Standing> attempts, OrderStanding order, Set<PaymentAttempt> changed) {
        attempts.forEach((attempt, standing) -> {
            if (mustTakeNoMore(attempt, standing, order)) {
                visit.planEnd(attempt, visit.now());
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

    private void inquireInTime(PaymentAttempt attempt, Standing standing, boolean changed) {
        if (visit.newFacts().isEmpty() && !changed) {
            return;
        }
        journals.gateways().find(attempt.gateway()).ifPresent(gateway -> {
            if (standing.conflicting()) {
                attempt.askNow(visit.now(), Duration.ofMinutes(1));
            } else if (changed) {
                attempt.restartInquiries();
                attempt.scheduleInquiry(gateway.profile(), visit.now());
            }
        });
    }
}

package io.mizan.intake;

import io.mizan.attempt.PaymentAttempt;
import io.mizan.attempt.Standing;
import io.mizan.command.GatewayCommand;
import io.mizan.gateway.Closing;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.Operation;
import io.mizan.gateway.Voiding;
import io.mizan.order.OrderStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What facts cause: the page of an attempt that must take no more money is closed, an authorization that nobody will
 * capture is released, and everything that could still change is asked about in time.
 */
final class FollowUps {
    private final OrderVisit visit;
    private final Journals journals;
    private final List<GatewayCommand> commands;

    FollowUps(OrderVisit visit, Journals journals, List<GatewayCommand> commands) {
        this.visit = visit;
        this.journals = journals;
        this.commands = commands;
    }

    void plan(Map<PaymentAttempt, Standing> attempts, OrderStanding order, Set<PaymentAttempt> changed) {
        attempts.forEach((attempt, standing) -> {
            if (mustTakeNoMore(attempt, standing, order)) {
                endAtGateway(attempt, standing);
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

    private void endAtGateway(PaymentAttempt attempt, Standing standing) {
        var target = visit.target(attempt);
        if (target.refs().isEmpty()) {
            return; // the gateway has told no page yet; when it does, this is looked at again
        }
        if (standing.authorizedLive().isPositive()) {
            once(attempt, Operation.VOID, key -> journals.gateways()
                    .find(attempt.gateway(), Voiding.class)
                    .map(gateway -> gateway.voidAuthorization(target, key)));
        } else {
            once(attempt, Operation.CLOSE, key -> journals.gateways()
                    .find(attempt.gateway(), Closing.class)
                    .map(gateway -> gateway.close(target, key)));
        }
    }

    private interface Preparing {
        Optional<GatewayRequest> prepare(String idempotencyKey);
    }

    /** What was asked once is not asked again by itself: if the gateway said no, an inquiry tells why. */
    private void once(PaymentAttempt attempt, Operation operation, Preparing preparing) {
        boolean asked = commands.stream()
                .anyMatch(command -> command.attempt().equals(attempt.id()) && command.operation() == operation);
        if (!asked) {
            preparing
                    .prepare(CommandKeys.of(attempt.id(), operation, 1))
                    .ifPresent(request ->
                            visit.plan(attempt, 1, Optional.empty(), Optional.empty(), request, visit.now()));
        }
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

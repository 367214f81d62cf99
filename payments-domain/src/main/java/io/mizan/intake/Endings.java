package io.mizan.intake;

import io.mizan.attempt.PaymentAttempt;
import io.mizan.command.CommandState;
import io.mizan.command.GatewayCommand;
import io.mizan.gateway.Closing;
import io.mizan.gateway.Operation;
import io.mizan.gateway.Voiding;
import io.mizan.sql.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Asks gateways to take no more money for an attempt, during a visit. */
final class Endings {
    /** Between the endings of one attempt that the gateway did not look at. */
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(2);
    private static final int MOST_DOUBLINGS = 10;
    /** Enough for a week, which no authorization outlasts. */
    private static final int MOST_ENDINGS = 100;

    private final OrderVisit visit;
    private final Journals journals;

    Endings(OrderVisit visit, Journals journals) {
        this.visit = visit;
        this.journals = journals;
    }

    /** As {@link OrderVisit#planEnd}. */
    Optional<UUID> plan(PaymentAttempt attempt, Instant dueAt) {
        var asked = endings(attempt);
        if (asked.isEmpty()) {
            return plan(attempt, 1, dueAt);
        }
        return mayAskAgain(asked) && asked.size() < MOST_ENDINGS
                ? plan(attempt, asked.size() + 1, visit.now().plus(pauseAfter(asked.size())))
                : Optional.empty();
    }

    /** As {@link OrderVisit#planEndOnRequest}. */
    Optional<Claim> planOnRequest(PaymentAttempt attempt, Instant dueAt) {
        var asked = endings(attempt);
        if (mayAskAgain(asked)) {
            return plan(attempt, asked.size() + 1, dueAt).map(planned -> new Claim(planned, 0, 0));
        }
        var taken = asked.stream()
                .filter(command -> command.state() == CommandState.PLANNED && command.sends() == 0)
                .filter(command -> command.dueAt().filter(visit.now()::isBefore).isPresent())
                .findFirst()
                .flatMap(command -> journals.commands().takeOver(command.id(), dueAt));
        visit.commandsChanged();
        return taken;
    }

    private static boolean mayAskAgain(List<GatewayCommand> asked) {
        return asked.stream().allMatch(GatewayCommand::wasNeverActedOn);
    }

    private static Duration pauseAfter(int asked) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(asked - 1, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private List<GatewayCommand> endings(PaymentAttempt attempt) {
        var operation = ending(attempt);
        return visit.commands().stream()
                .filter(command -> command.attempt().equals(attempt.id()) && command.operation() == operation)
                .toList();
    }

    private static Operation ending(PaymentAttempt attempt) {
        return attempt.authorized().isPositive() ? Operation.VOID : Operation.CLOSE;
    }

    private Optional<UUID> plan(PaymentAttempt attempt, int ordinal, Instant dueAt) {
        var operation = ending(attempt);
        if (!visit.isAnythingTold(attempt) || visit.isBeingCompleted(attempt)) {
            return Optional.empty();
        }
        var target = visit.target(attempt);
        var key = CommandKeys.of(attempt.id(), operation, ordinal);
        var gateways = journals.gateways();
        var request = operation == Operation.VOID
                ? gateways.find(attempt.account(), Voiding.class)
                        .map(gateway -> gateway.voidAuthorization(target, attempt.authorized(), key))
                : gateways.find(attempt.account(), Closing.class).map(gateway -> gateway.close(target, key));
        return request.map(
                prepared -> visit.plan(attempt, ordinal, Optional.empty(), Optional.empty(), prepared, dueAt));
    }
}

package io.mizan.intake;

import io.mizan.attempt.PaymentAttempt;
import io.mizan.command.CommandState;
import io.mizan.command.GatewayCommand;
import io.mizan.fact.FactKind;
import io.mizan.gateway.Completing;
import io.mizan.gateway.Operation;
import io.mizan.timeline.TimelineKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells gateways that wait for us to take what a customer approved, during a visit. */
final class Completions {
    /** Of one attempt; whoever was declined as often pays by another. */
    private static final int MOST_COMPLETIONS = 3;

    private final OrderVisit visit;
    private final Journals journals;

    Completions(OrderVisit visit, Journals journals) {
        this.visit = visit;
        this.journals = journals;
    }

    /**
     * Tells the gateway to take what the customer approved; once for each approval, for after a decline the customer may
     * approve another way of paying. Not while an answer is outstanding, and not if an end was asked for.
     */
    void plan(PaymentAttempt attempt, Completing gateway) {
        var commands = visit.commands().stream()
                .filter(command -> command.attempt().equals(attempt.id()))
                .toList();
        var asked = commands.stream()
                .filter(command -> command.operation() == Operation.COMPLETE)
                .filter(command -> command.failureCode()
                        .filter(GatewayCommand.WITHDRAWN::equals)
                        .isEmpty())
                .toList();
        boolean answered = asked.stream().noneMatch(GatewayCommand::isOutstanding) && asked.size() <= declines(attempt);
        boolean ending = commands.stream()
                .filter(command -> command.operation() == Operation.CLOSE || command.operation() == Operation.VOID)
                .anyMatch(command -> !command.wasDeclined());
        if (answered && !ending && asked.size() >= MOST_COMPLETIONS) {
            visit.planEnd(attempt, visit.now()); // what is approved here once more would never be taken
        } else if (answered && !ending) {
            int ordinal = completions(commands) + 1;
            var key = CommandKeys.of(attempt.id(), Operation.COMPLETE, ordinal);
            visit.plan(
                    attempt,
                    ordinal,
                    Optional.empty(),
                    Optional.empty(),
                    gateway.complete(visit.target(attempt), key),
                    visit.now());
        }
    }

    /** What the customer approved is no longer wanted: it is not taken, unless it may be on its way already. */
    void withdraw(PaymentAttempt attempt) {
        visit.commands().stream()
                .filter(command -> command.attempt().equals(attempt.id()) && command.operation() == Operation.COMPLETE)
                .filter(command -> command.state() == CommandState.PLANNED)
                .filter(command -> journals.commands().withdraw(command.id()))
                .forEach(command -> {
                    visit.commandsChanged();
                    visit.tell(
                            TimelineKind.COMMAND_WITHDRAWN,
                            "mizan",
                            Optional.of(attempt.id()),
                            Map.of("operation", command.operation().code()));
                });
    }

    private static int completions(List<GatewayCommand> commands) {
        return (int) commands.stream()
                .filter(command -> command.operation() == Operation.COMPLETE)
                .count();
    }

    /** Tries of ours that the gateway answered with a no, or with a question to the customer: each wants a new approval. */
    private long declines(PaymentAttempt attempt) {
        return visit.facts().stream()
                .filter(fact -> fact.attempt().filter(attempt.id()::equals).isPresent())
                .filter(fact -> fact.identity().kind() == FactKind.TRY_DECLINED
                        || fact.identity().kind() == FactKind.CHALLENGE_REQUIRED)
                .count();
    }
}

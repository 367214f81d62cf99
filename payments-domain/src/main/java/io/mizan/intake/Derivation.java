package io.mizan.intake;

import io.mizan.attempt.Standing;
import io.mizan.attempt.Terms;
import io.mizan.casework.CaseKind;
import io.mizan.casework.Finding;
import io.mizan.command.GatewayCommand;
import io.mizan.fact.Account;
import io.mizan.fact.Fact;
import io.mizan.fact.RecordedFact;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.Operation;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.money.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is stored of an order amounts to this: every derived row, computed from facts and from what we asked for. Pure, so
 * whoever computes it, and whenever, comes to the same (invariant 5). The door writes it; whoever doubts the rows compares.
 *
 * @param attempts in the order in which they were given
 * @param findings each surprise that there is
 */
public record Derivation(Map<AttemptId, OfAttempt> attempts, OrderStanding order, List<Finding> findings) {
    /** The surprises that are predicates over what is known, and clear themselves when it no longer shows them. */
    public static final Set<CaseKind> SURPRISES = Collections.unmodifiableSet(EnumSet.of(
            CaseKind.LATE_SUCCESS,
            CaseKind.DUPLICATE_PAYMENT,
            CaseKind.AMOUNT_MISMATCH,
            CaseKind.CURRENCY_MISMATCH,
            CaseKind.CONFLICTING_FACTS,
            CaseKind.TURNED_AWAY));

    /** What never changes of an attempt. */
    public record Asked(AttemptId id, Account account, CaptureMode capture, Money amount) {}

    /** What an attempt amounts to, and what that is held beside. */
    public record OfAttempt(Terms terms, Standing standing) {}

    public static Derivation of(
            OrderId order,
            Money amount,
            Collection<Asked> attempts,
            List<RecordedFact> facts,
            List<GatewayCommand> commands) {
        var derived = new LinkedHashMap<AttemptId, OfAttempt>();
        for (var attempt : attempts) {
            var terms = terms(attempt, commands);
            derived.put(attempt.id(), new OfAttempt(terms, Standing.of(factsOf(attempt.id(), facts), terms)));
        }
        var parts = attempts.stream()
                .map(attempt -> new OrderStanding.Part(
                        attempt.id(),
                        attempt.account(),
                        derived.get(attempt.id()).standing()))
                .toList();
        var standing = OrderStanding.of(order, amount, parts, decisions(facts));
        var findings = new ArrayList<>(standing.findings());
        parts.forEach(part -> turnedAway(part, commands).ifPresent(findings::add));
        return new Derivation(Collections.unmodifiableMap(derived), standing, List.copyOf(findings));
    }

    /** Whether the last answer to our asking that an attempt be ended was that we may not ask. */
    private static Optional<Finding> turnedAway(OrderStanding.Part part, List<GatewayCommand> commands) {
        if (!part.standing().open()) {
            return Optional.empty();
        }
        return commands.stream()
                .filter(command -> command.attempt().equals(part.id()))
                .filter(command -> command.operation() == Operation.CLOSE || command.operation() == Operation.VOID)
                .filter(command -> !command.isOutstanding())
                .reduce((earlier, later) -> later)
                .filter(GatewayCommand::wasTurnedAway)
                .map(command -> new Finding(
                        CaseKind.TURNED_AWAY,
                        part.id().toString(),
                        Optional.of(part.id()),
                        Map.of(
                                "operation", command.operation().code(),
                                "code", command.failureCode().orElse(""))));
    }

    /** What was asked for: the whole amount, or what we have captured ourselves. */
    private static Terms terms(Asked attempt, List<GatewayCommand> commands) {
        if (attempt.capture() == CaptureMode.AUTOMATIC) {
            return new Terms(attempt.amount(), false);
        }
        var captures = commands.stream()
                .filter(command -> command.attempt().equals(attempt.id()))
                .filter(command -> command.operation() == Operation.CAPTURE && !command.wasDeclined())
                .toList();
        var due = captures.stream()
                .flatMap(command -> command.amount().stream())
                .reduce(Money.zero(attempt.amount().currency()), Money::plus);
        return new Terms(due, captures.stream().anyMatch(GatewayCommand::isOutstanding));
    }

    private static List<Fact> factsOf(AttemptId attempt, List<RecordedFact> facts) {
        return facts.stream()
                .filter(fact -> fact.attempt().filter(attempt::equals).isPresent())
                .map(RecordedFact::fact)
                .toList();
    }

    private static List<Fact> decisions(List<RecordedFact> facts) {
        return facts.stream()
                .filter(fact -> fact.attempt().isEmpty())
                .map(RecordedFact::fact)
                .toList();
    }
}

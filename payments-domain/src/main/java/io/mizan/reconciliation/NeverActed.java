package io.mizan.reconciliation;

import io.mizan.attempt.PaymentAttempt;
import io.mizan.command.CommandState;
import io.mizan.command.GatewayCommand;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.gateway.GatewayProfile;
import io.mizan.gateway.Observation;
import io.mizan.gateway.Operation;
import io.mizan.gateway.Recovery;
import io.mizan.intake.OrderVisit;
import io.mizan.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The end of what was asked of an authorization and given up. While its key holds, it may be sent again and act, and what
 * was sent may not be visible yet; once that is over, the gateway's own word that it still holds the whole amount proves
 * that it never did, and the money can be collected or released after all. Nothing less is proof: until then it is unknown
 * and holds the money (invariant 7).
 */
final class NeverActed {
    /** What was sent last has arrived by then, or never will. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(10);

    private static final Set<FactKind> CHANGES =
            Set.of(FactKind.CAPTURED, FactKind.CAPTURED_TOTAL, FactKind.AUTHORIZATION_ENDED);

    private NeverActed() {}

    /** @param askedAt before the gateway was asked for what was seen */
    static void settle(
            OrderVisit visit, PaymentAttempt attempt, GatewayProfile profile, Observation seen, Instant askedAt) {
        if (isWholeIn(seen, attempt)) {
            visit.commands().stream()
                    .filter(command -> command.attempt().equals(attempt.id()))
                    .filter(command -> isPast(command, profile, askedAt))
                    .forEach(visit::neverActed);
        }
    }

    private static boolean isWholeIn(Observation seen, PaymentAttempt attempt) {
        var authorized = attempt.authorized();
        boolean changed = seen.facts().stream().anyMatch(fact -> CHANGES.contains(fact.kind()));
        if (changed || attempt.captured().isPositive() || !authorized.isPositive()) {
            return false;
        }
        var held = seen.facts().stream()
                .filter(fact -> fact.kind() == FactKind.AUTHORIZED)
                .map(Fact::amount)
                .flatMap(amount -> amount.stream())
                .filter(amount -> amount.currency().equals(authorized.currency()))
                .reduce(Money.zero(authorized.currency()), Money::plus);
        return held.equals(authorized);
    }

    private static boolean isPast(GatewayCommand command, GatewayProfile profile, Instant askedAt) {
        boolean ofAuthorization = command.operation() == Operation.CAPTURE || command.operation() == Operation.VOID;
        if (!ofAuthorization
                || command.state() != CommandState.GIVEN_UP
                || command.dueAt().isPresent()) {
            return false;
        }
        return unsureUntil(command, profile.recoveryOf(command.operation()))
                .filter(end -> end.plus(ON_ITS_WAY).isBefore(askedAt))
                .isPresent();
    }

    /** Until when it might still act, or might have acted unseen; empty if no time proves anything. */
    private static Optional<Instant> unsureUntil(GatewayCommand command, Recovery recovery) {
        if (recovery instanceof Recovery.SameKey sameKey) {
            return command.sentAt().map(at -> at.plus(sameKey.validFor()));
        }
        if (recovery instanceof Recovery.InquireByOurReference byReference) {
            return command.lastSentAt().map(at -> at.plus(byReference.visibleAfter()));
        }
        return Optional.empty();
    }
}

package io.mizan.checkout;

import io.mizan.attempt.Attempts;
import io.mizan.attempt.PaymentAttempt;
import io.mizan.command.CommandState;
import io.mizan.command.GatewayCommand;
import io.mizan.dispatch.CommandDispatcher;
import io.mizan.dispatch.DispatchSettings;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Gateways;
import io.mizan.gateway.Operation;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.intake.FactIntake;
import io.mizan.intake.OrderVisit;
import io.mizan.outage.GatewayCalls;
import io.mizan.sql.Claim;
import io.mizan.timeline.TimelineKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes an attempt take no more money, if that can be had, and says truly whether it was. */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER) // no database transaction is ever open across the wire (invariant 6)
class EndAttempt {
    private final FactIntake intake;
    private final CommandDispatcher dispatcher;
    private final DispatchSettings dispatch;
    private final Gateways gateways;
    private final GatewayCalls calls;
    private final Attempts attempts;

    /** For the proxy of the container only. */
    protected EndAttempt() {
        this(null, null, null, null, null, null);
    }

    @Inject
    EndAttempt(
            FactIntake intake,
            CommandDispatcher dispatcher,
            DispatchSettings dispatch,
            Gateways gateways,
            GatewayCalls calls,
            Attempts attempts) {
        this.intake = intake;
        this.dispatcher = dispatcher;
        this.dispatch = dispatch;
        this.gateways = gateways;
        this.calls = calls;
        this.attempts = attempts;
    }

    sealed interface Ending {}

    /** It takes no more money, and took none. */
    record Ended() implements Ending {}

    /** It took money, a capture of it is on its way, or the gateway refused to close it because it is being paid. */
    record Completed() implements Ending {}

    /**
     * The customer has done what was to be done, and the gateway has not closed it; as far as was heard, the money has not
     * arrived. It may never arrive.
     *
     * @param known how much had been learned of it when the gateway was asked
     */
    record Unconfirmed(long known) implements Ending {}

    /**
     * The customer may pay: nobody knows whether it was closed, or the gateway cannot close it.
     *
     * @param until when the last page that was shown takes no more
     * @param known how much had been learned of it when the gateway was asked
     */
    record StillPayable(Optional<Instant> until, long known) implements Ending {}

    /** Somebody else is having it ended at this moment. */
    record BeingEnded() implements Ending {}

    /** Asked anew, the gateway did not answer, or could not be asked. It may after a {@code pause}. */
    record Unheard(Duration pause) implements Ending {}

    /** @throws IllegalArgumentException if the attempt is not one of this order's */
    Ending end(OrderId order, AttemptId id) {
        var asked = intake.visit(order, visit -> new Asked(known(visit, id), plan(visit, visit.attempt(id))));
        asked.claim().ifPresent(dispatcher::sendForCaller);
        return intake.visit(order, visit -> ending(visit, visit.attempt(id), asked.known()));
    }

    /** What was asked, and how much had been learned of the attempt by then. */
    private record Asked(long known, Optional<Claim> claim) {}

    /**
     * Asks the gateway how one stands that is {@link Unconfirmed}, and says it anew: the money may have arrived since it was
     * last heard of. Without a clear answer nobody may go by it that it has not.
     */
    Ending askedAnew(OrderId order, AttemptId id) {
        var attempt = attempts.find(id).orElseThrow();
        var answer = dispatcher.inquireForCaller(attempt);
        if (answer.filter(EndAttempt::isAnswer).isEmpty()) {
            return new Unheard(pause(answer).orElseGet(() -> calls.heldBackFor(attempt.gateway())));
        }
        if (answer.get() instanceof GatewayResult.Accepted accepted
                && accepted.observation().isClear()) {
            long known = intake.visit(order, visit -> {
                visit.learn(visit.attempt(id), accepted.observation(), OrderVisit.Source.INQUIRY);
                return known(visit, id);
            });
            return intake.visit(order, visit -> ending(visit, visit.attempt(id), known));
        }
        return new Completed();
    }

    /**
     * Leaves an attempt behind that may still take money, and lets another take its place. Whoever accepted that accepted what
     * was known: a hold that came since would be released for it, and of what the customer agreed to since nobody has asked.
     *
     * @param risk how it stood when it was accepted; one that has ended, or that somebody else left behind, needs nothing
     * @return for a visit: false if it does not stand so any more; then nothing is done
     */
    Predicate<OrderVisit> leavingBehind(AttemptId id, Ending risk, AttemptId by) {
        return visit -> {
            var attempt = visit.attempt(id);
            if (risk instanceof Ended || attempt.isSuperseded()) {
                return true;
            }
            if (!ending(visit, attempt, known(visit, id)).equals(risk)) {
                return false;
            }
            attempt.supersede(visit.now());
            visit.order().release(id);
            visit.tell(TimelineKind.DUPLICATE_RISK_ACCEPTED, "merchant", Optional.of(id), Map.of("by", by.toString()));
            return true;
        };
    }

    /**
     * Also if nobody can read what it says, or it cannot tell and never will: whoever asks again hears no more. Whoever turns us
     * away has not looked.
     */
    private static boolean isAnswer(GatewayResult result) {
        if (result instanceof GatewayResult.Unknown unknown) {
            return unknown.answered() || unknown.cause().equals(GatewayResult.Unknown.NOT_ASKED);
        }
        boolean turnedAway = result instanceof GatewayResult.Declined declined && declined.isTurnedAway();
        return !turnedAway && !(result instanceof GatewayResult.Retryable);
    }

    /** As long as the gateway wants to be left alone, if it says so. */
    private static Optional<Duration> pause(Optional<GatewayResult> answer) {
        return answer.filter(GatewayResult.Retryable.class::isInstance)
                .map(GatewayResult.Retryable.class::cast)
                .flatMap(GatewayResult.Retryable::after);
    }

    private Optional<Claim> plan(OrderVisit visit, PaymentAttempt attempt) {
        if (!attempt.isOpen() || attempt.isSuperseded() || visit.isBeingCollected(attempt)) {
            return Optional.empty();
        }
        return visit.planEndOnRequest(attempt, visit.now().plus(dispatch.lease()));
    }

    /** @param known how much had been learned of it when the gateway was asked */
    private Ending ending(OrderVisit visit, PaymentAttempt attempt, long known) {
        if (attempt.captured().isPositive()) {
            return new Completed();
        }
        if (!attempt.isOpen()) {
            return new Ended();
        }
        if (visit.isBeingCollected(attempt)) {
            attempt.askNow(visit.now(), Duration.ZERO);
            return new Completed();
        }
        if (visit.isUnseen(attempt)) {
            visit.giveWay(attempt);
            return new Ended();
        }
        if (isBeingEnded(visit, attempt)) {
            return new BeingEnded();
        }
        boolean refused = visit.commands().stream()
                .filter(command -> command.attempt().equals(attempt.id()))
                .filter(EndAttempt::isEnd)
                .anyMatch(command -> command.wasDeclined() && !command.wasNeverActedOn());
        boolean underWay = attempt.snapshot().isUnderWay();
        if (refused || underWay) {
            attempt.askNow(visit.now(), Duration.ZERO);
            return underWay ? new Unconfirmed(known) : new Completed();
        }
        return new StillPayable(
                attempt.payUntil().flatMap(over -> pageLife(attempt).map(over::plus)), known);
    }

    /** What somebody holds is on the wire or about to be; what waits for longer than a lease is in nobody's hands. */
    private boolean isBeingEnded(OrderVisit visit, PaymentAttempt attempt) {
        return !attempt.isSuperseded()
                && visit.commands().stream()
                        .filter(command -> command.attempt().equals(attempt.id()))
                        .filter(EndAttempt::isEnd)
                        .filter(command -> command.dueAt()
                                .filter(visit.now()::isBefore)
                                .filter(at -> !at.isAfter(visit.now().plus(dispatch.lease())))
                                .isPresent())
                        .anyMatch(command -> command.state() == CommandState.SENT
                                || (command.state() == CommandState.PLANNED && command.sends() == 0));
    }

    private static boolean isEnd(GatewayCommand command) {
        return command.operation() == Operation.CLOSE || command.operation() == Operation.VOID;
    }

    private static long known(OrderVisit visit, AttemptId attempt) {
        return visit.facts().stream()
                .filter(fact -> fact.attempt().filter(attempt::equals).isPresent())
                .count();
    }

    private Optional<Duration> pageLife(PaymentAttempt attempt) {
        return gateways.find(attempt.account())
                .flatMap(gateway -> gateway.profile().traits().pageLife());
    }
}

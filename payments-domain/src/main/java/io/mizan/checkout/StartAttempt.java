package io.mizan.checkout;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.Attempts;
import io.mizan.dispatch.CommandDispatcher;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.halt.HaltPoint;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.intake.FactIntake;
import io.mizan.sql.Claim;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;

/** Starts attempts to pay an order, one at a time (invariant 4). */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER) // no database transaction is ever open across the wire (invariant 6)
public class StartAttempt {
    /** What comes in meanwhile is looked at once more; if still more comes, the caller asks again. */
    private static final int MOST_LOOKS = 2;

    private final FactIntake intake;
    private final AttemptPlanner planner;
    private final CommandDispatcher dispatcher;
    private final EndAttempt ending;
    private final Attempts attempts;

    /** For the proxy of the container only. */
    protected StartAttempt() {
        this(null, null, null, null, null);
    }

    @Inject
    public StartAttempt(
            FactIntake intake,
            AttemptPlanner planner,
            CommandDispatcher dispatcher,
            EndAttempt ending,
            Attempts attempts) {
        this.intake = intake;
        this.planner = planner;
        this.dispatcher = dispatcher;
        this.ending = ending;
        this.attempts = attempts;
    }

    /**
     * Plans an attempt, opens its checkout and answers how it stands: with the address to pay at, or still waiting for
     * the gateway. A repeat with the same id answers how that attempt stands now.
     *
     * @throws MizanException {@code ATTEMPT_OPEN} with the open attempt, {@code PAYMENT_IN_PROGRESS},
     *     {@code PREVIOUS_ATTEMPT_STILL_PAYABLE}, {@code CONCURRENT_CHANGE}, {@code ORDER_NOT_PAYABLE},
     *     {@code GATEWAY_UNAVAILABLE}, the limits, and what the gateway objects to
     */
    public AttemptSnapshot start(StartAttemptCommand command) {
        var id = new AttemptId(command.attemptId());
        if (command.replace().isPresent()) {
            var begun = attempts.find(id);
            if (begun.isPresent()) {
                return begun.get();
            }
        }
        var plan = command.replace()
                .map(old -> planInPlaceOf(command, require(command.order(), old)))
                .orElseGet(() -> intake.visit(command.order(), visit -> planner.plan(visit, command)));
        if (plan instanceof AttemptPlanner.Blocked blocked) {
            throw blockedBy(blocked);
        }
        if (plan instanceof AttemptPlanner.Begun repeat) {
            return repeat.attempt();
        }
        HaltPoint.ATTEMPT_PLANNED.pass();
        dispatcher.sendForCaller(new Claim(((AttemptPlanner.Planned) plan).command(), 0, 0));
        return attempts.find(id).orElseThrow();
    }

    /**
     * Whatever speaks against the new one is said before the old one is ended. One that may still take money is left behind in
     * the transaction in which the new one is planned, or not at all.
     */
    private AttemptPlanner.Plan planInPlaceOf(StartAttemptCommand command, AttemptId old) {
        var inTheWay = intake.visit(command.order(), visit -> planner.lookAhead(visit, command, old));
        if (inTheWay.isPresent()) {
            return inTheWay.get();
        }
        for (int look = 1; look <= MOST_LOOKS; look++) {
            var leaving = ending.leavingBehind(old, endFirst(command, old), new AttemptId(command.attemptId()));
            var plan = intake.visit(
                    command.order(),
                    visit -> Optional.of(visit).filter(leaving).map(inside -> planner.plan(inside, command)));
            if (plan.isPresent()) {
                return plan.get();
            }
        }
        throw new MizanException(
                ErrorCode.CONCURRENT_CHANGE, "The attempt to be replaced changed while it was being replaced.");
    }

    private AttemptId require(OrderId order, AttemptId replaced) {
        return attempts.find(replaced)
                .filter(known -> known.order().equals(order))
                .map(AttemptSnapshot::id)
                .orElseThrow(
                        () -> MizanException.of(ErrorCode.INVALID_FIELD, "replace", "The order has no such attempt."));
    }

    private static MizanException blockedBy(AttemptPlanner.Blocked blocked) {
        return new MizanException(
                        ErrorCode.ATTEMPT_OPEN, "An attempt to pay this order is open; continue or replace it.")
                .with("attempt", blocked.open());
    }

    /**
     * The old page must take no more money before a new one may; where that cannot be had, the risk is the caller's.
     *
     * @return that it has ended, or how it stands if they accept the risk
     */
    private EndAttempt.Ending endFirst(StartAttemptCommand command, AttemptId old) {
        var ended = ending.end(command.order(), old);
        if (ended instanceof EndAttempt.Unconfirmed && command.acceptDuplicateRisk()) {
            ended = ending.askedAnew(command.order(), old);
        }
        if (ended instanceof EndAttempt.Unheard unheard) {
            throw MizanException.of(
                            ErrorCode.GATEWAY_UNAVAILABLE,
                            "replace",
                            "The attempt to be replaced is being paid, and its gateway does not say whether the money has come.")
                    .retryAfter(unheard.pause());
        }
        if (ended instanceof EndAttempt.BeingEnded) {
            throw beingEnded();
        }
        if (ended instanceof EndAttempt.Completed
                || (ended instanceof EndAttempt.Unconfirmed && !command.acceptDuplicateRisk())) {
            throw new MizanException(
                    ErrorCode.PAYMENT_IN_PROGRESS,
                    "The attempt to be replaced is being paid; its result is on its way.");
        }
        if (ended instanceof EndAttempt.StillPayable still && !command.acceptDuplicateRisk()) {
            throw stillPayable(still);
        }
        return ended;
    }

    /** Whoever asks again in a moment hears what came of it. */
    static MizanException beingEnded() {
        return new MizanException(
                        ErrorCode.CONCURRENT_CHANGE, "The attempt is being ended for somebody else at this moment.")
                .retryAfter(Duration.ofSeconds(1));
    }

    static MizanException stillPayable(EndAttempt.StillPayable still) {
        return until(
                still,
                new MizanException(
                        ErrorCode.PREVIOUS_ATTEMPT_STILL_PAYABLE,
                        "The attempt before could still be paid and could not be closed."));
    }

    /** The problem with the time until which the attempt can be paid, if that is known. */
    static MizanException until(EndAttempt.StillPayable still, MizanException problem) {
        return still.until().map(until -> problem.with("payable_until", until)).orElse(problem);
    }
}

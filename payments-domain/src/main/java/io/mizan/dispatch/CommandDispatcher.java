package io.mizan.dispatch;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.Attempts;
import io.mizan.attempt.Targets;
import io.mizan.casework.CaseKind;
import io.mizan.casework.GatewayCases;
import io.mizan.command.CommandState;
import io.mizan.command.Commands;
import io.mizan.command.GatewayCommand;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Gateways;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateway.Recovery;
import io.mizan.halt.HaltPoint;
import io.mizan.outage.GatewayCalls;
import io.mizan.sql.Claim;
import io.mizan.sql.ClaimLost;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Sends one claimed command and records what came of it, whether a request thread or a worker claimed it. */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER) // no database transaction is ever open across the wire (invariant 6)
public class CommandDispatcher {
    private static final System.Logger LOG = System.getLogger("mizan.dispatch");

    private final Commands commands;
    private final Attempts attempts;
    private final Targets targets;
    private final Gateways gateways;
    private final GatewayCases cases;
    private final GatewayCalls calls;
    private final CommandOutcomes outcomes;
    private final DispatchSettings settings;
    private final Bulkheads bulkheads;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected CommandDispatcher() {
        this(null, null, null, null, null, null, null, DispatchSettings.DEFAULT, null);
    }

    @Inject
    public CommandDispatcher(
            Commands commands,
            Attempts attempts,
            Targets targets,
            Gateways gateways,
            GatewayCases cases,
            GatewayCalls calls,
            CommandOutcomes outcomes,
            DispatchSettings settings,
            Clock clock) {
        this.commands = commands;
        this.attempts = attempts;
        this.targets = targets;
        this.gateways = gateways;
        this.cases = cases;
        this.calls = calls;
        this.outcomes = outcomes;
        this.settings = settings;
        this.bulkheads = new Bulkheads(settings.concurrentCallsPerGateway());
        this.clock = clock;
    }

    /**
     * Sends a command from a request thread that waits for the answer. If too many wait for this gateway already, the
     * command is left to the worker, as it is if the gateway has just gone. What is opened is shown to the caller, so it
     * counts as disclosed.
     */
    public void sendForCaller(Claim claim) {
        var errand = commands.find(claim.id()).orElseThrow();
        var gateway = gateways.find(errand.account());
        try {
            boolean waited = gateway.isPresent()
                    && withinBulkhead(gateway.get(), () -> send(claim, errand, gateway.get(), Shown.TO_CALLER));
            if (!waited) {
                leave(claim, errand.command(), Duration.ZERO);
            }
        } catch (ClaimLost lost) {
            // This thread was too slow; the caller learns how it stands, as after any answer that is not known yet.
            LOG.log(WARNING, "event=command.claim_lost command={0}", claim.id());
        }
    }

    /**
     * Asks about an attempt from a request thread that waits for the answer.
     *
     * @return empty if nobody was asked: the gateway is gone or away, or too many request threads wait for it already
     */
    public Optional<GatewayResult> inquireForCaller(AttemptSnapshot attempt) {
        var target = targets.of(attempt);
        var answer = new AtomicReference<GatewayResult>();
        gateways.find(attempt.account())
                .ifPresent(gateway -> withinBulkhead(gateway, () -> {
                    if (calls.lets(gateway.name())) {
                        answer.set(guarded("attempt=" + attempt.id(), () -> calls.inquire(gateway, target)));
                    }
                }));
        return Optional.ofNullable(answer.get());
    }

    /** @return false if too many request threads wait for this gateway already: then nothing is done */
    private boolean withinBulkhead(PaymentGateway gateway, Runnable call) {
        var bulkhead = bulkheads.of(gateway.name());
        if (!bulkhead.tryAcquire()) {
            return false;
        }
        try {
            call.run();
            return true;
        } finally {
            bulkhead.release();
        }
    }

    /** Claims what is due, for {@link #sendClaimed}. */
    public List<Claim> claimDue() {
        return commands.claimDue(settings.batch(), settings.lease());
    }

    /**
     * Sends a command that a worker claimed, or leaves it for later while the gateway is away, or gone from the settings. A
     * lost claim is no fault: its successor does the work.
     */
    public void sendClaimed(Claim claim) {
        var errand = commands.find(claim.id()).orElseThrow();
        var command = errand.command();
        try {
            var gateway = gateways.find(errand.account());
            if (gateway.isEmpty()) {
                cases.open(CaseKind.GATEWAY_MISSING, errand.account());
                leave(claim, command, GatewayCases.LOOK_AGAIN);
            } else if (!calls.lets(gateway.get(), command.operation())) {
                leave(claim, command, calls.heldBackFor(gateway.get().name()));
            } else {
                cases.clear(CaseKind.GATEWAY_MISSING, errand.account());
                send(claim, errand, gateway.get(), Shown.TO_NOBODY);
            }
        } catch (ClaimLost lost) {
            LOG.log(WARNING, "event=command.claim_lost command={0}", claim.id());
        }
    }

    private void leave(Claim claim, GatewayCommand command, Duration pause) {
        commands.leave(claim, command.state(), Optional.of(clock.instant().plus(pause)));
    }

    private void send(Claim claim, Commands.Errand errand, PaymentGateway gateway, Shown shown) {
        var command = errand.command();
        if (command.state() == CommandState.DONE) {
            return;
        }
        var result = result(claim, errand, gateway);
        HaltPoint.ANSWER_READ.pass();
        outcomes.record(claim, command, gateway, result, shown);
    }

    /** What was never on the wire is sent; for what may have been, the operation's recovery finds out. */
    private GatewayResult result(Claim claim, Commands.Errand errand, PaymentGateway gateway) {
        var command = errand.command();
        if (command.state() == CommandState.PLANNED) {
            return onTheWire(claim, errand, gateway);
        }
        var recovery = gateway.profile().recoveryOf(command.operation());
        if (recovery instanceof Recovery.SameKey sameKey) {
            boolean keyHolds = command.sentAt()
                    .filter(at -> at.plus(sameKey.validFor()).isAfter(clock.instant()))
                    .isPresent();
            return keyHolds ? onTheWire(claim, errand, gateway) : new GatewayResult.Unknown("key_expired");
        }
        if (recovery instanceof Recovery.InquireByOurReference byReference) {
            return foundOut(claim, errand, gateway, byReference);
        }
        if (recovery instanceof Recovery.Local) {
            return onTheWire(claim, errand, gateway);
        }
        return new GatewayResult.Unknown("only_a_person_can_find_out");
    }

    private GatewayResult onTheWire(Claim claim, Commands.Errand errand, PaymentGateway gateway) {
        commands.sent(claim);
        HaltPoint.COMMAND_SENT.pass();
        return guarded("command=" + claim.id(), () -> calls.send(gateway, errand.request()));
    }

    /**
     * "Not found" is a no only once what we sent would surely be visible; then, and only then, it is sent again, where
     * the gateway's view can be relied on so far and the command is not given up.
     */
    private GatewayResult foundOut(
            Claim claim, Commands.Errand errand, PaymentGateway gateway, Recovery.InquireByOurReference byReference) {
        var command = errand.command();
        var target = targets.of(attempts.find(command.attempt()).orElseThrow());
        var answer = guarded("command=" + claim.id(), () -> calls.findOut(gateway, errand.request(), target));
        if (!(answer instanceof GatewayResult.NotFound)) {
            return answer;
        }
        boolean wouldBeVisible = command.lastSentAt()
                .filter(at -> at.plus(byReference.visibleAfter()).isBefore(clock.instant()))
                .isPresent();
        if (!wouldBeVisible) {
            return new GatewayResult.Unknown("not_visible_yet");
        }
        return byReference.sendAgain() && command.state() != CommandState.GIVEN_UP
                ? onTheWire(claim, errand, gateway)
                : new GatewayResult.Unknown("not_found");
    }

    /** After a fault of the adapter's, the request may have left: nobody knows what came of it. */
    private static GatewayResult guarded(String about, Supplier<GatewayResult> call) {
        try {
            return call.get();
        } catch (RuntimeException fault) {
            LOG.log(ERROR, "event=command.adapter_fault " + about, fault);
            return new GatewayResult.Unknown("adapter_fault");
        }
    }

    /** Whether what a command opens is shown to somebody at once. */
    enum Shown {
        TO_CALLER,
        TO_NOBODY
    }
}

package io.mizan.checkout;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.Attempts;
import io.mizan.attempt.PaymentAttempt;
import io.mizan.casework.GatewayCases;
import io.mizan.command.GatewayCommand;
import io.mizan.dispatch.CommandDispatcher;
import io.mizan.dispatch.DispatchSettings;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.gateway.Capturing;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.Gateways;
import io.mizan.gateway.Operation;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateway.Target;
import io.mizan.id.AttemptId;
import io.mizan.intake.CommandKeys;
import io.mizan.intake.FactIntake;
import io.mizan.intake.OrderVisit;
import io.mizan.money.Money;
import io.mizan.order.OrderStatus;
import io.mizan.sql.Claim;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Collects money that was only authorized. The reference is the business key: one reference captures once. */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER) // no database transaction is ever open across the wire (invariant 6)
public class CaptureAttempt {
    private final FactIntake intake;
    private final CommandDispatcher dispatcher;
    private final DispatchSettings dispatch;
    private final Gateways gateways;
    private final Attempts attempts;

    /** For the proxy of the container only. */
    protected CaptureAttempt() {
        this(null, null, null, null, null);
    }

    @Inject
    public CaptureAttempt(
            FactIntake intake,
            CommandDispatcher dispatcher,
            DispatchSettings dispatch,
            Gateways gateways,
            Attempts attempts) {
        this.intake = intake;
        this.dispatcher = dispatcher;
        this.dispatch = dispatch;
        this.gateways = gateways;
        this.attempts = attempts;
    }

    /**
     * Captures an amount, or all that is authorized; the rest is released. A repeat with the same reference and amount
     * answers how the attempt stands.
     *
     * @throws MizanException {@code NOT_FOUND}, {@code REFERENCE_REUSED}, {@code CAPABILITY_NOT_SUPPORTED},
     *     {@code GATEWAY_UNAVAILABLE} if this deployment no longer has it, {@code ATTEMPT_STATE_CONFLICT} if nothing is
     *     authorized or another capture is on its way, {@code AMOUNT_OUT_OF_RANGE} if it is more than is authorized
     *     or nothing that the gateway can count
     */
    public AttemptSnapshot capture(AttemptId id, String reference, Optional<Money> amount) {
        var attempt = attempts.find(id)
                .orElseThrow(() -> new MizanException(ErrorCode.NOT_FOUND, "There is no such attempt."));
        var planned = intake.visit(attempt.order(), visit -> plan(visit, visit.attempt(id), reference, amount));
        planned.ifPresent(command -> dispatcher.sendForCaller(new Claim(command, 0, 0)));
        return attempts.find(id).orElseThrow();
    }

    private Optional<UUID> plan(OrderVisit visit, PaymentAttempt attempt, String reference, Optional<Money> asked) {
        var captures = visit.commands().stream()
                .filter(command -> command.attempt().equals(attempt.id()))
                .filter(command -> command.operation() == Operation.CAPTURE)
                .toList();
        var same = captures.stream()
                .filter(command -> command.reference().filter(reference::equals).isPresent())
                .findFirst();
        if (same.isPresent()) {
            requireSameAmount(same.get(), asked);
            return Optional.empty();
        }
        var gateway = capturing(attempt);
        requireWanted(visit, attempt);
        var amount = requireCapturable(attempt, captures, asked);
        requireWhole(gateway, attempt, amount);
        int ordinal = captures.size() + 1;
        var request = prepare(
                gateway, visit.target(attempt), amount, CommandKeys.of(attempt.id(), Operation.CAPTURE, ordinal));
        return Optional.of(visit.plan(
                attempt,
                ordinal,
                Optional.of(reference),
                Optional.of(amount),
                request,
                visit.now().plus(dispatch.lease())));
    }

    private Capturing capturing(PaymentAttempt attempt) {
        var gateway = gateways.find(attempt.account()).orElseThrow(() -> new MizanException(
                        ErrorCode.GATEWAY_UNAVAILABLE, attempt.gateway() + " is not set up for this attempt any more.")
                .retryAfter(GatewayCases.LOOK_AGAIN));
        if (gateway instanceof Capturing capturing) {
            return capturing;
        }
        throw Unsupported.by(gateway, Operation.CAPTURE);
    }

    private static GatewayRequest prepare(Capturing gateway, Target target, Money amount, String idempotencyKey) {
        try {
            return gateway.capture(target, amount, idempotencyKey);
        } catch (IllegalArgumentException cannotBeSaid) {
            throw MizanException.of(
                    ErrorCode.AMOUNT_OUT_OF_RANGE,
                    "amount",
                    ((PaymentGateway) gateway).profile().displayName() + " cannot collect " + amount
                            + " of this authorization.");
        }
    }

    private static void requireWhole(Capturing gateway, PaymentAttempt attempt, Money amount) {
        if (!gateway.capturesParts() && amount.compareTo(attempt.authorized()) < 0) {
            throw Unsupported.ofPart((PaymentGateway) gateway, Operation.CAPTURE, "amount");
        }
    }

    private static void requireSameAmount(GatewayCommand known, Optional<Money> asked) {
        if (asked.isPresent() && !asked.equals(known.amount())) {
            throw MizanException.of(ErrorCode.REFERENCE_REUSED, "reference", "Another capture has this reference.");
        }
    }

    /** What another attempt has paid, or what is being released, must not be collected by an act of ours. */
    private static void requireWanted(OrderVisit visit, PaymentAttempt attempt) {
        boolean releasing = visit.commands().stream()
                .filter(command -> command.attempt().equals(attempt.id()))
                .filter(command -> command.operation() == Operation.VOID)
                .anyMatch(command -> !command.wasDeclined());
        if (attempt.isSuperseded() || releasing || visit.order().status() == OrderStatus.PAID) {
            throw new MizanException(
                    ErrorCode.ATTEMPT_STATE_CONFLICT,
                    "The order is paid by another attempt, or this one is being released; it cannot be captured.");
        }
    }

    private static Money requireCapturable(
            PaymentAttempt attempt, List<GatewayCommand> captures, Optional<Money> asked) {
        var authorized = attempt.authorized();
        if (!authorized.isPositive()) {
            throw new MizanException(ErrorCode.ATTEMPT_STATE_CONFLICT, "Nothing is authorized that could be captured.");
        }
        if (captures.stream().anyMatch(GatewayCommand::isOutstanding)) {
            throw new MizanException(
                    ErrorCode.ATTEMPT_STATE_CONFLICT, "A capture of this attempt is not answered yet.");
        }
        var amount = asked.orElse(authorized);
        if (!amount.currency().equals(authorized.currency())) {
            throw MizanException.of(
                    ErrorCode.INVALID_FIELD, "amount.currency", "The attempt is in " + authorized.currencyCode() + ".");
        }
        if (!amount.isPositive() || amount.compareTo(authorized) > 0) {
            throw MizanException.of(
                    ErrorCode.AMOUNT_OUT_OF_RANGE, "amount", "At most " + authorized + " can be captured.");
        }
        return amount;
    }
}

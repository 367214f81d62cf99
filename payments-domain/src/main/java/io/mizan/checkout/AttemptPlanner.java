package io.mizan.checkout;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.NewAttempt;
import io.mizan.attempt.PaymentAttempt;
import io.mizan.cardtesting.AddressLimits;
import io.mizan.cardtesting.AddressLimits.Limited;
import io.mizan.cardtesting.CardTestingBreaker;
import io.mizan.command.CommandState;
import io.mizan.command.GatewayCommand;
import io.mizan.customer.CustomerDetails;
import io.mizan.customer.People;
import io.mizan.dispatch.DispatchSettings;
import io.mizan.fact.FactKind;
import io.mizan.fact.RecordedFact;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.Capturing;
import io.mizan.gateway.CheckoutIntent;
import io.mizan.gateway.Operation;
import io.mizan.gateway.PaymentGateway;
import io.mizan.id.AttemptId;
import io.mizan.intake.CommandKeys;
import io.mizan.intake.OrderVisit;
import io.mizan.order.Order;
import io.mizan.order.OrderSnapshot;
import io.mizan.order.OrderStatus;
import io.mizan.outage.GatewayCalls;
import io.mizan.secrets.Vault;
import io.mizan.timeline.TimelineKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Plans an attempt and the command that opens its checkout, under the order's lock and before any call. */
@ApplicationScoped
class AttemptPlanner {
    private final GatewayChoice choice;
    private final GatewayCalls calls;
    private final People people;
    private final ReturnTokens tokens;
    private final DispatchSettings dispatch;
    private final CheckoutSettings settings;
    private final CardTestingBreaker breaker;
    private final Vault vault;
    private final AddressLimits addresses;

    /** For the proxy of the container only. */
    protected AttemptPlanner() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    AttemptPlanner(
            GatewayChoice choice,
            GatewayCalls calls,
            People people,
            ReturnTokens tokens,
            DispatchSettings dispatch,
            CheckoutSettings settings,
            CardTestingBreaker breaker,
            AddressLimits addresses,
            Vault vault) {
        this.choice = choice;
        this.calls = calls;
        this.people = people;
        this.tokens = tokens;
        this.dispatch = dispatch;
        this.settings = settings;
        this.breaker = breaker;
        this.vault = vault;
        this.addresses = addresses;
    }

    sealed interface Plan {}

    /** The command is stored and this thread's for the length of its lease. */
    record Planned(UUID command) implements Plan {}

    /** Another attempt is open; the caller may continue with it. */
    record Blocked(AttemptSnapshot open) implements Plan {}

    /** It was begun before by a request that is a repeat of this one. */
    record Begun(AttemptSnapshot attempt) implements Plan {}

    Plan plan(OrderVisit visit, StartAttemptCommand command) {
        var begun = visit.attempts().stream()
                .filter(attempt -> attempt.id().value().equals(command.attemptId()))
                .findFirst();
        if (begun.isPresent()) {
            return new Begun(begun.get().snapshot());
        }
        var gateway = gateway(command, visit.order());
        requirePending(visit.order());
        requireInTime(visit);
        var open = openAttempt(visit);
        if (open.isPresent()) {
            open.get().disclose(visit.now());
            return new Blocked(open.get().snapshot());
        }
        var addressHash = addressHash(command);
        requireWithinLimits(visit, addressHash);
        requireThere(gateway, visit.order().snapshot());
        return begin(visit, command, gateway, addressHash);
    }

    private Planned begin(
            OrderVisit visit, StartAttemptCommand command, PaymentGateway gateway, Optional<String> addressHash) {
        var order = visit.order().snapshot();
        var id = new AttemptId(command.attemptId());
        var attempt = visit.begin(new NewAttempt(
                id,
                order.id(),
                visit.attempts().size() + 1,
                gateway.name(),
                gateway.account(),
                command.capture(),
                order.amount(),
                command.acceptDuplicateRisk(),
                tokens.hashFor(id),
                addressHash,
                visit.now()));
        visit.register(attempt, gateway.ownReferences(id));
        var request = gateway.openCheckout(new CheckoutIntent(
                order.id(),
                id,
                order.amount(),
                order.breakdown().stream()
                        .map(line -> new CheckoutIntent.Line(line.description(), line.unit(), line.quantity()))
                        .toList(),
                command.capture(),
                visit.now(),
                tokens.returnUrl(gateway.name(), id),
                tokens.cancelUrl(gateway.name(), id),
                visit.now().plus(gateway.profile().payFor()),
                order.locale(),
                CommandKeys.of(id, Operation.OPEN_CHECKOUT, 1)));
        var commandId = visit.plan(
                attempt,
                1,
                Optional.empty(),
                Optional.empty(),
                request,
                visit.now().plus(dispatch.lease()));
        visit.tell(
                TimelineKind.ATTEMPT_STARTED,
                command.actor(),
                Optional.of(id),
                Map.of(
                        "gateway", gateway.name().value(),
                        "capture", command.capture().code(),
                        "amount", order.amount().toDecimal(),
                        "currency", order.amount().currencyCode()));
        return new Planned(commandId);
    }

    private PaymentGateway gateway(StartAttemptCommand command, Order order) {
        var gateway =
                choice.require(command.gateway(), order.snapshot().amount(), order.locale(), () -> order.snapshot()
                        .person()
                        .flatMap(people::find)
                        .flatMap(CustomerDetails::country));
        if (command.capture() == CaptureMode.MANUAL && !(gateway instanceof Capturing)) {
            throw Unsupported.by(gateway, Operation.CAPTURE, "capture");
        }
        return gateway;
    }

    private Optional<String> addressHash(StartAttemptCommand command) {
        return command.clientAddress().map(address -> vault.hash("client-address", address));
    }

    /**
     * What can be said against an attempt before the one that it replaces is ended: that would be for nothing.
     *
     * @return an open attempt that is in its way besides
     * @throws MizanException as {@link #plan} would once that one has ended
     */
    Optional<Blocked> lookAhead(OrderVisit visit, StartAttemptCommand command, AttemptId replaced) {
        var gateway = gateway(command, visit.order());
        if (!isHeldBy(visit, replaced)) {
            requirePending(visit.order());
        }
        requireInTime(visit);
        var open = visit.attempts().stream()
                .filter(attempt -> !attempt.id().equals(replaced))
                .filter(attempt -> attempt.isOpen() && !attempt.isSuperseded())
                .filter(attempt -> !isUnknownAndUndisclosed(attempt, visit.commands()))
                .findFirst();
        if (open.isPresent()) {
            open.get().disclose(visit.now());
            return open.map(PaymentAttempt::snapshot).map(Blocked::new);
        }
        requireWithinLimits(visit, addressHash(command));
        if (calls.outage(gateway.name()).isPresent()) {
            requireThere(gateway, visit.order().snapshot());
        }
        return Optional.empty();
    }

    /** Once its hold is released the order can be paid by another. */
    private static boolean isHeldBy(OrderVisit visit, AttemptId replaced) {
        return visit.order().status() == OrderStatus.AUTHORIZED
                && visit.attempts().stream()
                        .filter(attempt -> attempt.id().equals(replaced))
                        .anyMatch(attempt -> attempt.authorized().isPositive());
    }

    /** The last that is looked at, for it may let one through to find out whether the gateway is back. */
    private void requireThere(PaymentGateway gateway, OrderSnapshot order) {
        if (!calls.lets(gateway, Operation.OPEN_CHECKOUT)) {
            throw MizanException.of(
                            ErrorCode.GATEWAY_UNAVAILABLE,
                            "gateway",
                            gateway.profile().displayName() + " cannot be used at present.")
                    .with("customer_message", CustomerMessages.text("gateway.unavailable", order.locale()))
                    .retryAfter(calls.heldBackFor(gateway.name()));
        }
    }

    private static void requirePending(Order order) {
        if (order.status() != OrderStatus.PENDING) {
            throw new MizanException(
                    ErrorCode.ORDER_NOT_PAYABLE,
                    "The order is " + order.status().code() + " and takes no payment.");
        }
    }

    private static void requireInTime(OrderVisit visit) {
        if (!visit.order().expiresAt().isAfter(visit.now())) {
            throw new MizanException(ErrorCode.ORDER_NOT_PAYABLE, "The time to pay this order is over.");
        }
    }

    /**
     * The attempt through which money could still come. One whose opening nobody knows the outcome of, and whose
     * address nobody was shown, gives way: should its page turn up later, it is closed and never shown.
     */
    private static Optional<PaymentAttempt> openAttempt(OrderVisit visit) {
        if (visit.attempts().isEmpty()) {
            return Optional.empty();
        }
        var commands = visit.commands();
        for (var attempt : visit.attempts()) {
            if (!attempt.isOpen() || attempt.isSuperseded()) {
                continue;
            }
            if (!isUnknownAndUndisclosed(attempt, commands)) {
                return Optional.of(attempt);
            }
            visit.giveWay(attempt);
        }
        return Optional.empty();
    }

    private static boolean isUnknownAndUndisclosed(PaymentAttempt attempt, List<GatewayCommand> commands) {
        return !attempt.isDisclosed()
                && commands.stream()
                        .filter(command -> command.attempt().equals(attempt.id()))
                        .filter(command -> command.operation() == Operation.OPEN_CHECKOUT)
                        .anyMatch(AttemptPlanner::cameToNothing);
    }

    /** Its outcome is not known, or it was not let in and will be sent again: nobody waits for that. */
    private static boolean cameToNothing(GatewayCommand opening) {
        return opening.state() == CommandState.UNKNOWN
                || opening.state() == CommandState.GIVEN_UP
                || (opening.state() == CommandState.PLANNED
                        && opening.lastSentAt().isPresent());
    }

    private void requireWithinLimits(OrderVisit visit, Optional<String> addressHash) {
        if (visit.attempts().size() >= settings.attemptsPerOrder()) {
            throw new MizanException(
                    ErrorCode.TOO_MANY_ATTEMPTS,
                    "An order takes " + settings.attemptsPerOrder() + " attempts at most.");
        }
        var known = visit.facts();
        requireNothingQuarantined(visit, known);
        long declines = known.stream()
                .filter(decline -> decline.fact().isDeclineByIssuer())
                .count();
        if (declines >= settings.declinesPerOrder()) {
            throw new MizanException(ErrorCode.TOO_MANY_DECLINES, "This order was declined too often to try again.");
        }
        addressHash.ifPresent(hash -> addresses.require(
                Limited.ATTEMPTS, hash, settings.attemptsPerAddress(), settings.addressWindow(), visit.now()));
        breaker.requireClosed(visit.order().apiKeyId(), visit.now());
    }

    /** Money came in another currency: until a person has dealt with it, asking for more would be asking twice. */
    private static void requireNothingQuarantined(OrderVisit visit, List<RecordedFact> known) {
        var currency = visit.order().amount().currency();
        boolean quarantined = known.stream()
                .map(RecordedFact::identity)
                .filter(fact -> fact.kind() == FactKind.CAPTURED || fact.kind() == FactKind.CAPTURED_TOTAL)
                .flatMap(fact -> fact.amount().stream())
                .anyMatch(amount -> !amount.currency().equals(currency));
        if (quarantined) {
            throw new MizanException(
                    ErrorCode.ORDER_NOT_PAYABLE,
                    "Money came for this order in another currency; that has to be dealt with first.");
        }
    }
}

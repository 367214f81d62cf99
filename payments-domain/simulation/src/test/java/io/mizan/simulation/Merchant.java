package io.mizan.simulation;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.Attempts;
import io.mizan.checkout.CancelOrder;
import io.mizan.checkout.CaptureAttempt;
import io.mizan.checkout.CheckoutStatus;
import io.mizan.checkout.CloseAttempt;
import io.mizan.checkout.NextAction;
import io.mizan.checkout.NextActions;
import io.mizan.checkout.ShowAttempt;
import io.mizan.checkout.StartAttempt;
import io.mizan.checkout.StartAttemptCommand;
import io.mizan.customer.CustomerDetails;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Redirect;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.money.Money;
import io.mizan.order.OrderItem;
import io.mizan.order.PlaceOrder;
import io.mizan.order.PlaceOrderCommand;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Calls our interface: asks for orders, attempts and captures, and asks again for whatever was not answered. */
final class Merchant {
    private static final int MOST_ORDERS = 2;
    private static final int MOST_REPETITIONS = 10;
    private static final Duration BETWEEN_REPETITIONS = Duration.ofSeconds(46);

    private final Server server;
    private final Provider provider;
    private final List<GatewayName> offered;
    private final Books books;
    private final Customer customer;
    private final Dice dice;
    private final Chronicle chronicle;

    private final List<OrderId> orders = new ArrayList<>();
    private final Map<OrderId, Integer> risksTaken = new HashMap<>();
    private final List<Request> unanswered = new ArrayList<>();
    private final List<Request> answered = new ArrayList<>();
    private int made;

    /** @param offered a gateway that stands there twice is chosen twice as often */
    Merchant(
            Server server,
            Provider provider,
            List<GatewayName> offered,
            Books books,
            Customer customer,
            Dice dice,
            Chronicle chronicle) {
        this.server = server;
        this.provider = provider;
        this.offered = offered;
        this.books = books;
        this.customer = customer;
        this.dice = dice;
        this.chronicle = chronicle;
    }

    List<Move> moves() {
        return List.of(
                new Move(
                        "place an order",
                        12,
                        () -> orders.size() < MOST_ORDERS && (orders.isEmpty() || dice.oneIn(12)),
                        this::place),
                new Move(
                        "start an attempt",
                        24,
                        () -> hasOrder() && (!customer.hasPage() || dice.oneIn(4)),
                        () -> start(false, false)),
                new Move("replace an attempt", 6, this::hasAttempt, () -> start(true, false)),
                new Move("replace an attempt at any risk", 2, this::hasAttempt, () -> start(true, true)),
                new Move("poll the status", 5, this::hasOrder, this::poll),
                new Move("show an attempt", 3, this::hasAttempt, this::show),
                new Move("cancel the order", 2, this::hasOrder, this::cancel),
                new Move("close an attempt", 2, this::hasAttempt, this::close),
                new Move("release an attempt", 4, this::mayCapture, this::release),
                new Move("capture", 24, this::mayCapture, this::capture),
                new Move(
                        "repeat a request that was not answered",
                        10,
                        () -> !unanswered.isEmpty(),
                        () -> send(dice.oneOf(unanswered))),
                new Move(
                        "repeat a request that was answered",
                        3,
                        () -> !answered.isEmpty(),
                        () -> send(dice.oneOf(answered))));
    }

    /** Those of which it was told. */
    List<OrderId> orders() {
        return List.copyOf(orders);
    }

    /** How often it let another attempt take the place of one that could still be paid. */
    int risksTaken(OrderId order) {
        return risksTaken.getOrDefault(order, 0);
    }

    /** Repeats each request until it is answered. */
    void insist(SimulatedClock clock) {
        for (int i = 0; i < MOST_REPETITIONS && !unanswered.isEmpty(); i++) {
            List.copyOf(unanswered).forEach(this::send);
            clock.forward(BETWEEN_REPETITIONS);
        }
        if (!unanswered.isEmpty()) {
            throw new AssertionError("requests are never answered: " + unanswered.size());
        }
    }

    /** @throws AssertionError if an answer is another than it was */
    void repeatWhatWasAnswered() {
        answered.forEach(this::send);
    }

    private boolean hasOrder() {
        return !orders.isEmpty();
    }

    private boolean hasAttempt() {
        return !books.attempts().isEmpty();
    }

    private boolean mayCapture() {
        return hasAttempt()
                && (!provider.pagesWhosePaymentIs(Provider.PaymentState.AUTHORIZED)
                                .isEmpty()
                        || dice.oneIn(20));
    }

    private void place() {
        var reference = "cart-" + ++made;
        request(
                "place " + reference,
                effect -> server.bean(PlaceOrder.class)
                        .place(order(effect, reference))
                        .order()
                        .id()
                        .toString(),
                answer -> {
                    var id = OrderId.fromString(answer);
                    if (!orders.contains(id)) {
                        orders.add(id);
                    }
                });
    }

    /** A ticket, for whoever it is. */
    static PlaceOrderCommand order(UUID effect, String reference) {
        return order(effect, reference, CustomerDetails.NONE);
    }

    static PlaceOrderCommand order(UUID effect, String reference, CustomerDetails customer) {
        return new PlaceOrderCommand(
                effect,
                "merchant",
                reference,
                Stage.API_KEY,
                List.of(new OrderItem.Priced("A ticket", Story.PRICE.amountMinor(), 1)),
                Story.PRICE.currency(),
                customer,
                "en",
                URI.create("https://shop.example/"),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    private void start(boolean replace, boolean risk) {
        var order = dice.oneOf(orders);
        var replaced = replace ? Optional.of(dice.oneOf(books.attempts())) : Optional.<AttemptId>empty();
        var gateway = dice.oneOf(offered);
        int laterCaptures = gateway.equals(CardsGateway.NAME) ? 3 : 30;
        var capture = dice.oneIn(laterCaptures) ? CaptureMode.MANUAL : CaptureMode.AUTOMATIC;
        if (risk) {
            risksTaken.merge(order, 1, Integer::sum);
        }
        request(
                "attempt " + ++made,
                effect -> written(server.bean(StartAttempt.class)
                        .start(new StartAttemptCommand(
                                effect, order, gateway, capture, replaced, risk, Optional.empty()))),
                this::read);
    }

    /** What the merchant is told of an attempt: its id, and where the customer pays. */
    private String written(AttemptSnapshot attempt) {
        return attempt.id() + " "
                + address(server.bean(NextActions.class).of(attempt)).orElse("");
    }

    private static Optional<String> address(NextAction action) {
        return action instanceof NextAction.Go go
                ? Optional.of(go.redirect())
                        .map(Redirect::url)
                        .map(URI::getPath)
                        .map(path -> path.substring(1))
                : Optional.empty();
    }

    private void read(String answer) {
        var address = answer.split(" ", 2)[1];
        if (!address.isEmpty()) {
            customer.isSentTo(address);
        }
    }

    private void poll() {
        var progress = server.bean(CheckoutStatus.class).of(dice.oneOf(orders));
        address(progress.nextAction()).ifPresent(page -> {
            if (progress.attempt().isEmpty()) {
                throw new AssertionError(page + " is the page of no attempt");
            }
            customer.isSentTo(page);
        });
    }

    private void show() {
        server.bean(Attempts.class)
                .find(dice.oneOf(books.attempts()))
                .map(server.bean(ShowAttempt.class)::show)
                .ifPresent(attempt -> read(written(attempt)));
    }

    private void cancel() {
        var order = dice.oneOf(orders);
        request(
                "cancel " + ++made,
                effect -> {
                    server.bean(CancelOrder.class).cancel(order, "merchant");
                    return "canceled";
                },
                answer -> {});
    }

    private void close() {
        var attempt = dice.oneOf(books.attempts());
        request(
                "close " + ++made,
                effect -> written(server.bean(CloseAttempt.class).close(attempt)),
                answer -> {});
    }

    private void release() {
        var attempt = dice.oneOf(books.attempts());
        request(
                "release " + ++made,
                effect -> written(server.bean(CloseAttempt.class).release(attempt)),
                answer -> {});
    }

    private void capture() {
        var attempt = dice.oneOf(books.attempts());
        var reference = "capture-" + ++made;
        var amount = dice.oneIn(3)
                ? Optional.of(Money.ofMinor(1_000L * (1 + dice.below(25)), "QAR"))
                : Optional.<Money>empty();
        request(
                reference,
                effect -> written(server.bean(CaptureAttempt.class).capture(attempt, reference, amount)),
                answer -> {});
    }

    private void request(String name, Function<UUID, String> work, Consumer<String> reader) {
        var request = new Request(name, work, reader);
        unanswered.add(request);
        send(request);
    }

    private void send(Request request) {
        try {
            request.send(server, chronicle);
            if (unanswered.remove(request)) {
                answered.add(request);
            }
        } catch (MizanException refusal) {
            chronicle.tell("  refused: " + refusal.code());
            chronicle.see("refused " + refusal.code());
            if (refusal.code() != ErrorCode.IDEMPOTENCY_KEY_IN_USE) {
                unanswered.remove(request);
            }
            if (refusal.members().get("attempt") instanceof AttemptSnapshot open) {
                read(written(open));
            }
        }
    }
}

package io.mizan.simulation;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.chain.Anchoring;
import io.mizan.checkout.CancelOrder;
import io.mizan.checkout.CaptureAttempt;
import io.mizan.checkout.CheckoutStatus;
import io.mizan.checkout.CloseAttempt;
import io.mizan.checkout.CustomerReturn;
import io.mizan.checkout.NextAction;
import io.mizan.checkout.NextActions;
import io.mizan.checkout.ShowAttempt;
import io.mizan.checkout.StartAttempt;
import io.mizan.checkout.StartAttemptCommand;
import io.mizan.customer.CustomerDetails;
import io.mizan.dispatch.CommandDispatcher;
import io.mizan.explanation.Actor;
import io.mizan.explanation.Dossiers;
import io.mizan.explanation.Explanation;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.FailureCategory;
import io.mizan.failure.MizanException;
import io.mizan.gateway.Callback;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Gateways;
import io.mizan.gateway.Redirect;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.idempotency.Answer;
import io.mizan.idempotency.Idempotency;
import io.mizan.idempotency.IdempotencyKey;
import io.mizan.idempotency.RequestHash;
import io.mizan.idempotency.Turn;
import io.mizan.inbox.WebhookInbox;
import io.mizan.intake.InboxSettings;
import io.mizan.intake.InboxWorker;
import io.mizan.invariant.InvariantChecker;
import io.mizan.invariant.Violation;
import io.mizan.invariant.When;
import io.mizan.money.Money;
import io.mizan.order.OrderItem;
import io.mizan.order.PlaceOrder;
import io.mizan.order.PlaceOrderCommand;
import io.mizan.reconciliation.ExpireOrders;
import io.mizan.reconciliation.ReconcileAttempts;
import io.mizan.secrets.Digests;
import io.mizan.sql.Claim;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One play: a merchant, its customers, a provider, a wire between them that loses what it carries, and a process that may
 * die at any statement, all drawn from one seed. After each move what must always be true is checked; in the end everybody
 * comes to rest, and what must be true then.
 */
final class Simulation implements Fate {
    private static final Currency QAR = Currency.getInstance("QAR");
    private static final Money PRICE = Money.ofMinor(25_000, "QAR");
    /** As by default, but that a letter is dead sooner. */
    private static final InboxSettings INBOX =
            new InboxSettings(50, Duration.ofSeconds(60), 2, Duration.ofHours(1), Duration.ofDays(30));

    private static final Duration HORIZON = Duration.ofHours(36);
    private static final int MOST_ROUNDS = 400;
    /** Reading what an advice needs takes as long as the check. */
    private static final int CHECKS_BETWEEN_ADVICE = 4;

    private static final List<GatewayName> CARDS = List.of(CardsGateway.NAME);
    private static final List<GatewayName> INVOICES = List.of(InvoicesGateway.NAME);
    private static final List<GatewayName> BOTH = List.of(CardsGateway.NAME, InvoicesGateway.NAME);

    private final long seed;
    private final Stage stage;
    private final Random random;
    private final SimulatedClock clock = new SimulatedClock();
    private final Provider provider;
    private final List<GatewayName> offered;
    private final Gateways gateways;
    private final InvariantChecker checker;
    private final Consumer<Beans> casting;
    private final List<Move> moves = moves();
    private final List<Queue> queues = List.of(
            new Queue("webhook_event", "due_at", this::workInbox),
            new Queue("gateway_command", "due_at", this::sendCommands),
            new Queue("payment_attempt", "inquiry_due_at", this::ask),
            new Queue("orders", "expiry_due_at", this::expire));

    private final Set<String> seen = new TreeSet<>();
    private final List<String> story = new ArrayList<>();
    private final List<OrderId> orders = new ArrayList<>();
    private final Map<OrderId, Integer> risksTaken = new HashMap<>();
    private final Map<OrderId, Long> checkedVersion = new HashMap<>();
    private final List<AttemptId> attempts = new ArrayList<>();
    /** Pages whose address somebody was told; whoever was may pay them whenever they like. */
    private final Map<String, AttemptId> tabs = new LinkedHashMap<>();

    private final List<Request> unanswered = new ArrayList<>();
    private final List<Request> answered = new ArrayList<>();
    /** Requests that left and have not arrived. */
    private final List<Supplier<GatewayResult>> underway = new ArrayList<>();

    private final Set<String> acknowledged = new LinkedHashSet<>();

    private final double trouble;
    private final boolean lettersArriveInTheEnd;
    private Beans beans;
    private Set<String> due = Set.of();
    private int crashIn = -1;
    private int depth;
    private boolean calm;
    private boolean troubled;
    private int made;
    private long checkedChanges = -1;
    private int checks;
    private final Map<String, Instant> nextDue = new LinkedHashMap<>();
    private long lookedChanges = -1;

    private record Move(String name, int weight, BooleanSupplier possible, Runnable act) {}

    /**
     * @param keepsKeys whether the provider is sound
     * @param casting may put other beans in the place of ours, to see whether it is noticed
     */
    Simulation(long seed, Stage stage, boolean keepsKeys, Consumer<Beans> casting) {
        this.seed = seed;
        this.stage = stage;
        this.random = new Random(seed);
        this.casting = casting;
        this.provider = new Provider(clock, keepsKeys);
        this.offered = keepsKeys ? List.of(CARDS, CARDS, INVOICES, BOTH).get(random.nextInt(4)) : CARDS;
        this.gateways = new Gateways(
                List.of(new CardsGateway(provider, this::call), new InvoicesGateway(provider, this::call)));
        this.checker = new InvariantChecker(stage.reading(), stage.vault(), clock);
        // What an unsound provider does shows on a bad wire only, and it is to show soon.
        this.trouble = keepsKeys ? List.of(0.0, 1.0, 1.5, 2.0).get(random.nextInt(4)) : 3.0;
        this.lettersArriveInTheEnd = random.nextBoolean();
    }

    /** @throws AssertionError with the story, if a promise was broken */
    Set<String> play() {
        stage.clear();
        stage.database().ruledBy(this);
        try {
            start();
            int steps = 8 + random.nextInt(8) + (random.nextInt(4) == 0 ? random.nextInt(28) : 0);
            for (int i = 0; i < steps; i++) {
                step();
            }
            rest();
        } catch (RuntimeException | SQLException | AssertionError | Crash failure) {
            throw new AssertionError(
                    "seed " + seed + ": " + failure + "\nAgain: -Dmizan.simulation.seed=" + seed + "\n"
                            + String.join("\n", story),
                    failure);
        } finally {
            stage.database().ruledBy(Fate.KIND);
        }
        return seen;
    }

    /** What happened, for a comparison of two plays. */
    String story() {
        return String.join("\n", story);
    }

    // ---- the process
    // -------------------------------------------------------------------------------------------------

    private void start() throws SQLException {
        stage.database().revive();
        beans = stage.beans(clock, new Random(random.nextLong()), gateways, this)
                .with(InboxSettings.class, INBOX);
        casting.accept(beans);
    }

    private <T> T bean(Class<T> type) {
        return beans.get(type);
    }

    private void step() throws SQLException {
        if (chance(0.2 * trouble)) {
            crashIn = 1 + random.nextInt(45);
        }
        troubled = false;
        try {
            move();
        } catch (Crash crash) {
            tell("  the process dies " + crash.getMessage());
            see("crash " + crash.getMessage());
            depth = 0;
            start();
        }
        crashIn = -1;
        provider.timePasses();
        check(When.ALWAYS);
    }

    private void move() {
        due = dueNow();
        var possible = moves.stream().filter(it -> it.possible().getAsBoolean()).toList();
        int drawn = random.nextInt(possible.stream().mapToInt(Move::weight).sum());
        for (var move : possible) {
            drawn -= move.weight();
            if (drawn < 0) {
                play(move);
                return;
            }
        }
    }

    /** Which queues have something to do; a worker that finds nothing is no event. */
    private Set<String> dueNow() {
        var tables = new TreeSet<String>();
        nextDue().forEach((table, at) -> {
            if (!at.isAfter(clock.now())) {
                tables.add(table);
            }
        });
        return tables;
    }

    /** When each queue that holds something is due next; read anew only if something may have changed. */
    private Map<String, Instant> nextDue() {
        if (stage.database().changes() != lookedChanges) {
            lookedChanges = stage.database().changes();
            nextDue.clear();
            var question = queues.stream()
                    .map(queue -> "SELECT '" + queue.table() + "' AS queue, MIN(" + queue.column() + ") AS due FROM "
                            + queue.table())
                    .collect(joining(" UNION ALL "));
            stage.rows()
                    .list(question, row -> Map.entry(row.text("queue"), row.optionalInstant("due")))
                    .forEach(queue -> queue.getValue().ifPresent(at -> nextDue.put(queue.getKey(), at)));
        }
        return nextDue;
    }

    private void play(Move move) {
        tell(move.name());
        see(move.name());
        try {
            move.act().run();
        } catch (RuntimeException failure) {
            if (!troubled) {
                throw failure;
            }
            tell("  fails: " + failure.getClass().getSimpleName());
        }
    }

    @Override
    public void at(String point) {
        if (crashIn > 0 && --crashIn == 0) {
            throw stage.database().die(point);
        }
    }

    @Override
    public void statement() throws SQLException {
        if (!calm && chance(0.0006 * trouble)) {
            troubled = true;
            see("deadlock");
            tell("  deadlock");
            throw new SQLTransactionRollbackException("Deadlock found when trying to get lock", "40001", 1213);
        }
    }

    @Override
    public Commit commit() {
        if (calm || !chance(0.002 * trouble)) {
            return Commit.ANSWERED;
        }
        troubled = true;
        var outcome = random.nextBoolean() ? Commit.DONE_AND_UNANSWERED : Commit.NOT_DONE;
        see("commit " + outcome);
        tell("  commit " + outcome);
        return outcome;
    }

    @Override
    public void between() {
        if (!calm && depth < 2 && chance(0.02 * trouble)) {
            others("  meanwhile");
        }
    }

    /** Another thread, or another instance, does something now. */
    private void others(String when) {
        depth++;
        tell(when);
        see("interleaved");
        try {
            move();
        } finally {
            depth--;
        }
        tell("  and on");
    }

    // ---- the wire
    // ----------------------------------------------------------------------------------------------------

    private GatewayResult call(boolean question, Supplier<GatewayResult> provided) {
        at("before a call");
        if (!calm && depth < 2 && chance(0.1 * trouble)) {
            others("  during a call");
        }
        var result = carried(question, provided);
        at("after a call");
        return result;
    }

    private GatewayResult carried(boolean question, Supplier<GatewayResult> provided) {
        if (calm || !chance(0.2 * trouble)) {
            return provided.get();
        }
        switch (random.nextInt(question ? 3 : 6)) {
            case 0 -> {
                note("connection refused");
                return new GatewayResult.Retryable(FailureCategory.NETWORK, Optional.empty());
            }
            case 1 -> {
                note("too many requests");
                return new GatewayResult.Retryable(FailureCategory.RATE_LIMITED, Optional.of(Duration.ofSeconds(30)));
            }
            case 2 -> {
                note("request lost");
                return new GatewayResult.Unknown("timeout");
            }
            case 3 -> {
                note("answer lost");
                done(provided);
                return new GatewayResult.Unknown("timeout");
            }
            case 4 -> {
                note("request delayed");
                underway.add(provided);
                return new GatewayResult.Unknown("timeout");
            }
            default -> {
                note("turned away");
                return new GatewayResult.Declined(FailureCategory.AUTHENTICATION, "api_key_expired");
            }
        }
    }

    // ---- who does what
    // -----------------------------------------------------------------------------------------------

    private List<Move> moves() {
        return List.of(
                new Move(
                        "place an order",
                        12,
                        () -> orders.size() < 2 && (orders.isEmpty() || random.nextInt(12) == 0),
                        this::place),
                new Move(
                        "start an attempt",
                        24,
                        () -> hasOrder() && (!hasTab() || random.nextInt(4) == 0),
                        () -> startAttempt(false, false)),
                new Move("replace an attempt", 6, this::hasAttempt, () -> startAttempt(true, false)),
                new Move("replace an attempt at any risk", 2, this::hasAttempt, () -> startAttempt(true, true)),
                new Move("poll the status", 5, this::hasOrder, this::poll),
                new Move("show an attempt", 3, this::hasAttempt, this::show),
                new Move("cancel the order", 2, this::hasOrder, this::cancel),
                new Move("close an attempt", 2, this::hasAttempt, this::close),
                new Move(
                        "release an attempt",
                        4,
                        () -> hasAttempt() && (hasAuthorized() || random.nextInt(20) == 0),
                        this::release),
                new Move(
                        "capture",
                        24,
                        () -> hasAttempt() && (hasAuthorized() || random.nextInt(20) == 0),
                        this::capture),
                new Move("repeat a request that was not answered", 10, () -> !unanswered.isEmpty(), this::repeat),
                new Move("repeat a request that was answered", 3, () -> !answered.isEmpty(), () -> pick(answered)
                        .send()),
                new Move("the customer pays", 30, this::hasTab, this::pay),
                new Move("the customer's card is declined", 4, this::hasTab, () -> onPage(provider::decline)),
                new Move("the customer is challenged", 2, this::hasTab, () -> onPage(provider::challenge)),
                new Move("the customer pays by slow means", 3, this::hasTab, () -> onPage(provider::process)),
                new Move("the customer comes back", 6, this::hasAttempt, () -> comeBack(true)),
                new Move("somebody comes with a wrong token", 1, this::hasAttempt, () -> comeBack(false)),
                new Move("a slow payment ends", 4, this::hasSlow, this::endSlow),
                new Move("a letter is delivered", 16, this::hasLetter, () -> deliver(provider.outgoing.get(0), true)),
                new Move(
                        "a letter is delivered out of turn",
                        6,
                        this::hasLetter,
                        () -> deliver(pick(provider.outgoing), true)),
                new Move(
                        "a letter is delivered twice",
                        4,
                        this::hasLetter,
                        () -> deliver(pick(provider.outgoing), false)),
                new Move(
                        "a letter is lost",
                        3,
                        this::hasLetter,
                        () -> provider.outgoing.remove(pick(provider.outgoing))),
                new Move("a letter is forged", 2, this::hasLetter, this::forge),
                new Move("a letter of another account comes", 1, this::hasLetter, this::deliverForeign),
                new Move("a letter comes that nobody can read", 1, this::hasLetter, this::deliverUnreadable),
                new Move("a letter tells another amount", 3, this::hasSucceeded, this::lie),
                new Move("a delayed request arrives", 6, () -> !underway.isEmpty(), () -> done(underway.remove(0))),
                new Move("the inbox is worked", 24, () -> due.contains("webhook_event"), this::workInbox),
                new Move("commands are sent", 20, () -> due.contains("gateway_command"), this::sendCommands),
                new Move("the provider is asked", 16, () -> due.contains("payment_attempt"), this::ask),
                new Move("orders expire", 20, () -> due.contains("orders"), this::expire),
                new Move("heads are anchored", 2, () -> true, () -> bean(Anchoring.class)
                        .anchor()),
                new Move(
                        "seconds pass",
                        10,
                        () -> true,
                        () -> clock.forward(Duration.ofSeconds(1 + random.nextInt(20)))),
                new Move(
                        "minutes pass", 8, () -> true, () -> clock.forward(Duration.ofMinutes(1 + random.nextInt(45)))),
                new Move("hours pass", 4, () -> true, () -> clock.forward(Duration.ofHours(1 + random.nextInt(13)))));
    }

    private boolean hasOrder() {
        return !orders.isEmpty();
    }

    private boolean hasAttempt() {
        return !attempts.isEmpty();
    }

    private boolean hasLetter() {
        return !provider.outgoing.isEmpty();
    }

    private boolean hasTab() {
        return tabs.keySet().stream().anyMatch(this::isPayable);
    }

    private boolean isPayable(String page) {
        return provider.page(page).state == Provider.PageState.OPEN;
    }

    private List<Provider.Page> slow() {
        return provider.pages().stream()
                .filter(page -> page.payment.state == Provider.PaymentState.PROCESSING)
                .toList();
    }

    private boolean hasSlow() {
        return !slow().isEmpty();
    }

    private List<Provider.Page> succeeded() {
        return provider.pages().stream()
                .filter(page -> page.payment.state == Provider.PaymentState.SUCCEEDED)
                .toList();
    }

    private boolean hasAuthorized() {
        return provider.pages().stream().anyMatch(page -> page.payment.state == Provider.PaymentState.AUTHORIZED);
    }

    private boolean hasSucceeded() {
        return !succeeded().isEmpty() && random.nextBoolean();
    }

    // ---- the merchant
    // ------------------------------------------------------------------------------------------------

    private void place() {
        var reference = "cart-" + ++made;
        request("place " + reference, effect -> {
                    var placed = bean(PlaceOrder.class)
                            .place(new PlaceOrderCommand(
                                    effect,
                                    "merchant",
                                    reference,
                                    Stage.API_KEY,
                                    List.of(new OrderItem.Priced("A ticket", PRICE.amountMinor(), 1)),
                                    QAR,
                                    CustomerDetails.NONE,
                                    "en",
                                    URI.create("https://shop.example/"),
                                    Map.of(),
                                    Optional.empty(),
                                    Optional.empty()));
                    return placed.order().id().toString();
                })
                .then(answer -> {
                    var id = OrderId.fromString(answer);
                    if (!orders.contains(id)) {
                        orders.add(id);
                    }
                })
                .send();
    }

    private void startAttempt(boolean replace, boolean risk) {
        var order = pick(orders);
        var replaced = replace ? Optional.of(pick(attempts)) : Optional.<AttemptId>empty();
        var gateway = pick(offered);
        int laterCaptures = gateway.equals(CardsGateway.NAME) ? 3 : 30;
        var capture = random.nextInt(laterCaptures) == 0 ? CaptureMode.MANUAL : CaptureMode.AUTOMATIC;
        if (risk) {
            risksTaken.merge(order, 1, Integer::sum);
        }
        request("attempt " + ++made, effect -> {
                    return written(bean(StartAttempt.class)
                            .start(new StartAttemptCommand(
                                    effect, order, gateway, capture, replaced, risk, Optional.empty())));
                })
                .then(this::read)
                .send();
    }

    /** What the merchant is told of an attempt: its id, and where the customer pays. */
    private String written(AttemptSnapshot attempt) {
        return attempt.id() + " " + address(bean(NextActions.class).of(attempt)).orElse("");
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
        var parts = answer.split(" ", 2);
        if (!parts[1].isEmpty()) {
            tabs.put(parts[1], AttemptId.fromString(parts[0]));
        }
    }

    private void poll() {
        var progress = bean(CheckoutStatus.class).of(pick(orders));
        address(progress.nextAction())
                .ifPresent(page -> tabs.put(page, progress.attempt().orElseThrow()));
    }

    private void show() {
        bean(ShowAttempt.class).show(pick(attempts)).ifPresent(attempt -> read(written(attempt)));
    }

    private void cancel() {
        var order = pick(orders);
        request("cancel " + ++made, effect -> {
                    bean(CancelOrder.class).cancel(order, "merchant");
                    return "canceled";
                })
                .send();
    }

    private void close() {
        var attempt = pick(attempts);
        request("close " + ++made, effect -> written(bean(CloseAttempt.class).close(attempt)))
                .send();
    }

    private void release() {
        var attempt = pick(attempts);
        request("release " + ++made, effect -> written(bean(CloseAttempt.class).release(attempt)))
                .send();
    }

    private void capture() {
        var attempt = pick(attempts);
        var reference = "capture-" + ++made;
        var amount = random.nextInt(3) == 0
                ? Optional.of(Money.ofMinor(1_000L * (1 + random.nextInt(25)), "QAR"))
                : Optional.<Money>empty();
        request(reference, effect -> written(bean(CaptureAttempt.class).capture(attempt, reference, amount)))
                .send();
    }

    private void repeat() {
        pick(unanswered).send();
    }

    private Request request(String name, Function<UUID, String> work) {
        var request = new Request(name, work);
        unanswered.add(request);
        return request;
    }

    /** Something that the merchant wants once, and asks for until it is answered. */
    private final class Request {
        private final IdempotencyKey key;
        private final RequestHash hash;
        private final Function<UUID, String> work;
        private Consumer<String> reader = answer -> {};
        private byte[] answer;

        Request(String name, Function<UUID, String> work) {
            this.key = new IdempotencyKey("key-" + name.replace(' ', '-'));
            this.hash = RequestHash.of("POST", "/", name.getBytes(StandardCharsets.UTF_8));
            this.work = work;
        }

        Request then(Consumer<String> told) {
            reader = told;
            return this;
        }

        void send() {
            tell("  " + key);
            try {
                told(perform());
            } catch (MizanException refusal) {
                tell("  refused: " + refusal.code());
                see("refused " + refusal.code());
                if (refusal.code() != ErrorCode.IDEMPOTENCY_KEY_IN_USE) {
                    unanswered.remove(this);
                }
                if (refusal.members().get("attempt") instanceof AttemptSnapshot open) {
                    read(written(open));
                }
            }
        }

        private byte[] perform() {
            var idempotency = bean(Idempotency.class);
            var turn = idempotency.begin(Stage.API_KEY, key, hash);
            if (turn instanceof Turn.Replay replay) {
                see("answer replayed");
                return replay.answer().body();
            }
            var mine = (Turn.Work) turn;
            if (!mine.first()) {
                see("request taken over");
            }
            String text;
            try {
                text = work.apply(mine.effectId());
            } catch (MizanException refusal) {
                if (mine.first()) {
                    idempotency.forget(mine);
                } else {
                    idempotency.letGo(mine);
                }
                throw refusal;
            } catch (RuntimeException failure) {
                idempotency.letGo(mine);
                throw failure;
            }
            return idempotency
                    .conclude(
                            mine,
                            new Answer(200, "text/plain", "", text.getBytes(StandardCharsets.UTF_8)),
                            Optional.empty())
                    .body();
        }

        private void told(byte[] body) {
            if (answer != null && !Arrays.equals(answer, body)) {
                throw new AssertionError(key + " was answered differently");
            }
            answer = body;
            tell("  answered: " + new String(body, StandardCharsets.UTF_8));
            reader.accept(new String(body, StandardCharsets.UTF_8));
            if (unanswered.remove(this)) {
                answered.add(this);
            }
        }
    }

    // ---- the customer
    // ------------------------------------------------------------------------------------------------

    private void onPage(Consumer<Provider.Page> act) {
        var open = tabs.keySet().stream().filter(this::isPayable).toList();
        var page = provider.page(pick(open));
        tell("  " + page.id);
        act.accept(page);
    }

    private void pay() {
        onPage(page -> {
            int luck = random.nextInt(40);
            if (luck == 0) {
                see("another currency taken");
                provider.pay(page, Money.ofMinor(6_800, "USD"));
            } else if (luck == 1) {
                see("another amount taken");
                provider.pay(page, Money.ofMinor(page.amount.amountMinor() - 100, "QAR"));
            } else {
                provider.pay(page, page.amount);
            }
        });
    }

    private void comeBack(boolean honest) {
        var attempt = pick(attempts);
        var token = honest ? stage.vault().token("return", attempt.toString()) : "guessed";
        var arrival = bean(CustomerReturn.class).arrived(attempt, token, random.nextBoolean());
        if (!honest && arrival.isPresent()) {
            throw new AssertionError("a guessed token was believed");
        }
    }

    private void endSlow() {
        var page = pick(slow());
        if (random.nextInt(3) == 0) {
            see("slow payment failed");
            provider.failLater(page);
        } else {
            see("slow payment succeeded");
            provider.pay(page, page.amount);
        }
    }

    // ---- letters
    // -----------------------------------------------------------------------------------------------------

    private void deliver(Provider.Letter letter, boolean forTheLastTime) {
        tell("  " + letter.id() + " " + letter.type());
        var body = FakeGateway.body(letter);
        receive(letter, Map.of("signature", Digests.sha256(body)), body);
        acknowledged.add(letter.id());
        if (forTheLastTime) {
            provider.outgoing.remove(letter);
        }
    }

    private void deliverForeign() {
        var letter = pick(provider.outgoing);
        var other = new Provider.Letter(
                letter.desk(), "foreign_" + letter.id(), letter.type(), letter.at(), letter.document());
        var body = FakeGateway.body(other);
        receive(letter, Map.of("signature", Digests.sha256(body), "other-account", "yes"), body);
    }

    /** Signed, and yet not what the provider writes: worked again and again until it is dead. */
    private void deliverUnreadable() {
        var letter = pick(provider.outgoing);
        var body = FakeGateway.body(new Provider.Letter(
                letter.desk(), "unreadable_" + letter.id(), FakeGateway.UNREADABLE, letter.at(), letter.document()));
        receive(letter, Map.of("signature", Digests.sha256(body)), body);
    }

    private void forge() {
        var letter = pick(provider.outgoing);
        var body = FakeGateway.body(new Provider.Letter(
                letter.desk(), "forged_" + letter.id(), "payment.succeeded", letter.at(), letter.document()));
        if (receive(letter, Map.of("signature", "0".repeat(64)), body)) {
            throw new AssertionError("a forged letter was believed");
        }
    }

    /** As the endpoint does it. @return whether it was answered with 200 */
    private boolean receive(Provider.Letter letter, Map<String, String> headers, byte[] body) {
        var gateway = gateways.require(letter.desk() == Provider.Desk.CARDS ? CardsGateway.NAME : InvoicesGateway.NAME);
        var verdict = gateway.verify(new Callback.Raw(headers, body));
        var inbox = bean(WebhookInbox.class);
        if (verdict instanceof Callback.Verdict.Genuine genuine) {
            see("letter " + inbox.receive(gateway, genuine, body));
            return true;
        }
        if (verdict instanceof Callback.Verdict.Foreign foreign) {
            inbox.receive(gateway, foreign, body);
            return true;
        }
        return false;
    }

    private void lie() {
        var page = pick(succeeded());
        provider.lie(page, page.payment.captured.plus(Money.ofMinor(500, page.payment.captured.currencyCode())));
    }

    // ---- the workers
    // -------------------------------------------------------------------------------------------------

    private void work(List<Claim> claims, Consumer<Claim> worker) {
        claims.forEach(worker);
    }

    private void workInbox() {
        var worker = bean(InboxWorker.class);
        work(worker.claimDue(), worker::work);
    }

    private void sendCommands() {
        var dispatcher = bean(CommandDispatcher.class);
        work(dispatcher.claimDue(), dispatcher::sendClaimed);
    }

    private void ask() {
        var reconciler = bean(ReconcileAttempts.class);
        work(reconciler.claimDue(), reconciler::work);
    }

    private void expire() {
        var expiries = bean(ExpireOrders.class);
        work(expiries.claimDue(), expiries::work);
    }

    // ---- rest
    // --------------------------------------------------------------------------------------------------------

    /** The provider does what it was asked; nobody hears the answer. */
    private static void done(Supplier<GatewayResult> asked) {
        requireNonNull(asked.get(), "an answer that nobody hears");
    }

    /** Nothing fails any more and nobody begins anything: everybody finishes what they are at. */
    private void rest() {
        tell("everybody comes to rest at " + clock.now());
        calm = true;
        crashIn = -1;
        underway.forEach(Simulation::done);
        underway.clear();
        slow().forEach(page -> provider.pay(page, page.amount));
        for (int i = 0; i < 10 && !unanswered.isEmpty(); i++) {
            List.copyOf(unanswered).forEach(Request::send);
            clock.forward(Duration.ofSeconds(46));
        }
        if (!unanswered.isEmpty()) {
            throw new AssertionError("requests are never answered: " + unanswered.size());
        }
        var end = clock.now().plus(HORIZON);
        for (int round = 0; ; round++) {
            provider.timePasses();
            if (lettersArriveInTheEnd) {
                List.copyOf(provider.outgoing).forEach(letter -> deliver(letter, true));
            }
            var next = nextDue().values().stream().min(Comparator.naturalOrder());
            if (next.isEmpty() || next.get().isAfter(end)) {
                break;
            }
            clock.forwardTo(next.get());
            var now = dueNow();
            if (round == MOST_ROUNDS) {
                throw new AssertionError("it does not come to rest, for ever in " + now);
            }
            queues.stream().filter(queue -> now.contains(queue.table())).forEach(queue -> queue.worked()
                    .run());
        }
        bean(Anchoring.class).anchor();
        checkedVersion.clear();
        checkedChanges = -1;
        check(When.AT_REST);
        new Ending().check();
    }

    private record Queue(String table, String column, Runnable worked) {}

    private void check(When when) {
        if (stage.database().changes() == checkedChanges) {
            return;
        }
        checkedChanges = stage.database().changes();
        var found = new ArrayList<Violation>();
        versions().forEach((order, version) -> {
            if (!version.equals(checkedVersion.put(order, version))) {
                found.addAll(checker.order(order, when));
            }
        });
        checker.outsideOrders(when, found::add);
        if (!found.isEmpty()) {
            throw new AssertionError(found.toString());
        }
        if (when == When.AT_REST || ++checks % CHECKS_BETWEEN_ADVICE == 0) {
            boolean wasCalm = calm;
            calm = true; // looking is no event
            orders.forEach(this::isAdvisedAbout);
            calm = wasCalm;
        }
    }

    /** Somebody may open the order's page now, and must read what should happen next (invariant 10). */
    private void isAdvisedAbout(OrderId order) {
        var advice =
                Explanation.of(bean(Dossiers.class).find(order).orElseThrow()).next();
        see("advice " + advice.situation());
        if (advice.actor() != Actor.NOBODY && advice.by().isEmpty()) {
            throw new AssertionError("nobody knows until when: " + advice);
        }
    }

    /** The orders that there are, each with its version; the attempts are noted on the way. */
    private Map<OrderId, Long> versions() {
        var versions = new LinkedHashMap<OrderId, Long>();
        attempts.clear();
        stage.rows()
                .list(
                        "SELECT o.id, o.version, a.id AS attempt FROM orders o LEFT JOIN payment_attempt a"
                                + " ON a.order_id = o.id ORDER BY a.id",
                        row -> {
                            row.optionalId("attempt").map(AttemptId::new).ifPresent(attempts::add);
                            return versions.put(new OrderId(row.id("id")), row.number("version"));
                        });
        return versions;
    }

    /** What the two sides must agree on in the end. */
    private final class Ending {
        void check() {
            require(provider.breaches().isEmpty(), provider.breaches().toString());
            onePageForEachAttempt();
            provider.pages().forEach(this::everyCaptureIsKnown);
            orders.forEach(this::noOrderIsPaidTwice);
            acknowledged.forEach(this::isNotLost);
            answered.forEach(Request::send);
            stage.rows()
                    .list("SELECT status FROM orders", row -> row.text("status"))
                    .forEach(status -> see("ends " + status));
            stage.rows()
                    .list("SELECT kind FROM exception_case", row -> row.text("kind"))
                    .forEach(kind -> see("case " + kind));
        }

        private void onePageForEachAttempt() {
            var marks = provider.pages().stream().map(page -> page.attempt).toList();
            require(marks.size() == Set.copyOf(marks).size(), "an attempt has two pages: " + marks);
        }

        private void everyCaptureIsKnown(Provider.Page page) {
            if (page.payment.state == Provider.PaymentState.SUCCEEDED) {
                long known = stage.rows()
                        .first(
                                "SELECT COUNT(*) AS known FROM fact WHERE kind = ? AND object_ref = ?"
                                        + " AND amount_minor = ? AND currency = ?",
                                row -> row.number("known"),
                                page.desk == Provider.Desk.INVOICES ? "CAPTURED_TOTAL" : "CAPTURED",
                                page.payment.id,
                                page.payment.captured.amountMinor(),
                                page.payment.captured.currencyCode())
                        .orElseThrow();
                require(known == 1, "the capture of " + page.payment.captured + " on " + page.id + " is not known");
            }
        }

        private void noOrderIsPaidTwice(OrderId order) {
            var own = new TreeSet<>(stage.rows()
                    .list(
                            "SELECT id FROM payment_attempt WHERE order_id = ?",
                            row -> new AttemptId(row.id("id")).toString(),
                            order.value()));
            long captures = succeeded().stream()
                    .filter(page -> own.contains(page.attempt))
                    .count();
            int accepted = risksTaken.getOrDefault(order, 0);
            if (captures > 1) {
                see("paid twice at the merchant's risk");
            }
            require(captures <= 1 + accepted, order + " was paid " + captures + " times");
        }

        /** What was answered with 200 is there, and done with. */
        private void isNotLost(String letter) {
            var state = stage.rows()
                    .first(
                            "SELECT state FROM webhook_event WHERE provider_event_id = ?",
                            row -> row.text("state"),
                            letter);
            // One that is dead has a case: the process died too often while it was worked.
            require(
                    state.filter(it -> !it.equals("RECEIVED") && !it.equals("FAILED"))
                            .isPresent(),
                    letter + " was answered with 200 and is " + state.orElse("lost"));
        }

        private void require(boolean kept, String otherwise) {
            if (!kept) {
                throw new AssertionError(otherwise);
            }
        }
    }

    // ---- chance
    // ------------------------------------------------------------------------------------------------------

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void note(String fault) {
        tell("  " + fault);
        see(fault);
    }

    private void see(String what) {
        seen.add(what);
    }

    private void tell(String what) {
        story.add(what);
    }
}

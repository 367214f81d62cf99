package io.mizan.intake;

import static io.mizan.fact.FactBuilder.qar;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.Attempts;
import io.mizan.attempt.NewAttempt;
import io.mizan.casework.CaseKind;
import io.mizan.casework.CaseSnapshot;
import io.mizan.casework.Cases;
import io.mizan.command.CommandState;
import io.mizan.command.Commands;
import io.mizan.container.PoolTests;
import io.mizan.customer.CustomerDetails;
import io.mizan.dispatch.CommandDispatcher;
import io.mizan.fact.Account;
import io.mizan.fact.Evidence;
import io.mizan.fact.Fact;
import io.mizan.fact.FactBuilder;
import io.mizan.fact.FactKind;
import io.mizan.fact.Facts;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.Gateways;
import io.mizan.gateway.Observation;
import io.mizan.gateway.Operation;
import io.mizan.gateway.ProviderRef;
import io.mizan.id.AttemptId;
import io.mizan.id.Ids;
import io.mizan.inbox.WebhookInbox;
import io.mizan.ledger.Ledger;
import io.mizan.order.OrderItem;
import io.mizan.order.OrderSnapshot;
import io.mizan.order.Orders;
import io.mizan.order.PlaceOrder;
import io.mizan.order.PlaceOrderCommand;
import io.mizan.sql.Claim;
import io.mizan.sql.Sql;
import io.mizan.testbed.TestBed;
import io.mizan.timeline.TimelineEntry;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Invariant 5, and what its transaction promises: any order, any repetition and any overlap end the same. */
@ArquillianTest
class MoneyDoorIT extends PoolTests {
    private static final Account STRIPE = FactBuilder.STRIPE;

    @Inject
    Gateways gateways;

    @Inject
    FactIntake intake;

    @Inject
    PlaceOrder placeOrder;

    @Inject
    Orders orders;

    @Inject
    Attempts attempts;

    @Inject
    Commands commands;

    @Inject
    Facts facts;

    @Inject
    Cases cases;

    @Inject
    Ledger ledger;

    @Inject
    Sql sql;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    @Inject
    CommandDispatcher dispatcher;

    @Inject
    WebhookInbox inbox;

    @Inject
    Shelf shelf;

    @Deployment
    static WebArchive application() {
        return TestBed.deployment().addClasses(FactBuilder.class, PoolTests.class);
    }

    @Test
    void success_amounts_to_the_same_in_every_order() {
        assertThat(everyOrderOf("opened", "captured 250.00@1"))
                .containsOnly(
                        "PAID 250.00 [CAPTURED open=false 250.00 PAID] cases= balances=clearing 250.00 receivable -250.00");
    }

    @Test
    void a_decline_and_then_success_amount_to_the_same_in_every_order() {
        assertThat(everyOrderOf("opened", "declined@1", "challenged@2", "captured 250.00@3"))
                .containsOnly(
                        "PAID 250.00 [CAPTURED open=false 250.00 PAID] cases= balances=clearing 250.00 receivable -250.00");
    }

    @Test
    void expiry_and_then_a_late_success_amount_to_the_same_in_every_order() {
        assertThat(everyOrderOf("opened", "expired@60", "captured 250.00@61", "order_expired"))
                .containsOnly("PAID 250.00 [CAPTURED open=false 250.00 PAID] cases=LATE_SUCCESS"
                        + " balances=clearing 250.00 receivable -250.00");
    }

    @Test
    void a_duplicate_payment_amounts_to_the_same_in_every_order() {
        assertThat(everyOrderOf("opened", "captured 250.00@1", "2:opened", "2:captured 250.00@2"))
                .containsOnly(
                        "PAID 500.00 [CAPTURED open=false 250.00 PAID][CAPTURED open=false 250.00 PAID] cases=DUPLICATE_PAYMENT"
                                + " balances=clearing 500.00 receivable -250.00 suspense -250.00");
    }

    @Test
    void another_amount_amounts_to_the_same_in_every_order() {
        assertThat(everyOrderOf("opened", "declined@1", "captured 249.00@2"))
                .containsOnly("PARTIALLY_PAID 249.00 [CAPTURED open=false 249.00 UNDERPAID] cases=AMOUNT_MISMATCH"
                        + " balances=clearing 249.00 suspense -249.00");
    }

    @Test
    void conflicting_amounts_amount_to_the_same_in_every_order() {
        assertThat(everyOrderOf("opened", "captured 250.00@1", "captured 200.00@1"))
                .containsOnly("PARTIALLY_PAID 200.00 [CAPTURED open=false 200.00 UNDERPAID]"
                        + " cases=AMOUNT_MISMATCH CONFLICTING_FACTS balances=clearing 200.00 suspense -200.00");
    }

    @Test
    void one_capture_told_by_three_messages_is_one_fact_with_three_pieces_of_evidence() {
        var order = order();
        var attempt = begin(order);
        var captured = named(fact("captured 250.00@1"), attempt);

        learn(order, attempt, captured, new OrderVisit.Source(Evidence.Source.WEBHOOK, "evt-1"));
        learn(order, attempt, captured, new OrderVisit.Source(Evidence.Source.WEBHOOK, "evt-2"));
        learn(order, attempt, captured, OrderVisit.Source.INQUIRY);
        learn(order, attempt, captured, OrderVisit.Source.INQUIRY);

        assertThat(facts.of(order.id())).hasSize(1);
        assertThat(facts.of(order.id()).get(0).evidence()).hasSize(3);
        assertThat(count("posting", order)).isEqualTo(2);
        assertThat(count("merchant_event", order)).isEqualTo(1);
    }

    /** What is due of a manual capture depends on the answer to it, which is no fact: the ledger follows all the same. */
    @Test
    void a_capture_that_is_declined_after_its_money_came_moves_the_money_to_suspense() {
        var order = order();
        var attempt = begin(order, CaptureMode.MANUAL);
        var command = intake.visit(
                order.id(),
                visit -> visit.plan(
                        visit.attempt(attempt),
                        1,
                        Optional.of("capture-1"),
                        Optional.of(qar("250.00")),
                        new GatewayRequest(Operation.CAPTURE, attempt + "-capture-1", "a request"),
                        clock.instant().plusSeconds(3600)));
        learn(order, attempt, named(fact("captured 250.00@1"), attempt), OrderVisit.Source.INQUIRY);
        assertThat(derived(order)).endsWith("balances=clearing 250.00 receivable -250.00");

        intake.enter(
                order.id(),
                visit -> commands.declined(new Claim(command, 0, 0), FailureCategory.VALIDATION, "already_captured"));

        assertThat(derived(order)).endsWith("cases=AMOUNT_MISMATCH balances=clearing 250.00 suspense -250.00");
    }

    /** Nobody may send it again, so trying again would never tell, nor ever come to an end. */
    @Test
    void a_command_whose_key_no_longer_holds_is_given_up_at_once() {
        var order = order();
        var attempt = begin(order);
        var command = intake.visit(
                order.id(),
                visit -> visit.plan(
                        visit.attempt(attempt),
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        new GatewayRequest(Operation.OPEN_CHECKOUT, attempt + "-open", "a request"),
                        clock.instant().plusSeconds(3600)));
        sql.update(
                "UPDATE payment_attempt SET account = ? WHERE id = ?",
                gateways.require(new GatewayName("stripe")).account().value(),
                attempt.value());
        sql.update(
                "UPDATE gateway_command SET state = 'UNKNOWN', sends = 1, claim_no = 1, sent_at = ? WHERE id = ?",
                clock.instant().minus(Duration.ofDays(40)),
                command);

        dispatcher.sendClaimed(new Claim(command, 1, 1));

        var known = commands.find(command).orElseThrow().command();
        assertThat(known.state()).isEqualTo(CommandState.GIVEN_UP);
        assertThat(known.dueAt()).isEmpty();
        assertThat(cases.ofOrder(order.id())).extracting(CaseSnapshot::kind).containsExactly(CaseKind.COMMAND_GIVEN_UP);
    }

    @Test
    void a_visit_that_fails_leaves_nothing_behind() {
        var order = order();
        var attempt = begin(order);
        long before = count("timeline_entry", order);

        assertThat(catching(() -> intake.enter(order.id(), visit -> {
                    visit.learn(
                            visit.attempt(attempt),
                            saying(named(fact("captured 250.00@1"), attempt)),
                            OrderVisit.Source.INQUIRY);
                    throw new IllegalStateException("halfway");
                })))
                .hasMessage("halfway");

        assertThat(facts.of(order.id())).isEmpty();
        assertThat(count("timeline_entry", order)).isEqualTo(before);
    }

    @Test
    void a_rehearsal_tells_what_a_visit_then_changes_and_changes_nothing_itself() {
        var order = order();
        var attempt = begin(order);
        var before = derived(order);
        Consumer<OrderVisit> paying = visit -> visit.learn(
                visit.attempt(attempt), saying(named(fact("captured 250.00@1"), attempt)), OrderVisit.Source.INQUIRY);

        var rehearsed = kinds(intake.rehearse(order.id(), paying));

        assertThat(rehearsed)
                .containsExactly(
                        "fact.captured", "attempt_state_changed", "order_status_changed", "merchant_event_recorded");
        assertThat(derived(order)).isEqualTo(before);
        assertThat(facts.of(order.id())).isEmpty();
        assertThat(count("merchant_event", order)).isZero();
        long entries = count("timeline_entry", order);
        intake.enter(order.id(), paying);
        assertThat(count("timeline_entry", order)).isEqualTo(entries + rehearsed.size());
        assertThat(kinds(intake.rehearse(order.id(), paying))).isEmpty();
    }

    private static List<String> kinds(Changes changes) {
        return changes.told().stream().map(TimelineEntry::kind).toList();
    }

    /** Model, section 3: under the lock, with READ COMMITTED, the later visit sees what the earlier one wrote. */
    @Test
    void two_visits_that_overlap_on_one_attempt_both_count() throws Exception {
        var order = order();
        var attempt = begin(order);
        var inside = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var slow = threads.submit(() -> intake.enter(order.id(), visit -> {
                inside.countDown();
                awaitSomebodyWaitingForALock();
                visit.learn(
                        visit.attempt(attempt),
                        saying(named(fact("captured#a 100.00@1"), attempt)),
                        OrderVisit.Source.INQUIRY);
            }));
            assertThat(inside.await(30, TimeUnit.SECONDS)).isTrue();
            var second = threads.submit(() ->
                    learn(order, attempt, named(fact("captured#b 150.00@2"), attempt), OrderVisit.Source.INQUIRY));
            slow.get(60, TimeUnit.SECONDS);
            second.get(60, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }

        assertThat(derived(order))
                .isEqualTo(
                        "PAID 250.00 [CAPTURED open=false 250.00 PAID] cases= balances=clearing 250.00 receivable -250.00");
    }

    /** The visit that came second is blocked by the first one's lock: the database says so. */
    private void awaitSomebodyWaitingForALock() {
        awaitSomebodyWaitingIn("FOR UPDATE");
    }

    private void awaitSomebodyWaitingIn(String statement) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < end) {
            boolean waiting = sql.first(
                                    "SELECT COUNT(*) AS waiting FROM information_schema.processlist"
                                            + " WHERE id <> CONNECTION_ID() AND info LIKE ? AND time_ms > 300",
                                    row -> row.number("waiting"),
                                    "%" + statement + "%")
                            .orElse(0L)
                    > 0;
            if (waiting) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("nobody came to wait for the lock");
    }

    /** Invariant 14: the visit looked for callbacks before this one was put aside, and commits after. */
    @Test
    void a_callback_is_not_put_aside_while_somebody_learns_whose_it_is() throws Exception {
        var order = order();
        var attempt = begin(order);
        var opened = named(fact("opened"), attempt);
        var callback = claimedCallback();
        var learned = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var visit = threads.submit(() -> intake.enter(order.id(), visiting -> {
                visiting.learn(visiting.attempt(attempt), saying(opened), OrderVisit.Source.INQUIRY);
                learned.countDown();
                awaitSomebodyWaitingIn("LOCK IN SHARE MODE");
            }));
            assertThat(learned.await(30, TimeUnit.SECONDS)).isTrue();
            var putting = threads.submit(
                    () -> shelf.foreign(callback, STRIPE, saying(opened).refs()));
            visit.get(60, TimeUnit.SECONDS);
            putting.get(60, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }

        assertThat(isReadAgain(callback)).isTrue();
    }

    /** Invariant 14: what is put aside is written and not committed when the visit looks for it. */
    @Test
    void a_visit_wakes_the_callback_that_somebody_is_putting_aside() throws Exception {
        var order = order();
        var attempt = begin(order);
        var opened = named(fact("opened"), attempt);
        var callback = claimedCallback();
        var threads = Executors.newSingleThreadExecutor();
        try {
            transaction.begin();
            inbox.ignored(callback, "foreign", STRIPE, saying(opened).refs());
            var visit = threads.submit(() -> learn(order, attempt, opened, OrderVisit.Source.INQUIRY));
            awaitSomebodyWaitingIn("webhook_event_ref");
            transaction.commit();
            visit.get(60, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }

        assertThat(isReadAgain(callback)).isTrue();
    }

    private Claim claimedCallback() {
        var id = ids.next();
        sql.insertNew(
                "INSERT INTO webhook_event (id, gateway, account, provider_event_id, type, proof, body_sha256, state,"
                        + " received_at, claim_no, attempts) VALUES (?, 'stripe', ?, ?, 'test', 'proof', ?, 'RECEIVED',"
                        + " ?, 1, 1)",
                id,
                STRIPE.value(),
                "evt_" + id,
                "0".repeat(64),
                clock.instant());
        return new Claim(id, 1, 1);
    }

    /** A worker may have done so by now. */
    private boolean isReadAgain(Claim callback) {
        return sql.first(
                        "SELECT due_at IS NOT NULL OR claim_no > 1 AS read_again FROM webhook_event WHERE id = ?",
                        row -> row.flag("read_again"),
                        callback.id())
                .orElseThrow();
    }

    /** Every permutation of these facts, each told twice, on an order of its own. */
    private Set<String> everyOrderOf(String... words) {
        var outcomes = new LinkedHashSet<String>();
        for (var permutation : permutations(List.of(words))) {
            var order = order();
            var first = begin(order);
            var second = Stream.of(words).anyMatch(word -> word.startsWith("2:"))
                    ? Optional.of(begin(order))
                    : Optional.<AttemptId>empty();
            for (int round = 0; round < 2; round++) {
                for (var word : permutation) {
                    tell(order, first, second, word);
                }
            }
            outcomes.add(derived(order));
        }
        return outcomes;
    }

    private void tell(OrderSnapshot order, AttemptId first, Optional<AttemptId> second, String word) {
        if (word.equals("order_expired")) {
            intake.enter(order.id(), visit -> visit.decide(FactKind.ORDER_EXPIRED, "mizan"));
            return;
        }
        boolean ofSecond = word.startsWith("2:");
        var attempt = ofSecond ? second.orElseThrow() : first;
        learn(order, attempt, named(fact(ofSecond ? word.substring(2) : word), attempt), OrderVisit.Source.INQUIRY);
    }

    private void learn(OrderSnapshot order, AttemptId attempt, Fact fact, OrderVisit.Source source) {
        intake.enter(order.id(), visit -> visit.learn(visit.attempt(attempt), saying(fact), source));
    }

    private static Observation saying(Fact fact) {
        return new Observation(
                List.of(fact),
                List.of(new ProviderRef("checkout_session", "cs_" + fact.objectRef())),
                Optional.empty(),
                new Observation.Message("msg", "test", "0".repeat(64), "a test"));
    }

    private static Fact fact(String words) {
        return FactBuilder.facts(words).get(0);
    }

    /** The same fact of this attempt's own objects, for objects belong to one attempt. */
    private static Fact named(Fact fact, AttemptId attempt) {
        var identity = fact.identity();
        return new Fact(
                new Fact.Identity(
                        identity.kind(),
                        identity.account(),
                        identity.objectRef() + "_" + attempt,
                        identity.qualifier(),
                        identity.amount()),
                fact.effectiveAt(),
                fact.detail());
    }

    /** The derived rows of an order, as text. */
    private String derived(OrderSnapshot placed) {
        var order = orders.find(placed.id()).orElseThrow();
        var tries = attempts.ofOrder(placed.id()).stream()
                .map(attempt -> "[" + attempt.state() + " open=" + attempt.open() + " "
                        + attempt.captured().toDecimal() + " " + attempt.verdict() + "]")
                .collect(joining());
        var surprises = cases.ofOrder(placed.id()).stream()
                .filter(found -> found.holds())
                .map(found -> found.kind().name())
                .sorted()
                .collect(joining(" "));
        var balances = ledger.balances(placed.id()).stream()
                .map(balance -> balance.account().replaceAll("/.*", "") + " "
                        + balance.amount().toDecimal())
                .collect(joining(" "));
        return order.status() + " " + order.captured().toDecimal() + " " + tries + " cases=" + surprises + " balances="
                + balances;
    }

    private OrderSnapshot order() {
        return placeOrder
                .place(new PlaceOrderCommand(
                        ids.next(),
                        "merchant",
                        "test-" + UUID.randomUUID(),
                        apiKey(),
                        List.of(new OrderItem.Priced("A ticket", 25_000, 1)),
                        Currency.getInstance("QAR"),
                        CustomerDetails.NONE,
                        "en",
                        URI.create("http://localhost/shop/"),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty()))
                .order();
    }

    private AttemptId begin(OrderSnapshot order) {
        return begin(order, CaptureMode.AUTOMATIC);
    }

    private AttemptId begin(OrderSnapshot order, CaptureMode capture) {
        var id = new AttemptId(ids.next());
        intake.enter(
                order.id(),
                visit -> visit.begin(new NewAttempt(
                        id,
                        order.id(),
                        visit.attempts().size() + 1,
                        new GatewayName("stripe"),
                        STRIPE,
                        capture,
                        qar("250.00"),
                        false,
                        "0".repeat(64),
                        Optional.empty(),
                        clock.instant())));
        return id;
    }

    private UUID apiKey() {
        var id = new UUID(7, 7);
        sql.insertNew(
                "INSERT INTO api_key (id, kind, name, hint, key_hash, created_at) VALUES (?, 'SECRET', 'test', 'sk', ?, ?)",
                id,
                "0".repeat(64),
                clock.instant());
        return id;
    }

    private long count(String table, OrderSnapshot order) {
        return sql.first(
                        "SELECT COUNT(*) AS rows_there FROM " + table + " WHERE order_id = ?",
                        row -> row.number("rows_there"),
                        order.id().value())
                .orElseThrow();
    }

    private static Throwable catching(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            return failure;
        }
        return null;
    }

    private static List<List<String>> permutations(List<String> words) {
        if (words.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<String>>();
        for (var first : words) {
            var rest = new ArrayList<>(words);
            rest.remove(first);
            for (var tail : permutations(rest)) {
                var permutation = new ArrayList<String>();
                permutation.add(first);
                permutation.addAll(tail);
                all.add(permutation);
            }
        }
        return all;
    }
}

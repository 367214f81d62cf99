package io.mizan.explanation;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.PaymentState;
import io.mizan.attempt.Redirects;
import io.mizan.attempt.SealedRedirect;
import io.mizan.attempt.Standing;
import io.mizan.attempt.Terms;
import io.mizan.attempt.Verdict;
import io.mizan.casework.CaseKind;
import io.mizan.casework.CaseSnapshot;
import io.mizan.casework.CaseState;
import io.mizan.command.CommandState;
import io.mizan.command.GatewayCommand;
import io.mizan.fact.Account;
import io.mizan.fact.Evidence;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.fact.FactKind.AuthorizationEnd;
import io.mizan.fact.FactKind.Closing;
import io.mizan.fact.RecordedFact;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Operation;
import io.mizan.gateway.Redirect;
import io.mizan.id.AttemptId;
import io.mizan.id.CaseId;
import io.mizan.id.OrderId;
import io.mizan.money.Money;
import io.mizan.order.Fulfilment;
import io.mizan.order.OrderSnapshot;
import io.mizan.order.OrderStatus;
import io.mizan.secrets.MasterKey;
import io.mizan.secrets.Vault;
import io.mizan.timeline.TimelineEntry;
import io.mizan.timeline.TimelineKind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Puts together dossiers of one order over QAR 250.00, placed at {@link #PLACED} and read half an hour later. Attempts
 * stand where their facts put them; each fact happens a minute after the one before.
 */
public final class DossierBuilder {
    public static final Instant PLACED = Instant.parse("2026-11-21T09:00:00Z");

    private final OrderId orderId = new OrderId(uuid(1));
    private final List<AttemptBuilder> attempts = new ArrayList<>();
    private final List<CaseKind> cases = new ArrayList<>();
    private Optional<OrderStatus> ended = Optional.empty();
    private Fulfilment fulfilment = Fulfilment.UNFULFILLED;
    private Instant now = PLACED.plus(Duration.ofMinutes(30));
    private Instant last = PLACED;
    private int made = 1;

    private DossierBuilder() {}

    public static DossierBuilder anOrder() {
        return new DossierBuilder();
    }

    public static Money qar(long minor) {
        return Money.ofMinor(minor, "QAR");
    }

    public DossierBuilder attempt(UnaryOperator<AttemptBuilder> tried) {
        attempts.add(tried.apply(new AttemptBuilder(attempts.size() + 1)));
        return this;
    }

    public DossierBuilder canceled() {
        ended = Optional.of(OrderStatus.CANCELED);
        return this;
    }

    public DossierBuilder expired() {
        ended = Optional.of(OrderStatus.EXPIRED);
        return this;
    }

    public DossierBuilder delivery(Fulfilment reported) {
        fulfilment = reported;
        return this;
    }

    public DossierBuilder openCase(CaseKind kind) {
        cases.add(kind);
        return this;
    }

    public DossierBuilder withoutCases() {
        cases.clear();
        return this;
    }

    public DossierBuilder readAfter(Duration sincePlaced) {
        now = PLACED.plus(sincePlaced);
        return this;
    }

    public Dossier build() {
        var snapshots = attempts.stream().map(AttemptBuilder::snapshot).toList();
        var open = snapshots.stream()
                .filter(AttemptSnapshot::open)
                .reduce((earlier, later) -> later)
                .map(AttemptSnapshot::id);
        var captured = snapshots.stream().map(AttemptSnapshot::captured).reduce(qar(0), Money::plus);
        var order = new OrderSnapshot(
                orderId,
                "merchant",
                "INV-2026-0417",
                uuid(2),
                qar(25000),
                List.of(
                        new OrderSnapshot.Line(
                                1,
                                "item",
                                Optional.of("dates-1kg"),
                                "Khalas dates, 1 kg",
                                qar(4500),
                                2,
                                qar(9000),
                                "catalogue"),
                        new OrderSnapshot.Line(
                                2,
                                "item",
                                Optional.of("coffee-set"),
                                "Dallah coffee set",
                                qar(16000),
                                1,
                                qar(16000),
                                "catalogue")),
                status(snapshots, captured),
                captured,
                fulfilment,
                open,
                Optional.of(uuid(3)),
                Optional.empty(),
                "en",
                URI.create("https://shop.example.com/thanks"),
                Map.of("cart", "c-1041"),
                PLACED,
                PLACED.plus(Duration.ofHours(24)));
        var report = fulfilment == Fulfilment.UNFULFILLED
                ? Optional.<TimelineEntry>empty()
                : Optional.of(new TimelineEntry(
                        20,
                        now.minus(Duration.ofMinutes(2)),
                        TimelineKind.FULFILMENT_REPORTED.code(),
                        "merchant",
                        Optional.empty(),
                        Optional.empty(),
                        Map.of("to", fulfilment.code())));
        return new Dossier(
                order,
                snapshots,
                attempts.stream().flatMap(attempt -> attempt.facts.stream()).toList(),
                attempts.stream().flatMap(attempt -> attempt.commands.stream()).toList(),
                cases.stream().map(this::opened).toList(),
                attempts.stream().flatMap(attempt -> attempt.hints.stream()).toList(),
                report,
                now);
    }

    private OrderStatus status(List<AttemptSnapshot> snapshots, Money captured) {
        if (snapshots.stream().anyMatch(attempt -> attempt.verdict() == Verdict.PAID)) {
            return OrderStatus.PAID;
        }
        if (captured.isPositive()) {
            return OrderStatus.PARTIALLY_PAID;
        }
        if (snapshots.stream().anyMatch(attempt -> attempt.state() == PaymentState.AUTHORIZED)) {
            return OrderStatus.AUTHORIZED;
        }
        return ended.orElse(OrderStatus.PENDING);
    }

    private CaseSnapshot opened(CaseKind kind) {
        return new CaseSnapshot(
                new CaseId(uuid(900 + cases.indexOf(kind))),
                kind,
                CaseState.OPEN,
                true,
                orderId.toString(),
                Optional.of(orderId),
                attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.get(attempts.size() - 1).id),
                kind.proposedAction(),
                Map.of("captured", "QAR 250.00"),
                now.minus(Duration.ofMinutes(5)),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    private UUID uuid(long number) {
        return new UUID(0x019aa5c0_7000_7000L, 0x8000000000000000L | number);
    }

    private Instant aMinuteLater() {
        last = last.plus(Duration.ofMinutes(1));
        return last;
    }

    /** One attempt. */
    public final class AttemptBuilder {
        private static final Redirects REDIRECTS = new Redirects(new Vault(MasterKey.of(new byte[32])));
        private static final Account ACCOUNT = new Account("stripe/acct_demo/sandbox");

        private final AttemptId id;
        private final int number;
        private final Instant startedAt = aMinuteLater();
        private final List<RecordedFact> facts = new ArrayList<>();
        private final List<GatewayCommand> commands = new ArrayList<>();
        private final List<Hint> hints = new ArrayList<>();
        private Evidence.Source source = Evidence.Source.WEBHOOK;
        private CaptureMode capture = CaptureMode.AUTOMATIC;
        private Money due = qar(25000);
        private boolean captureOutstanding;
        private boolean hasAddress;
        private Optional<Instant> disclosedAt = Optional.empty();
        private Optional<Instant> returnedAt = Optional.empty();
        private Optional<Instant> inquiredAt = Optional.empty();
        private Optional<Instant> inquiryDueAt = Optional.empty();
        private Optional<Instant> inquiryDueSince = Optional.empty();

        private AttemptBuilder(int number) {
            this.number = number;
            this.id = new AttemptId(uuid(100 + number));
        }

        /** From here on, facts are told in this way. */
        public AttemptBuilder toldBy(Evidence.Source way) {
            source = way;
            return this;
        }

        /** A message came that told only that there is something to ask. */
        public AttemptBuilder hinted() {
            hints.add(new Hint(id, aMinuteLater()));
            return this;
        }

        public AttemptBuilder manual() {
            capture = CaptureMode.MANUAL;
            due = qar(0);
            return this;
        }

        /** The gateway has a page, and the customer was given its address. */
        public AttemptBuilder pageShown() {
            return page().shown();
        }

        public AttemptBuilder page() {
            var told = source;
            source = Evidence.Source.ANSWER;
            fact(of(FactKind.CHECKOUT_OPENED, "cs_test_" + number)
                    .with(Fact.PAY_UNTIL, startedAt.plus(Duration.ofHours(1)).toString()));
            source = told;
            hasAddress = true;
            return this;
        }

        public AttemptBuilder shown() {
            hasAddress = true;
            disclosedAt = Optional.of(last);
            return this;
        }

        public AttemptBuilder cameBack() {
            returnedAt = Optional.of(aMinuteLater());
            return this;
        }

        public AttemptBuilder declined(FailureCategory category, String code) {
            return fact(of(FactKind.TRY_DECLINED, "ch_" + number + facts.size())
                    .with(Fact.CATEGORY, category.code())
                    .with(Fact.CODE, code));
        }

        /** What we asked for the customer was not to the gateway's liking. */
        public AttemptBuilder requestRefused() {
            return fact(of(FactKind.TRY_DECLINED, "req_" + number + facts.size())
                    .with(Fact.CATEGORY, FailureCategory.VALIDATION.code())
                    .with(Fact.CODE, "amount_mismatch")
                    .with(Fact.REQUEST_REFUSED, "true"));
        }

        public AttemptBuilder challenged() {
            return fact(of(FactKind.CHALLENGE_REQUIRED, "pi_" + number));
        }

        public AttemptBuilder onItsWay() {
            return fact(of(FactKind.PAYER_APPROVED, "pi_" + number));
        }

        /** One payment of a page that may take several. */
        public AttemptBuilder oneTryOnItsWay() {
            return fact(of(FactKind.PAYER_APPROVED, "pay_" + number).with(Fact.ONE_TRY, "true"));
        }

        /** Coins that the network shows and no block holds. */
        public AttemptBuilder sentUnconfirmed() {
            return fact(of(FactKind.PAYER_APPROVED, "tx_" + number)
                    .with(Fact.ONE_TRY, "true")
                    .with(Fact.SENT, "true"));
        }

        /** Another transaction has taken the place of one that no block held. */
        public AttemptBuilder replaced() {
            fact(of(FactKind.PAYER_APPROVED, "replaced_" + number)
                    .with(Fact.ONE_TRY, "true")
                    .with(Fact.SENT, "true"));
            sentUnconfirmed();
            return fact(of(FactKind.TRY_DECLINED, "replaced_" + number)
                    .with(Fact.ONE_TRY, "true")
                    .with(Fact.CATEGORY, FailureCategory.CANCELED_BY_CUSTOMER.code())
                    .with(Fact.CODE, "replaced"));
        }

        public AttemptBuilder authorized() {
            return fact(of(FactKind.AUTHORIZED, "pi_" + number)
                    .withAmount(qar(25000))
                    .with(Fact.VALID_UNTIL, PLACED.plus(Duration.ofDays(7)).toString()));
        }

        public AttemptBuilder released(AuthorizationEnd how) {
            return fact(of(FactKind.AUTHORIZATION_ENDED, "pi_" + number).withQualifier(how.qualifier()));
        }

        public AttemptBuilder captured(Money amount) {
            return fact(of(FactKind.CAPTURED, "pi_" + number).withAmount(amount));
        }

        /** As a gateway tells it that sums what the network has confirmed. */
        public AttemptBuilder received(Money amount) {
            return fact(of(FactKind.CAPTURED_TOTAL, "inv_" + number).withAmount(amount));
        }

        /** One refund, told once or more; its messages have the same object. */
        public AttemptBuilder refunded(String refund, Money amount, FactKind.Refund how) {
            return fact(of(FactKind.REFUND_STATUS, refund)
                    .withQualifier(how.qualifier())
                    .withAmount(amount));
        }

        public AttemptBuilder closed(Closing how) {
            return fact(of(FactKind.CHECKOUT_CLOSED, "cs_test_" + number)
                    .withQualifier(how.qualifier())
                    .with(Fact.BASIS, "stated"));
        }

        public AttemptBuilder refused(FailureCategory category) {
            return fact(of(FactKind.CHECKOUT_REFUSED, id.toString())
                    .with(Fact.CATEGORY, category.code())
                    .with(Fact.CODE, "parameter_invalid"));
        }

        public AttemptBuilder asked() {
            inquiredAt = Optional.of(aMinuteLater());
            return this;
        }

        public AttemptBuilder askNext(Duration sincePlaced) {
            inquiryDueAt = Optional.of(PLACED.plus(sincePlaced));
            return this;
        }

        /** Whoever takes up that inquiry fails, and it is due again in a moment. */
        public AttemptBuilder askNextFailsSince(Duration sincePlaced) {
            inquiryDueSince = Optional.of(PLACED.plus(sincePlaced));
            inquiryDueAt = Optional.of(now.plusSeconds(30));
            return this;
        }

        public AttemptBuilder command(Operation operation, CommandState state) {
            var at = aMinuteLater();
            if (operation == Operation.CAPTURE) {
                due = qar(25000);
                captureOutstanding = state != CommandState.DONE;
            }
            commands.add(new GatewayCommand(
                    uuid(500 + number * 10L + commands.size()),
                    orderId,
                    id,
                    operation,
                    1,
                    Optional.empty(),
                    operation == Operation.CAPTURE ? Optional.of(qar(25000)) : Optional.empty(),
                    state,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    "key-" + number,
                    1,
                    at,
                    state == CommandState.PLANNED ? Optional.empty() : Optional.of(at),
                    state == CommandState.PLANNED ? Optional.empty() : Optional.of(at),
                    Optional.empty(),
                    Optional.of(now.plusSeconds(30)),
                    Optional.empty()));
            return this;
        }

        private Fact of(FactKind kind, String object) {
            return Fact.of(kind, ACCOUNT, object);
        }

        private AttemptBuilder fact(Fact happened) {
            var at = aMinuteLater();
            var evidence = new Evidence(
                    source,
                    source == Evidence.Source.INQUIRY ? "inquiry" : "msg-" + made,
                    source == Evidence.Source.WEBHOOK ? "evt_" + made : "req_" + made,
                    happened.kind().code(),
                    "5f2c9d0a".repeat(8),
                    source == Evidence.Source.WEBHOOK
                            ? "whsec fingerprint 4be1a2c9"
                            : "answer to our authenticated call",
                    Optional.of(at),
                    happened.detail(),
                    at.plusSeconds(2));
            facts.add(new RecordedFact(
                    uuid(700 + made++), happened.identity(), Optional.of(id), at.plusSeconds(3), List.of(evidence)));
            return this;
        }

        /** As {@code PaymentAttempt} keeps it: where there is nothing left to do, nobody is sent. */
        private Optional<SealedRedirect> redirect(Standing standing) {
            boolean payerDone = standing.approved() || standing.authorizedLive().isPositive();
            return hasAddress && standing.open() && !payerDone
                    ? Optional.of(REDIRECTS.seal(id, Redirect.to(URI.create("https://gateway.example/pay/" + number))))
                    : Optional.empty();
        }

        private AttemptSnapshot snapshot() {
            var standing =
                    Standing.of(facts.stream().map(RecordedFact::fact).toList(), new Terms(due, captureOutstanding));
            return new AttemptSnapshot(
                    id,
                    orderId,
                    number,
                    new GatewayName("stripe"),
                    ACCOUNT,
                    capture,
                    qar(25000),
                    due,
                    standing.authorizedLive(),
                    standing.captured(),
                    standing.state(),
                    standing.open(),
                    standing.verdict(),
                    standing.lastDecline(),
                    redirect(standing),
                    standing.payUntil(),
                    disclosedAt,
                    Optional.empty(),
                    returnedAt,
                    startedAt,
                    inquiredAt,
                    inquiryDueAt,
                    inquiryDueSince);
        }
    }
}

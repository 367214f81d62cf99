package io.mizan.explanation;

import static io.mizan.failure.FailureCategory.RetryAdvice.NOT_USEFUL;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.PaymentState;
import io.mizan.attempt.Verdict;
import io.mizan.casework.CaseKind;
import io.mizan.command.GatewayCommand;
import io.mizan.fact.FactKind;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.Operation;
import io.mizan.order.Fulfilment;
import io.mizan.order.OrderStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Every situation that an order can be in, with whose turn it is and until when. The first that applies is the one
 * (invariant 10); the order of these lines is the precedence: surprises first, then money, then what is under way.
 */
public enum Situation {
    CONFLICTING_AMOUNTS(Actor.FINANCE, p -> p.unsettled(CaseKind.CONFLICTING_FACTS)),
    WRONG_CURRENCY(Actor.FINANCE, p -> p.unsettled(CaseKind.CURRENCY_MISMATCH)),
    PAID_TWICE(Actor.FINANCE, p -> p.unsettled(CaseKind.DUPLICATE_PAYMENT)),
    PAID_TOO_MUCH(Actor.FINANCE, p -> p.unsettled(CaseKind.AMOUNT_MISMATCH) && any(p, Verdict.OVERPAID)),
    PAID_TOO_LITTLE(Actor.FINANCE, p -> p.unsettled(CaseKind.AMOUNT_MISMATCH)),
    PAID_LATE(Actor.MERCHANT, p -> p.unsettled(CaseKind.LATE_SUCCESS) && p.is(Fulfilment.UNFULFILLED)),
    COMMAND_GIVEN_UP(Actor.OPERATOR, p -> p.unsettled(CaseKind.COMMAND_GIVEN_UP)),
    MESSAGE_NOT_READ(Actor.OPERATOR, p -> p.unsettled(CaseKind.DEAD_EVENT)),

    COLLECTING(Actor.MIZAN, p -> p.outstandingInQuestion(Operation.CAPTURE).isPresent(), p -> p.outstandingInQuestion(
                    Operation.CAPTURE)
            .flatMap(GatewayCommand::dueAt)),
    TAKEN_BACK(Actor.FINANCE, p -> p.is(OrderStatus.PAID) && p.is(Fulfilment.REVOKED)),
    DONE(Actor.NOBODY, p -> p.is(OrderStatus.PAID) && p.is(Fulfilment.FULFILLED)),
    PAID_UNDELIVERED(Actor.MERCHANT, p -> p.is(OrderStatus.PAID)),
    PARTLY_PAID(Actor.FINANCE, p -> p.is(OrderStatus.PARTIALLY_PAID)),
    HELD_FOR_CAPTURE(
            Actor.MERCHANT, p -> p.is(OrderStatus.AUTHORIZED) && any(p, CaptureMode.MANUAL), p -> p.inQuestion()
                    .flatMap(p::heldUntil)),
    HELD(Actor.GATEWAY, p -> p.is(OrderStatus.AUTHORIZED), p -> p.inQuestion().flatMap(p::heldUntil)),
    DELIVERED_UNPAID(Actor.MERCHANT, p -> p.is(Fulfilment.FULFILLED)),
    CALLED_OFF(Actor.NOBODY, p -> p.is(OrderStatus.CANCELED)),
    LAPSED(Actor.NOBODY, p -> p.is(OrderStatus.EXPIRED)),

    CLOSING(
            Actor.MIZAN,
            p -> p.open().isPresent()
                    && p.outstandingInQuestion(Operation.CLOSE, Operation.VOID).isPresent(),
            p -> p.outstandingInQuestion(Operation.CLOSE, Operation.VOID).flatMap(GatewayCommand::dueAt)),
    OPENING_UNKNOWN(
            Actor.MIZAN, p -> opening(p).filter(Picture::mayHaveHappened).isPresent(), p -> opening(p)
                    .flatMap(GatewayCommand::dueAt)),
    OPENING(Actor.MIZAN, p -> opening(p).isPresent(), p -> opening(p).flatMap(GatewayCommand::dueAt)),
    INQUIRY_OVERDUE(
            Actor.OPERATOR, p -> open(p, p::inquiryOverdue), p -> p.open().flatMap(AttemptSnapshot::inquiryDueAt)),
    ON_ITS_WAY(Actor.GATEWAY, p -> open(p, a -> p.lastTryIs(a, FactKind.PAYER_APPROVED)), p -> p.open()
            .flatMap(AttemptSnapshot::inquiryDueAt)),
    PAGE_TIME_OVER(Actor.MIZAN, p -> open(p, p::payTimeIsOver), p -> p.open().flatMap(AttemptSnapshot::inquiryDueAt)),
    CHALLENGED(Actor.CUSTOMER, p -> open(p, a -> p.lastTryIs(a, FactKind.CHALLENGE_REQUIRED)), p -> p.open()
            .flatMap(AttemptSnapshot::payUntil)),
    DECLINED_FOR_GOOD(
            Actor.CUSTOMER, p -> open(p, a -> p.lastTryIs(a, FactKind.TRY_DECLINED) && retryIsUseless(a)), p -> p.open()
                    .flatMap(AttemptSnapshot::payUntil)),
    DECLINED_PAGE_OPEN(Actor.CUSTOMER, p -> open(p, a -> p.lastTryIs(a, FactKind.TRY_DECLINED)), p -> p.open()
            .flatMap(AttemptSnapshot::payUntil)),
    CAME_BACK_UNDECIDED(Actor.MIZAN, p -> open(p, a -> a.returnedAt().isPresent()), p -> p.open()
            .flatMap(AttemptSnapshot::inquiryDueAt)),
    PAGE_OPEN(Actor.CUSTOMER, p -> open(p, a -> a.disclosedAt().isPresent()), p -> p.open()
            .flatMap(AttemptSnapshot::payUntil)),
    PAGE_NOT_SHOWN(Actor.CUSTOMER, p -> p.open().isPresent(), p -> p.open().flatMap(AttemptSnapshot::payUntil)),

    TIME_IS_UP(Actor.MIZAN, p -> !p.order().expiresAt().isAfter(p.now())),
    REFUSED_BY_GATEWAY(Actor.OPERATOR, p -> refused(p, Situation::isOurs)),
    GATEWAY_WAS_AWAY(Actor.CUSTOMER, p -> refused(p, category -> true), Situation::orderExpiry),
    DECLINED(
            Actor.CUSTOMER,
            p -> p.inQuestion()
                    .filter(a -> p.lastTryIs(a, FactKind.TRY_DECLINED))
                    .isPresent(),
            Situation::orderExpiry),
    PAGE_EXPIRED(Actor.CUSTOMER, p -> last(p, PaymentState.EXPIRED), Situation::orderExpiry),
    PAGE_CANCELED(Actor.CUSTOMER, p -> last(p, PaymentState.CANCELED), Situation::orderExpiry),
    FAILED(Actor.CUSTOMER, p -> p.inQuestion().isPresent(), Situation::orderExpiry),
    NOT_STARTED(Actor.CUSTOMER, p -> true, Situation::orderExpiry);

    /** What we told the gateway was wrong, or it does not let us in: no customer can put that right. */
    private static final Set<FailureCategory> OURS = Set.of(FailureCategory.VALIDATION, FailureCategory.AUTHENTICATION);

    private final Actor actor;

    @SuppressWarnings("ImmutableEnumChecker") // a function of its argument alone
    private final Predicate<Picture> applies;

    @SuppressWarnings("ImmutableEnumChecker") // a function of its argument alone
    private final Function<Picture, Optional<Instant>> by;

    Situation(Actor actor, Predicate<Picture> applies) {
        this(actor, applies, picture -> Optional.empty());
    }

    Situation(Actor actor, Predicate<Picture> applies, Function<Picture, Optional<Instant>> by) {
        this.actor = actor;
        this.applies = applies;
        this.by = by;
    }

    static Situation of(Picture picture) {
        return Arrays.stream(values())
                .filter(situation -> situation.applies.test(picture))
                .findFirst()
                .orElseThrow(); // the last applies always
    }

    public Actor actor() {
        return actor;
    }

    Optional<Instant> by(Picture picture) {
        return by.apply(picture);
    }

    /** The outside form: {@code paid_undelivered}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Instant> orderExpiry(Picture p) {
        return Optional.of(p.order().expiresAt());
    }

    private static boolean any(Picture p, Verdict verdict) {
        return p.attempts().stream().anyMatch(attempt -> attempt.verdict() == verdict);
    }

    private static boolean any(Picture p, CaptureMode mode) {
        return p.attempts().stream()
                .anyMatch(attempt -> attempt.state() == PaymentState.AUTHORIZED && attempt.capture() == mode);
    }

    private static boolean open(Picture p, Predicate<AttemptSnapshot> condition) {
        return p.open().filter(condition).isPresent();
    }

    /** The opening of a page that is still under way; once a page is known, a lost answer no longer matters. */
    private static Optional<GatewayCommand> opening(Picture p) {
        return p.open()
                .filter(attempt -> attempt.state() == PaymentState.CREATED)
                .flatMap(attempt -> p.outstanding(attempt, Operation.OPEN_CHECKOUT));
    }

    private static boolean last(Picture p, PaymentState state) {
        return p.inQuestion().filter(attempt -> attempt.state() == state).isPresent();
    }

    private static boolean refused(Picture p, Predicate<FailureCategory> category) {
        return p.inQuestion()
                .filter(attempt -> p.has(attempt, FactKind.CHECKOUT_REFUSED))
                .flatMap(AttemptSnapshot::lastDecline)
                .filter(decline -> category.test(decline.category()))
                .isPresent();
    }

    private static boolean isOurs(FailureCategory category) {
        return OURS.contains(category);
    }

    private static boolean retryIsUseless(AttemptSnapshot attempt) {
        return attempt.lastDecline()
                .filter(decline -> decline.category().retryAdvice() == NOT_USEFUL)
                .isPresent();
    }
}

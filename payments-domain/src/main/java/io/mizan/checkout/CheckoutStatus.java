package io.mizan.checkout;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.Attempts;
import io.mizan.attempt.PaymentState;
import io.mizan.fact.Facts;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.FailureCategory;
import io.mizan.failure.MizanException;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.order.OrderSnapshot;
import io.mizan.order.OrderStatus;
import io.mizan.order.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** How an order stands, as the page that the customer waits on needs to know it. */
@ApplicationScoped
public class CheckoutStatus {
    private final Orders orders;
    private final Attempts attempts;
    private final ShowAttempt show;
    private final NextActions next;
    private final Facts facts;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected CheckoutStatus() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public CheckoutStatus(
            Orders orders, Attempts attempts, ShowAttempt show, NextActions next, Facts facts, Clock clock) {
        this.orders = orders;
        this.attempts = attempts;
        this.show = show;
        this.next = next;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * How it stands.
     *
     * @param attempt the one that took the money, or holds it, or by which it is on its way; while none is, the latest
     * @param failure why its latest try did not go through, while it has not
     * @param givenBack whether the customer has the money back, or will have once it has arrived; absent: none of it
     * @param customerMessage one or two sentences in the order's language
     * @param canRetry whether "try again" makes sense: on the open page if there is one, else by a new attempt
     */
    public record Progress(
            OrderStatus status,
            Optional<AttemptId> attempt,
            Optional<PaymentState> attemptState,
            Optional<FailureCategory> failure,
            Optional<GivenBack> givenBack,
            String customerMessage,
            boolean canRetry,
            NextAction nextAction) {}

    /** How much of the money. */
    public enum GivenBack {
        /** What was paid beyond what was due, or a part of that: what is left pays the order. */
        EXCESS,
        PART,
        ALL;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws MizanException {@code NOT_FOUND} */
    public Progress of(OrderId id) {
        var order =
                orders.find(id).orElseThrow(() -> new MizanException(ErrorCode.NOT_FOUND, "There is no such order."));
        var known = attempts.ofOrder(id);
        var shown = telling(known, this::isLeftBehind).map(show::show);
        var failure = shown.filter(attempt -> !attempt.isUnderWay())
                .flatMap(AttemptSnapshot::lastDecline)
                .map(decline -> decline.category())
                .filter(category -> order.status() == OrderStatus.PENDING);
        var refunded = refunded(order, known);
        var message = CustomerMessages.text(messageKey(order, shown, failure), order.locale());
        return new Progress(
                order.status(),
                shown.map(AttemptSnapshot::id),
                shown.map(AttemptSnapshot::state),
                failure,
                refunded.share(),
                refunded.message(message, order.locale()),
                canRetry(order, shown, failure),
                shown.map(next::of).orElse(new NextAction.Nothing()));
    }

    /** Facts are read only where money came, be it in another currency. */
    private Refunded refunded(OrderSnapshot order, List<AttemptSnapshot> known) {
        return order.captured().isPositive() || known.stream().anyMatch(CheckoutStatus::isQuarantined)
                ? Refunded.of(order, known, facts.of(order.id()))
                : Refunded.NOTHING;
    }

    /** Looked at only where it matters, for that is seldom and takes a query. */
    private boolean isLeftBehind(AttemptSnapshot attempt) {
        return attempt.supersededAt().isPresent() && attempt.isLeftBehind(facts.of(attempt.order()));
    }

    /**
     * A page that is still open must not lead a customer to pay who has paid by another attempt, or has sent the money.
     *
     * @param leftBehind of money on its way, whether the merchant has accepted that it may arrive beside another payment
     */
    static Optional<AttemptSnapshot> telling(List<AttemptSnapshot> attempts, Predicate<AttemptSnapshot> leftBehind) {
        return attempts.stream()
                .filter(attempt -> attempt.captured().isPositive())
                .findFirst()
                .or(() -> attempts.stream()
                        .filter(attempt -> attempt.authorized().isPositive())
                        .findFirst())
                .or(() -> attempts.stream()
                        .filter(AttemptSnapshot::isUnderWay)
                        .filter(leftBehind.negate())
                        .findFirst())
                .or(() -> attempts.stream().reduce((earlier, later) -> later));
    }

    private String messageKey(OrderSnapshot order, Optional<AttemptSnapshot> shown, Optional<FailureCategory> failure) {
        if (!order.captured().isPositive()
                && shown.filter(CheckoutStatus::isQuarantined).isPresent()) {
            return "status.partially_paid";
        }
        if (order.status() != OrderStatus.PENDING) {
            return "status." + order.status().code();
        }
        if (shown.isEmpty()) {
            return "status.not_started";
        }
        return switch (shown.get().state()) {
            case CREATED -> "status.processing";
            case REQUIRES_ACTION -> "status.requires_action";
            case PENDING -> pendingKey(shown.get(), failure);
            case CANCELED -> "attempt.canceled";
            case EXPIRED -> "attempt.expired";
            case FAILED -> failure.map(CheckoutStatus::declineKey).orElse("attempt.failed");
            case AUTHORIZED, CAPTURED -> "status.processing";
        };
    }

    private String pendingKey(AttemptSnapshot attempt, Optional<FailureCategory> failure) {
        if (hasClosingPage(attempt)) {
            return "status.time_over";
        }
        return failure.map(CheckoutStatus::declineKey)
                .orElse(attempt.redirect().isPresent() ? "status.waiting" : "status.processing");
    }

    /** Whoever posted its form at the last moment may still pay there, so nobody is to try again before that is settled. */
    private boolean hasClosingPage(AttemptSnapshot attempt) {
        return attempt.open() && attempt.redirect().isPresent() && attempt.isPayTimeOver(clock.instant());
    }

    /** Over without an end that is no payment, and yet nothing of it counts: the money came in another currency. */
    private static boolean isQuarantined(AttemptSnapshot attempt) {
        return attempt.state() == PaymentState.PENDING && !attempt.open();
    }

    private static String declineKey(FailureCategory category) {
        return "decline." + category.code();
    }

    private boolean canRetry(OrderSnapshot order, Optional<AttemptSnapshot> shown, Optional<FailureCategory> failure) {
        if (order.status() != OrderStatus.PENDING || !order.expiresAt().isAfter(clock.instant())) {
            return false;
        }
        if (shown.filter(attempt -> isQuarantined(attempt) || attempt.isUnderWay())
                .isPresent()) {
            return false;
        }
        if (shown.isEmpty() || !shown.get().open() || shown.get().supersededAt().isPresent()) {
            return true;
        }
        if (hasClosingPage(shown.get())) {
            return false;
        }
        return failure.isPresent() || shown.get().redirect().isPresent();
    }
}

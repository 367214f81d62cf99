package io.mizan.checkout;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.Attempts;
import io.mizan.attempt.PaymentState;
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
import java.util.Optional;

/** How an order stands, as the page that the customer waits on needs to know it. */
@ApplicationScoped
public class CheckoutStatus {
    private final Orders orders;
    private final Attempts attempts;
    private final ShowAttempt show;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected CheckoutStatus() {
        this(null, null, null, null);
    }

    @Inject
    public CheckoutStatus(Orders orders, Attempts attempts, ShowAttempt show, Clock clock) {
        this.orders = orders;
        this.attempts = attempts;
        this.show = show;
        this.clock = clock;
    }

    /**
     * How it stands.
     *
     * @param attempt the latest one
     * @param failure why the latest try did not go through, while it has not
     * @param customerMessage one or two sentences in the order's language
     * @param canRetry whether "try again" makes sense: on the open page if there is one, else by a new attempt
     */
    public record Progress(
            OrderStatus status,
            Optional<AttemptId> attempt,
            Optional<PaymentState> attemptState,
            Optional<FailureCategory> failure,
            String customerMessage,
            boolean canRetry,
            NextAction nextAction) {}

    /** @throws MizanException {@code NOT_FOUND} */
    public Progress of(OrderId id) {
        var order =
                orders.find(id).orElseThrow(() -> new MizanException(ErrorCode.NOT_FOUND, "There is no such order."));
        var latest = latest(attempts.ofOrder(id)).map(show::disclosed);
        var failure = latest.flatMap(AttemptSnapshot::lastDecline)
                .map(decline -> decline.category())
                .filter(category -> order.status() == OrderStatus.PENDING);
        return new Progress(
                order.status(),
                latest.map(AttemptSnapshot::id),
                latest.map(AttemptSnapshot::state),
                failure,
                CustomerMessages.text(messageKey(order, latest, failure), order.locale()),
                canRetry(order, latest, failure),
                latest.map(NextActions::of).orElse(new NextAction.Nothing()));
    }

    private static Optional<AttemptSnapshot> latest(List<AttemptSnapshot> attempts) {
        return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.get(attempts.size() - 1));
    }

    private static String messageKey(
            OrderSnapshot order, Optional<AttemptSnapshot> latest, Optional<FailureCategory> failure) {
        if (order.status() != OrderStatus.PENDING) {
            return "status." + order.status().code();
        }
        if (latest.isEmpty()) {
            return "status.not_started";
        }
        if (isQuarantined(latest.get())) {
            return "status.partially_paid";
        }
        return switch (latest.get().state()) {
            case CREATED -> "status.processing";
            case REQUIRES_ACTION -> "status.requires_action";
            case PENDING ->
                failure.map(CheckoutStatus::declineKey)
                        .orElse(latest.get().redirect().isPresent() ? "status.waiting" : "status.processing");
            case CANCELED -> "attempt.canceled";
            case EXPIRED -> "attempt.expired";
            case FAILED -> failure.map(CheckoutStatus::declineKey).orElse("attempt.failed");
            case AUTHORIZED, CAPTURED -> "status.processing";
        };
    }

    /** Over without an end that is no payment, and yet nothing of it counts: the money came in another currency. */
    private static boolean isQuarantined(AttemptSnapshot attempt) {
        return attempt.state() == PaymentState.PENDING && !attempt.open();
    }

    private static String declineKey(FailureCategory category) {
        return "decline." + category.code();
    }

    private boolean canRetry(OrderSnapshot order, Optional<AttemptSnapshot> latest, Optional<FailureCategory> failure) {
        if (order.status() != OrderStatus.PENDING || !order.expiresAt().isAfter(clock.instant())) {
            return false;
        }
        if (latest.filter(CheckoutStatus::isQuarantined).isPresent()) {
            return false;
        }
        if (latest.isEmpty()
                || !latest.get().open()
                || latest.get().supersededAt().isPresent()) {
            return true;
        }
        return failure.isPresent() || latest.get().redirect().isPresent();
    }
}

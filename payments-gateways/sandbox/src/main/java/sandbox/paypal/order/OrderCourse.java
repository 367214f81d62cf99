package sandbox.paypal.order;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One act upon an order, and what it made happen. Used once, by one thread. */
public final class OrderCourse {
    /** How long an order waits for its payer ("Orders v2"). */
    public static final Duration ORDER_LIFE = Duration.ofHours(3);

    /** How long funds are held ("Authorize and capture"). */
    public static final Duration AUTHORIZATION_LIFE = Duration.ofDays(29);

    private final Instant now;
    private final Ids ids;
    private final List<Happening> happenings = new ArrayList<>();
    private Order order;
    private Optional<String> refused = Optional.empty();

    public OrderCourse(Order order, Instant now, Ids ids) {
        this.order = order;
        this.now = now;
        this.ids = ids;
    }

    public Order order() {
        return order;
    }

    /** The issue for which the order was not completed. */
    public Optional<String> refused() {
        return refused;
    }

    public List<Happening> happenings() {
        return List.copyOf(happenings);
    }

    /** What time alone does. */
    public OrderCourse tick() {
        if (order.status().isApprovable() && !now.isBefore(order.expiresAt())) {
            expire();
        }
        order.authorization()
                .filter(it -> it.isOpen() && !now.isBefore(it.expiresAt()))
                .ifPresent(it -> end(it, it.expiresAt()));
        return this;
    }

    /** @throws PayPalRefused if nothing can be approved any more */
    public OrderCourse approve(Funding funding) {
        requireApprovable();
        order = order.funded(OrderStatus.APPROVED, funding, now);
        tell("CHECKOUT.ORDER.APPROVED", "order", order.id());
        return this;
    }

    /** PayPal forgets it. What was approved and never completed is told of, what was not is not. */
    public OrderCourse expire() {
        requireApprovable();
        var approved = order.status() == OrderStatus.APPROVED;
        order = order.turned(OrderStatus.EXPIRED, now);
        if (approved) {
            tell("CHECKOUT.PAYMENT-APPROVAL.REVERSED", "order", order.id());
        }
        return this;
    }

    /** Takes what was approved. */
    public OrderCourse capture(Deviation deviation) {
        if (order.authorizes()) {
            throw PayPalRefused.unprocessable("ACTION_DOES_NOT_MATCH_INTENT");
        }
        completion("ORDER_ALREADY_CAPTURED", deviation)
                .ifPresent(funding -> take(OrderStatus.COMPLETED, deviation.apply(order.amount()), funding, true));
        return this;
    }

    /** Holds what was approved. */
    public OrderCourse authorize(Deviation deviation) {
        if (!order.authorizes()) {
            throw PayPalRefused.unprocessable("ACTION_DOES_NOT_MATCH_INTENT");
        }
        completion("ORDER_ALREADY_AUTHORIZED", deviation).ifPresent(funding -> hold(deviation.apply(order.amount())));
        return this;
    }

    /**
     * Takes from what is held.
     *
     * @param asked all that is left if it is empty
     */
    public OrderCourse captureAuthorized(Optional<Sum> asked, boolean last) {
        var held = order.authorization().orElseThrow(PayPalRefused::notFound);
        if (!held.isOpen()) {
            throw PayPalRefused.unprocessable(
                    held.status().equals("VOIDED") ? "AUTHORIZATION_VOIDED" : "AUTHORIZATION_ALREADY_CAPTURED");
        }
        var left = held.amount().minus(taken());
        var amount = asked.orElse(left);
        if (!amount.currency().equals(held.amount().currency())) {
            throw PayPalRefused.unprocessable("AUTH_CAPTURE_CURRENCY_MISMATCH");
        }
        if (amount.isMoreThan(left)) {
            throw PayPalRefused.unprocessable("MAX_CAPTURE_AMOUNT_EXCEEDED");
        }
        var ends = last || !left.isMoreThan(amount);
        order = order.holding(order.status(), held.turned(ends ? "CAPTURED" : "PARTIALLY_CAPTURED", now), now);
        take(order.status(), amount, Funding.BALANCE, ends);
        return this;
    }

    public OrderCourse voidAuthorized() {
        var held = order.authorization().orElseThrow(PayPalRefused::notFound);
        if (held.status().equals("VOIDED")) {
            throw PayPalRefused.unprocessable("PREVIOUSLY_VOIDED");
        }
        if (held.status().equals("CAPTURED")) {
            throw PayPalRefused.unprocessable("PREVIOUSLY_CAPTURED");
        }
        end(held, now);
        return this;
    }

    /** @param asked all that is left if it is empty */
    public OrderCourse refund(String captureId, Optional<Sum> asked, String customId) {
        var capture = order.capture(captureId).orElseThrow(PayPalRefused::notFound);
        if (capture.status().equals("PENDING")) {
            throw PayPalRefused.unprocessable("PENDING_CAPTURE");
        }
        if (!capture.isTaken()) {
            throw PayPalRefused.unprocessable("REFUND_NOT_ALLOWED");
        }
        var left = capture.amount().minus(capture.refunded());
        if (capture.status().equals("REFUNDED")) {
            throw PayPalRefused.unprocessable("CAPTURE_FULLY_REFUNDED");
        }
        var amount = asked.orElse(left);
        if (!amount.currency().equals(left.currency())) {
            throw PayPalRefused.unprocessable("REFUND_CAPTURE_CURRENCY_MISMATCH");
        }
        if (amount.isMoreThan(left)) {
            throw PayPalRefused.unprocessable("REFUND_AMOUNT_EXCEEDED");
        }
        var whole = !left.isMoreThan(amount);
        order = order.taking(
                order.status(),
                capture.turned(
                        whole ? "REFUNDED" : "PARTIALLY_REFUNDED",
                        capture.refunded().plus(amount),
                        now),
                now);
        var refund = new Refund(ids.object(), captureId, "COMPLETED", amount, customId, now);
        order = order.giving(refund, now);
        tell("PAYMENT.CAPTURE.REFUNDED", "refund", refund.id());
        return this;
    }

    /** What was pending comes, or never will. */
    public OrderCourse settle(boolean succeeded) {
        var pending = order.captures().stream()
                .filter(it -> it.status().equals("PENDING"))
                .findFirst()
                .orElseThrow(() -> PayPalRefused.unprocessable("NOTHING_PENDING"));
        order = order.taking(
                order.status(), pending.turned(succeeded ? "COMPLETED" : "DECLINED", pending.refunded(), now), now);
        tell(succeeded ? "PAYMENT.CAPTURE.COMPLETED" : "PAYMENT.CAPTURE.DENIED", "capture", pending.id());
        return this;
    }

    private void take(OrderStatus status, Sum amount, Funding funding, boolean last) {
        var state =
                switch (funding.kind()) {
                    case WORKS, REFUSED -> "COMPLETED";
                    case PENDING -> "PENDING";
                    case DECLINED -> "DECLINED";
                };
        var capture = new Capture(
                ids.object(),
                state,
                amount,
                Sum.ofMinor(0, amount.currency()),
                funding.kind() == Funding.Kind.PENDING ? funding.code() : "",
                funding.kind() == Funding.Kind.DECLINED ? funding.code() : "",
                last,
                now,
                now);
        order = order.taking(status, capture, now);
        tell("PAYMENT.CAPTURE." + state, "capture", capture.id());
    }

    private void hold(Sum amount) {
        var held = new Authorization(ids.object(), "CREATED", amount, now, now, now.plus(AUTHORIZATION_LIFE));
        order = order.holding(OrderStatus.COMPLETED, held, now);
        tell("PAYMENT.AUTHORIZATION.CREATED", "authorization", held.id());
    }

    private void end(Authorization held, Instant at) {
        order = order.holding(order.status(), held.turned("VOIDED", at), now);
        tell("PAYMENT.AUTHORIZATION.VOIDED", "authorization", held.id());
    }

    /** With what the order is completed; empty if that is refused. */
    private Optional<Funding> completion(String already, Deviation deviation) {
        if (order.status() == OrderStatus.COMPLETED) {
            throw PayPalRefused.unprocessable(already);
        }
        if (order.status() == OrderStatus.EXPIRED) {
            throw PayPalRefused.notFound();
        }
        if (order.status() != OrderStatus.APPROVED) {
            throw PayPalRefused.unprocessable("ORDER_NOT_APPROVED");
        }
        var funding = deviation.issue().map(Funding::refused).or(order::funding).orElse(Funding.BALANCE);
        if (funding.kind() != Funding.Kind.REFUSED) {
            return Optional.of(funding);
        }
        if (funding.isForThePayerToMend()) {
            order = order.turned(OrderStatus.PAYER_ACTION_REQUIRED, now);
        }
        refused = Optional.of(funding.code());
        return Optional.empty();
    }

    private Sum taken() {
        return order.captures().stream()
                .filter(Capture::isTaken)
                .map(Capture::amount)
                .reduce(Sum.ofMinor(0, order.amount().currency()), Sum::plus);
    }

    private void requireApprovable() {
        if (!order.status().isApprovable()) {
            throw PayPalRefused.unprocessable(
                    order.status() == OrderStatus.COMPLETED ? "ORDER_COMPLETED_OR_VOIDED" : "ORDER_EXPIRED");
        }
    }

    private void tell(String type, String kind, String objectId) {
        happenings.add(new Happening(type, kind, objectId, order));
    }
}

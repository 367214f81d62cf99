package sandbox.razorpay.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One act upon an order, and what Razorpay tells of it. Used once, by one thread. */
public final class OrderCourse {
    private final Instant now;
    private final UnaryOperator<String> ids;
    private final List<Happening> happenings = new ArrayList<>();
    private Order order;

    /** Something to tell: of a payment as it then was, and of a refund of it if it is about one. */
    public record Happening(String type, Order order, Payment payment, Optional<Payment.Refund> refund) {}

    /** How a customer pays, bent by the rules in force. */
    public record Means(String method, long amount, String currency) {}

    /** @param ids gives a new id with that beginning */
    public OrderCourse(Order order, Instant now, UnaryOperator<String> ids) {
        this.order = order;
        this.now = now;
        this.ids = ids;
    }

    public Order order() {
        return order;
    }

    public List<Happening> happenings() {
        return List.copyOf(happenings);
    }

    /** What time alone does: what nobody collected goes back. */
    public OrderCourse tick() {
        order.payments().stream()
                .filter(Payment::isAuthorized)
                .filter(payment -> !payment.createdAt().plus(order.heldFor()).isAfter(now))
                .forEach(payment -> {
                    var refund = new Payment.Refund(
                            ids.apply("rfnd_"), payment.amount(), "processed", Optional.empty(), Map.of(), now);
                    changed(payment.turned("refunded", false).with(refund));
                    told(refund);
                });
        return this;
    }

    public void visited(Order.Page page) {
        order = order.with(page);
    }

    /** The customer's means are good: the payment is authorized, and collected where that is Razorpay's. */
    public Payment pay(Means means) {
        requirePayable();
        return authorized(tried(means, "authorized", Optional.empty()));
    }

    public Payment fail(Means means, String reason) {
        requirePayable();
        var payment = changed(tried(means, "failed", Optional.of(reason)));
        tell("payment.failed", payment);
        return payment;
    }

    /** A bank answers after all, up to days later, and the payment that failed was none. */
    public Payment authorizeLate() {
        requirePayable();
        var failed = order.latest()
                .filter(Payment::isFailed)
                .orElseThrow(() -> new Refused("invalid_request", "No payment of this order has failed."));
        return authorized(failed.turned("authorized", false));
    }

    public Payment capture(String id, long amount, String currency) {
        var payment = payment(id);
        if (payment.captured()) {
            throw new Refused("", "This payment has already been captured");
        }
        if (!payment.isAuthorized()) {
            throw new Refused("invalid_request", "Only payments which have been authorized can be captured");
        }
        if (payment.amount() != amount || !payment.currency().equals(currency)) {
            throw new Refused("input_validation_failed", "Capture amount must be equal to the amount authorized.");
        }
        return captured(payment);
    }

    public Payment.Refund refund(String id, long amount, Optional<String> receipt, Map<String, String> notes) {
        var payment = payment(id);
        if (!payment.captured()) {
            throw new Refused("invalid_request", "The payment status should be captured for action to be taken");
        }
        if (payment.refunded() >= payment.amount()) {
            throw new Refused("", "The payment has been fully refunded already.");
        }
        if (amount < 1 || amount > payment.amount() - payment.refunded()) {
            throw new Refused("refund_limit_crossed", "The refund amount provided is greater than amount captured.");
        }
        var refund = new Payment.Refund(ids.apply("rfnd_"), amount, "processed", receipt, notes, now);
        var after = payment.with(refund);
        changed(after.refunded() == after.amount() ? after.turned("refunded", true) : after);
        told(refund);
        return refund;
    }

    /** The customer's bank sends the latest refund back. */
    public void failRefund() {
        var payment = order.successful().orElseThrow(OrderCourse::nothingRefunded);
        var last = payment.refunds().stream()
                .filter(refund -> refund.status().equals("processed"))
                .reduce((earlier, later) -> later)
                .orElseThrow(OrderCourse::nothingRefunded);
        var failed = last.failed();
        var after = changed(payment.with(failed).turned("captured", true));
        happenings.add(new Happening("refund.failed", order, after, Optional.of(failed)));
    }

    private static Refused nothingRefunded() {
        return new Refused("invalid_request", "Nothing of this order was refunded.");
    }

    private Payment authorized(Payment payment) {
        var authorized = changed(payment);
        tell("payment.authorized", authorized);
        var intime = now.isBefore(order.createdAt().plus(order.collectedWithin()));
        return order.manual() || !intime ? authorized : captured(authorized);
    }

    private Payment captured(Payment payment) {
        var captured = changed(payment.turned("captured", true));
        tell("payment.captured", captured);
        tell("order.paid", captured);
        return captured;
    }

    private Payment tried(Means means, String status, Optional<String> reason) {
        return new Payment(
                ids.apply("pay_"),
                means.amount,
                means.currency,
                means.method,
                status,
                false,
                reason,
                order.page().map(Order.Page::notes).orElse(order.notes()),
                List.of(),
                now);
    }

    private void requirePayable() {
        if (!order.isPayable()) {
            throw new Refused("order_already_paid", "Payment already done for this order.");
        }
    }

    private Payment payment(String id) {
        return order.payment(id).orElseThrow(() -> new Refused("", "The id provided does not exist"));
    }

    private Payment changed(Payment payment) {
        order = order.with(payment);
        return payment;
    }

    private void told(Payment.Refund refund) {
        var payment = order.payments().stream()
                .filter(it -> it.refunds().contains(refund))
                .findFirst()
                .orElseThrow();
        happenings.add(new Happening("refund.created", order, payment, Optional.of(refund)));
        happenings.add(new Happening("refund.processed", order, payment, Optional.of(refund)));
    }

    private void tell(String type, Payment payment) {
        happenings.add(new Happening(type, order, payment, Optional.empty()));
    }
}

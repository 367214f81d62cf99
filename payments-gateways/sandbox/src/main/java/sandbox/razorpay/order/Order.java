package sandbox.razorpay.order;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An order with everything that was tried to pay it, the earliest first.
 *
 * @param reference the merchant's own name for what is paid: the first of its notes, or the receipt
 * @param notes of the merchant
 * @param manual whether the merchant collects
 * @param collectedWithin of its making: what is authorized in that time, Razorpay collects by itself
 * @param heldFor after which an authorized payment that nobody collected goes back
 * @param page where the browser came from, once it has
 */
public record Order(
        String id,
        Optional<String> receipt,
        Optional<String> reference,
        Map<String, String> notes,
        long amount,
        String currency,
        boolean manual,
        Duration collectedWithin,
        Duration heldFor,
        Optional<Page> page,
        List<Payment> payments,
        Instant createdAt) {
    /** What the form brought that opened the checkout. */
    public record Page(String name, String callbackUrl, String cancelUrl, Map<String, String> notes) {}

    /** Every name by which a rule may mean it. */
    public Set<String> names() {
        var names = new HashSet<>(notes.values());
        names.add(id);
        receipt.ifPresent(names::add);
        payments.forEach(payment -> names.add(payment.id()));
        return names;
    }

    /** One payment succeeds: after that, and while one is authorized, the order takes no other. */
    public boolean isPayable() {
        return payments.stream()
                        .noneMatch(payment ->
                                payment.isAuthorized() || payment.status().equals("captured"))
                && !isPaid();
    }

    public boolean isPaid() {
        return payments.stream().anyMatch(Payment::captured);
    }

    /** {@code created}, {@code attempted} or {@code paid}; it stays paid after it was given back. */
    public String status() {
        return isPaid() ? "paid" : payments.isEmpty() ? "created" : "attempted";
    }

    public Optional<Payment> payment(String paymentId) {
        return payments.stream()
                .filter(payment -> payment.id().equals(paymentId))
                .findFirst();
    }

    public Optional<Payment> latest() {
        return payments.isEmpty() ? Optional.empty() : Optional.of(payments.get(payments.size() - 1));
    }

    /** The payment that brought money, or would. */
    public Optional<Payment> successful() {
        return payments.stream()
                .filter(payment -> payment.isAuthorized() || payment.captured())
                .findFirst();
    }

    /** When time alone changes something. */
    public Optional<Instant> nextDue() {
        return payments.stream()
                .filter(Payment::isAuthorized)
                .map(payment -> payment.createdAt().plus(heldFor))
                .min(Instant::compareTo);
    }

    Order with(Page newPage) {
        return new Order(
                id,
                receipt,
                reference,
                notes,
                amount,
                currency,
                manual,
                collectedWithin,
                heldFor,
                Optional.of(newPage),
                payments,
                createdAt);
    }

    /** Replaces the payment of that id, or adds it. */
    Order with(Payment payment) {
        var changed = new ArrayList<>(payments);
        changed.replaceAll(it -> it.id().equals(payment.id()) ? payment : it);
        if (!changed.contains(payment)) {
            changed.add(payment);
        }
        return new Order(
                id,
                receipt,
                reference,
                notes,
                amount,
                currency,
                manual,
                collectedWithin,
                heldFor,
                page,
                changed,
                createdAt);
    }
}

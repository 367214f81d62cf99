package sandbox.paypal.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An order with everything below it.
 *
 * @param authorizes {@code intent} AUTHORIZE
 * @param referenceId the merchant's own, as are {@code customId} and {@code invoiceId}
 * @param funding what the payer chose, once approved
 */
public record Order(
        String id,
        boolean authorizes,
        OrderStatus status,
        Optional<String> referenceId,
        Optional<String> customId,
        Optional<String> invoiceId,
        Sum amount,
        List<Item> items,
        Optional<String> returnUrl,
        Optional<String> cancelUrl,
        Optional<String> locale,
        boolean hasPaymentSource,
        Instant createdAt,
        Instant updatedAt,
        Instant expiresAt,
        Optional<Funding> funding,
        Optional<Authorization> authorization,
        List<Capture> captures,
        List<Refund> refunds) {
    /** One line on the page. */
    public record Item(String name, int quantity, Sum unit) {}

    public Optional<Capture> capture(String captureId) {
        return captures.stream().filter(it -> it.id().equals(captureId)).findFirst();
    }

    public Optional<Refund> refund(String refundId) {
        return refunds.stream().filter(it -> it.id().equals(refundId)).findFirst();
    }

    /** When time alone will change something. */
    public Optional<Instant> nextDue() {
        return status.isApprovable()
                ? Optional.of(expiresAt)
                : authorization.filter(Authorization::isOpen).map(Authorization::expiresAt);
    }

    Order turned(OrderStatus newStatus, Instant now) {
        return with(newStatus, now, funding, authorization, captures, refunds);
    }

    Order funded(OrderStatus newStatus, Funding chosen, Instant now) {
        return with(newStatus, now, Optional.of(chosen), authorization, captures, refunds);
    }

    Order holding(OrderStatus newStatus, Authorization held, Instant now) {
        return with(newStatus, now, funding, Optional.of(held), captures, refunds);
    }

    Order taking(OrderStatus newStatus, Capture capture, Instant now) {
        return with(
                newStatus,
                now,
                funding,
                authorization,
                replaced(captures, capture, it -> it.id().equals(capture.id())),
                refunds);
    }

    Order giving(Refund refund, Instant now) {
        return with(status, now, funding, authorization, captures, replaced(refunds, refund, it -> it.id()
                .equals(refund.id())));
    }

    private static <T> List<T> replaced(List<T> all, T one, Predicate<T> same) {
        var list = new ArrayList<>(all);
        list.removeIf(same);
        list.add(one);
        return list;
    }

    private Order with(
            OrderStatus newStatus,
            Instant now,
            Optional<Funding> newFunding,
            Optional<Authorization> newAuthorization,
            List<Capture> newCaptures,
            List<Refund> newRefunds) {
        return new Order(
                id,
                authorizes,
                newStatus,
                referenceId,
                customId,
                invoiceId,
                amount,
                items,
                returnUrl,
                cancelUrl,
                locale,
                hasPaymentSource,
                createdAt,
                now,
                expiresAt,
                newFunding,
                newAuthorization,
                newCaptures,
                newRefunds);
    }
}

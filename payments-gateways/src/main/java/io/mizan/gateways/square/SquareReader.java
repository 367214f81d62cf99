package io.mizan.gateways.square;

import io.mizan.fact.Account;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.fact.FactKind.Closing;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.Callback;
import io.mizan.gateway.Observation;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Redirect;
import io.mizan.gateways.http.UnlistedCodes;
import io.mizan.gateways.http.UnlistedStatuses;
import io.mizan.gateways.http.Words;
import io.mizan.gateways.square.wire.Event;
import io.mizan.gateways.square.wire.Order;
import io.mizan.gateways.square.wire.Payment;
import io.mizan.gateways.square.wire.PaymentLink;
import io.mizan.gateways.square.wire.Refund;
import io.mizan.id.AttemptId;
import io.mizan.secrets.Digests;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Reads Square's objects as facts. Pure but for its log. What an object implies depends on the object alone, whoever
 * shows it: a page is told of its order, a try, an authorization and money of the payment, a refund of itself. An object
 * whose status is not listed here implies nothing, and is logged.
 */
final class SquareReader {
    private static final Logger LOG = Logger.getLogger(SquareReader.class.getName());
    private static final UnlistedCodes UNLISTED_CODES = new UnlistedCodes(LOG, Level.WARNING, "square.status.unlisted");
    private static final Set<String> PAYMENT_STATUSES =
            Set.of("APPROVED", "PENDING", "COMPLETED", "CANCELED", "FAILED");
    private static final Set<String> REFUND_STATUSES = Set.of("PENDING", "COMPLETED", "REJECTED", "FAILED");

    private final Account account;

    SquareReader(Account account) {
        this.account = account;
    }

    /**
     * What a webhook says.
     *
     * @throws IllegalArgumentException if it is not an event of Square's
     */
    Callback.Reading read(byte[] body, String proof) {
        var event = Event.parse(body);
        var message = new Observation.Message(event.id(), Words.kept(event.type()), Digests.sha256(body), proof);
        return switch (event.type()) {
            case "payment.created", "payment.updated" -> {
                var payment = Payment.of(event.shown("payment"));
                yield new Callback.Reading.Relevant(
                        mark(payment),
                        observed(of(payment), refs(payment), message).withUnlisted(unlisted(payment)));
            }
            case "refund.created", "refund.updated" -> {
                var refund = Refund.of(event.shown("refund"));
                yield new Callback.Reading.Relevant(
                        Optional.empty(),
                        observed(of(refund), refs(refund), message).withUnlisted(unlisted(refund)));
            }
            case "order.updated" -> {
                var order = Order.ofChange(event.shown("order_updated"));
                yield order.isCanceled()
                        ? new Callback.Reading.Relevant(
                                Optional.empty(), observed(List.of(closed(order)), refs(order), message))
                        : new Callback.Reading.Irrelevant("order.updated");
            }
            default ->
                new Callback.Reading.Irrelevant(
                        event.type().startsWith("dispute.") ? "dispute" : Words.kept(event.type()));
        };
    }

    /** The page, as an answer shows it that opened it. */
    List<Fact> opened(PaymentLink link) {
        return List.of(
                Fact.of(FactKind.CHECKOUT_OPENED, account, link.orderId()).at(link.createdAt()));
    }

    /** What an order says: that there was a page, and that there is none any more. Of money it says nothing. */
    List<Fact> of(Order order) {
        var opened = Fact.of(FactKind.CHECKOUT_OPENED, account, order.id()).at(order.createdAt());
        return order.isCanceled() ? List.of(opened, closed(order)) : List.of(opened);
    }

    /** A payment says that there was a page to pay on, and what became of this card there. */
    List<Fact> of(Payment payment) {
        return Stream.concat(
                        payment.orderId().map(order -> Fact.of(FactKind.CHECKOUT_OPENED, account, order)).stream(),
                        told(payment).stream())
                .toList();
    }

    private List<Fact> told(Payment payment) {
        var amount = SquareAmounts.read(payment.amount());
        return switch (payment.status()) {
            // A link's payment is completed by Square; one that it cancels instead leaves the link open to another
            // card, so
            // neither is told as an authorization, whose end would be the attempt's.
            case "APPROVED", "PENDING" ->
                List.of(Fact.of(FactKind.PAYER_APPROVED, account, payment.id())
                        .with(Fact.ONE_TRY, "true")
                        .at(payment.createdAt()));
            case "COMPLETED" ->
                List.of(Fact.of(FactKind.CAPTURED, account, payment.id())
                        .withAmount(amount)
                        .at(payment.capturedAt().or(payment::updatedAt)));
            case "CANCELED" ->
                List.of(Fact.of(FactKind.TRY_DECLINED, account, payment.id())
                        .with(Fact.CATEGORY, FailureCategory.ISSUER_DECLINED.code())
                        .with(Fact.CODE, payment.status())
                        .at(payment.updatedAt()));
            case "FAILED" -> List.of(declined(payment));
            default -> List.of();
        };
    }

    List<Fact> of(Refund refund) {
        return switch (refund.status()) {
            case "PENDING" -> List.of(refunded(refund, FactKind.Refund.PENDING));
            case "COMPLETED" -> List.of(refunded(refund, FactKind.Refund.SUCCEEDED));
            case "REJECTED", "FAILED" -> List.of(refunded(refund, FactKind.Refund.FAILED));
            default -> List.of();
        };
    }

    static List<ProviderRef> refs(PaymentLink link) {
        return List.of(
                new ProviderRef(SquareRequests.LINK, link.id()), new ProviderRef(SquareRequests.ORDER, link.orderId()));
    }

    static List<ProviderRef> refs(Order order) {
        return List.of(new ProviderRef(SquareRequests.ORDER, order.id()));
    }

    static List<ProviderRef> refs(Payment payment) {
        return Stream.concat(
                        payment.orderId().map(id -> new ProviderRef(SquareRequests.ORDER, id)).stream(),
                        Stream.of(new ProviderRef(SquareRequests.PAYMENT, payment.id())))
                .toList();
    }

    static List<ProviderRef> refs(Refund refund) {
        return Stream.concat(
                        refund.paymentId().map(id -> new ProviderRef(SquareRequests.PAYMENT, id)).stream(),
                        Stream.of(new ProviderRef(SquareRequests.REFUND, refund.id())))
                .toList();
    }

    Fact closed(Order order) {
        return closed(order.id()).at(order.updatedAt());
    }

    Fact closed(String order) {
        return Fact.of(FactKind.CHECKOUT_CLOSED, account, order)
                .withQualifier(Closing.CANCELED.qualifier())
                .with(Fact.BASIS, "stated");
    }

    static Redirect redirect(PaymentLink link) {
        return Redirect.to(link.url());
    }

    private Fact declined(Payment payment) {
        var code = payment.errorCode().orElse("GENERIC_DECLINE");
        var declined = Fact.of(FactKind.TRY_DECLINED, account, payment.id())
                .with(Fact.CATEGORY, SquareDeclines.ofCard(code).code())
                .with(Fact.CODE, Words.kept(code))
                .at(payment.updatedAt());
        return SquareDeclines.known(code).isPresent() ? declined : declined.with(Fact.UNLISTED, "true");
    }

    private Fact refunded(Refund refund, FactKind.Refund status) {
        return Fact.of(FactKind.REFUND_STATUS, account, refund.id())
                .withQualifier(status.qualifier())
                .withAmount(SquareAmounts.read(refund.amount()))
                .at(status == FactKind.Refund.PENDING ? refund.createdAt() : refund.updatedAt());
    }

    /** Our mark is on the order, and as a note on each payment of its link. */
    private static Optional<AttemptId> mark(Payment payment) {
        return Stream.of(payment.note(), payment.referenceId())
                .flatMap(Optional::stream)
                .flatMap(text -> attempt(text).stream())
                .findFirst();
    }

    private static Optional<AttemptId> attempt(String text) {
        try {
            return Optional.of(AttemptId.fromString(text));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static Observation observed(List<Fact> facts, List<ProviderRef> refs, Observation.Message message) {
        return new Observation(facts, refs, Optional.empty(), message);
    }

    /** The payment's status, if it is none that is read here. */
    static List<String> unlisted(Payment payment) {
        return unlisted(PAYMENT_STATUSES, SquareRequests.PAYMENT, payment.status());
    }

    static List<String> unlisted(Refund refund) {
        return unlisted(REFUND_STATUSES, SquareRequests.REFUND, refund.status());
    }

    private static List<String> unlisted(Set<String> listed, String object, String status) {
        var unlisted = new UnlistedStatuses(UNLISTED_CODES);
        if (!listed.contains(status)) {
            unlisted.tell(object, status);
        }
        return unlisted.words();
    }
}

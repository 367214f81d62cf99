package io.mizan.gateways.square;

import io.mizan.fact.Fact;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Observation;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Redirect;
import io.mizan.gateway.Target;
import io.mizan.gateways.http.Budget;
import io.mizan.gateways.http.HttpReply;
import io.mizan.gateways.json.JsonDocument;
import io.mizan.gateways.square.wire.Order;
import io.mizan.gateways.square.wire.Payment;
import io.mizan.gateways.square.wire.PaymentLink;
import io.mizan.gateways.square.wire.Refund;
import io.mizan.secrets.Digests;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One look at how an attempt stands, which takes Square several calls: the order, each payment that counts towards it,
 * each refund of those. All of them are answered, or the whole look counts as the first one that was not.
 */
final class Inquiry {
    private static final int MOST_PAYMENTS = 5;
    private static final int MOST_REFUNDS = 20;

    private final SquareClient client;
    private final SquareReader reader;
    private final Budget budget;
    private final List<Fact> facts = new ArrayList<>();
    private final Set<ProviderRef> refs = new LinkedHashSet<>();
    private final List<String> unlisted = new ArrayList<>();
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private Optional<Redirect> redirect = Optional.empty();
    private boolean paid;
    private boolean canceled;

    Inquiry(SquareClient client, SquareReader reader, Budget budget) {
        this.client = client;
        this.reader = reader;
        this.budget = budget;
    }

    /** A call that did not bring what was asked for, and what the whole look therefore comes to. */
    private static final class Ended extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient GatewayResult result;

        Ended(GatewayResult result) {
            super(null, null, false, false);
            this.result = result;
        }
    }

    GatewayResult about(Target target) {
        try {
            if (target.ref(SquareRequests.ORDER).isPresent()) {
                order(target.ref(SquareRequests.ORDER).get());
            } else if (target.ref(SquareRequests.LINK).isPresent()) {
                link(target.ref(SquareRequests.LINK).get());
            } else if (target.ref(SquareRequests.PAYMENT).isPresent()) {
                payment(target.ref(SquareRequests.PAYMENT).get());
            } else {
                return new GatewayResult.NotFound();
            }
            return new GatewayResult.Accepted(observation());
        } catch (Ended ended) {
            return ended.result;
        }
    }

    /** An order whose link is gone: paid, which is a no to the closing, or closed by that alone. */
    GatewayResult aboutOrderWithoutPage(String id) {
        try {
            order(id);
            if (paid) {
                return new GatewayResult.Declined(FailureCategory.VALIDATION, "order_paid");
            }
            if (!canceled) {
                facts.add(reader.closed(id));
            }
            return new GatewayResult.Accepted(observation());
        } catch (Ended ended) {
            return ended.result;
        }
    }

    private void link(String id) throws Ended {
        var link = asked(SquareRequests.retrieveLink(id), body -> PaymentLink.of(body.requiredObject("payment_link")));
        facts.addAll(reader.opened(link));
        refs.addAll(SquareReader.refs(link));
        redirect = Optional.of(SquareReader.redirect(link));
        order(link.orderId());
    }

    private void order(String id) throws Ended {
        var order = asked(SquareRequests.retrieveOrder(id), body -> Order.of(body.requiredObject("order")));
        facts.addAll(reader.of(order));
        refs.addAll(SquareReader.refs(order));
        canceled |= order.isCanceled();
        for (var payment : order.paymentIds().stream().limit(MOST_PAYMENTS).toList()) {
            payment(payment);
        }
    }

    private void payment(String id) throws Ended {
        var payment = asked(SquareRequests.retrievePayment(id), body -> Payment.of(body.requiredObject("payment")));
        facts.addAll(reader.of(payment));
        refs.addAll(SquareReader.refs(payment));
        unlisted.addAll(SquareReader.unlisted(payment));
        paid |= Set.of("APPROVED", "PENDING", "COMPLETED").contains(payment.status());
        for (var refund : payment.refundIds().stream().limit(MOST_REFUNDS).toList()) {
            refund(refund);
        }
    }

    private void refund(String id) throws Ended {
        var refund = asked(SquareRequests.retrieveRefund(id), body -> Refund.of(body.requiredObject("refund")));
        facts.addAll(reader.of(refund));
        refs.addAll(SquareReader.refs(refund));
        unlisted.addAll(SquareReader.unlisted(refund));
    }

    private <T> T asked(String path, Function<JsonDocument, T> reading) throws Ended {
        var reply = client.get(path, budget);
        if (!(reply instanceof HttpReply.Answered answer)) {
            throw new Ended(SquareOutcomes.of(reply));
        }
        if (!answer.isSuccess()) {
            throw new Ended(
                    SquareOutcomes.isNotFound(answer) ? new GatewayResult.NotFound() : SquareOutcomes.of(answer));
        }
        try {
            answers.writeBytes(answer.body());
            return reading.apply(JsonDocument.parse(answer.body()));
        } catch (IllegalArgumentException e) {
            throw new Ended(SquareGateway.unreadable(e));
        }
    }

    private Observation observation() {
        return new Observation(
                facts,
                List.copyOf(refs),
                redirect,
                Observation.Message.answering("inquiry", Digests.sha256(answers.toByteArray())),
                unlisted);
    }
}

package io.mizan.gateways.razorpay;

import io.mizan.gateway.GatewayResult;
import io.mizan.gateways.http.Budget;
import io.mizan.gateways.http.HttpReply;
import io.mizan.gateways.json.JsonDocument;
import io.mizan.id.AttemptId;
import io.mizan.secrets.Digests;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One look at how things stand, which takes several calls: all of them are answered, or the look comes to nothing. */
final class Look {
    private static final Logger LOG = Logger.getLogger(Look.class.getName());

    private final RazorpayClient client;
    private final Budget budget;
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();

    Look(RazorpayClient client, Budget budget) {
        this.client = client;
        this.budget = budget;
    }

    /** A call that did not bring what was asked for, and what the whole look therefore comes to. */
    static final class Ended extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient GatewayResult result;

        Ended(GatewayResult result) {
            super(null, null, false, false);
            this.result = result;
        }

        GatewayResult result() {
            return result;
        }
    }

    Order order(String id) throws Ended {
        return asked(RazorpayRequests.order(id), Order::of);
    }

    /** The order that bears the attempt as its receipt; of several the first that was made. */
    Optional<Order> orderOf(AttemptId attempt) throws Ended {
        var orders = asked(RazorpayRequests.orderOf(attempt), body -> body.objects("items").stream()
                .filter(order ->
                        order.text("receipt").filter(attempt.toString()::equals).isPresent())
                .map(Order::of)
                .toList());
        return orders.stream().reduce((newer, older) -> older);
    }

    List<Payment> payments(String order) throws Ended {
        return asked(
                RazorpayRequests.paymentsOf(order),
                body -> body.objects("items").stream().map(Payment::of).toList());
    }

    List<Refund> refunds(String payment) throws Ended {
        return asked(
                RazorpayRequests.refundsOf(payment),
                body -> body.objects("items").stream().map(Refund::of).toList());
    }

    /** Of all that was answered. */
    String digest() {
        return Digests.sha256(answers.toByteArray());
    }

    private <T> T asked(String path, Function<JsonDocument, T> reading) throws Ended {
        var reply = client.get(path, budget);
        if (!(reply instanceof HttpReply.Answered answer)) {
            throw new Ended(RazorpayError.result(reply));
        }
        if (!answer.isSuccess()) {
            throw new Ended(
                    RazorpayError.isNotFound(answer) ? new GatewayResult.NotFound() : RazorpayError.result(answer));
        }
        try {
            answers.writeBytes(answer.body());
            return reading.apply(JsonDocument.parse(answer.body()));
        } catch (IllegalArgumentException e) {
            throw new Ended(unreadable(e));
        }
    }

    static GatewayResult unreadable(IllegalArgumentException e) {
        LOG.log(Level.SEVERE, "event=razorpay.answer.unreadable", e);
        return GatewayResult.Unknown.ofAnswer("unreadable answer");
    }
}

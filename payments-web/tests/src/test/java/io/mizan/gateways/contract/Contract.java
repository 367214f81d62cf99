package io.mizan.gateways.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Observation;
import io.mizan.money.Money;
import java.time.Duration;
import java.util.List;

/**
 * What the parts of the contract work with. Each payment is its own order, so that any number of tests may share a
 * simulator. A part is an interface that a gateway's test class implements if the gateway can do what it is about; those
 * that do not apply are not there, rather than skipped.
 */
public interface Contract {
    /** Long enough for a machine with much else to do. */
    Duration PATIENT = Duration.ofSeconds(30);

    Duration IMPATIENT = Duration.ofMillis(1100);

    /** Longer than anybody impatient waits. */
    Duration HANGS = Duration.ofSeconds(3);

    SimulatedProvider provider();

    default Traits traits() {
        return provider().traits();
    }

    default Money price() {
        return traits().price();
    }

    default Payment payment() {
        return payment(CaptureMode.AUTOMATIC);
    }

    default Payment payment(CaptureMode capture) {
        return new Payment(provider(), price(), capture);
    }

    /** What a payment comes to, the same by callbacks alone, by inquiries alone and by both together. */
    default Told.Outcome outcome(Payment payment) {
        return outcome(payment, payment.amount());
    }

    default Told.Outcome outcome(Payment payment, Money due) {
        var callbacks = told(payment.callbacks());
        var inquiries = told(payment.answers());
        var both = callbacks.and(inquiries).against(due);
        if (!payment.callbacks().isEmpty()) {
            assertThat(callbacks.against(due)).as("callbacks alone").isEqualTo(both);
        }
        assertThat(inquiries.against(due)).as("inquiries alone").isEqualTo(both);
        assertThat(both.conflicting()).isFalse();
        return both;
    }

    /** The request is sent and its answer lost, before or after the provider acted; then it is made good. */
    default Payment.Recovered losesTheAnswer(Payment payment, GatewayRequest request, boolean afterActing) {
        provider().hangs(payment, request.operation(), afterActing, HANGS);
        assertThat(provider().gateway(IMPATIENT).send(request)).isInstanceOf(GatewayResult.Unknown.class);
        return payment.recovers(request, afterActing);
    }

    default Told told(List<Observation> observations) {
        return Told.by(observations);
    }
}

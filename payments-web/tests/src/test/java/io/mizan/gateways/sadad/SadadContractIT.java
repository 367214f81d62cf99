package io.mizan.gateways.sadad;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.PaymentState;
import io.mizan.attempt.Verdict;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Refunding;
import io.mizan.gateways.contract.GatewayContract;
import io.mizan.gateways.contract.Payment;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The adapter against SADAD's simulator: what every gateway must do, and what is peculiar to SADAD. */
class SadadContractIT extends GatewayContract {
    private static final SimulatedSadad SADAD = new SimulatedSadad();

    SadadContractIT() {
        super(SADAD);
    }

    @Test
    void who_has_tried_nothing_or_in_vain_for_an_hour_never_paid() {
        var payment = payment().opened().then(SADAD::paysWithACardThatIsDeclined);
        var later = SADAD.gatewayAfter(Duration.ofMinutes(61));

        assertThat(later.inquire(payment.target()))
                .isInstanceOfSatisfying(GatewayResult.Accepted.class, answer -> assertThat(
                                answer.observation().facts())
                        .extracting(Fact::kind)
                        .containsExactly(FactKind.TRY_DECLINED, FactKind.CHECKOUT_CLOSED));
        payment.then(SADAD::paysWithACardThatWorks);
        assertThat(outcome(payment)).returns(Verdict.PAID, outcome -> outcome.verdict());
    }

    @Test
    void a_payment_whose_numbers_nobody_told_us_is_found_by_its_reference() {
        var payment = payment().opened();
        SADAD.paysWithACardThatWorks(payment.page());

        assertThat(payment.gateway().inquire(payment.target()))
                .isInstanceOfSatisfying(GatewayResult.Accepted.class, answer -> assertThat(
                                answer.observation().facts())
                        .singleElement()
                        .returns(FactKind.CAPTURED, Fact::kind)
                        .returns(Optional.of(price()), Fact::amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"server_error", "time_out_before", "time_out_after"})
    void an_inquiry_that_fails_says_nothing(String kind) {
        var payment = payment().opened().then(SADAD::paysWithACardThatWorks);
        SADAD.misbehaves(payment, kind, "getTransaction", Duration.ofSeconds(4));

        assertThat(SADAD.gateway(Duration.ofSeconds(2)).inquire(payment.target()))
                .isInstanceOf(GatewayResult.Unknown.class);
        assertThat(payment.gateway().inquire(payment.target())).isInstanceOf(GatewayResult.Accepted.class);
    }

    @Test
    void a_wrong_key_is_a_matter_of_settings() {
        var payment = payment().opened().then(SADAD::paysWithACardThatWorks);
        var stranger = SADAD.gateway(Duration.ofSeconds(5), SADAD.clock(), "AnotherSecretKey1");

        assertThat(stranger.inquire(payment.target()))
                .isInstanceOfSatisfying(GatewayResult.Declined.class, declined -> assertThat(declined.category())
                        .isEqualTo(FailureCategory.AUTHENTICATION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"time_out_before", "time_out_after"})
    void what_became_of_a_refund_without_an_answer_is_found_out(String kind) {
        var payment = payment().opened().then(SADAD::paysWithACardThatWorks);
        var refund = refund(payment);
        SADAD.misbehaves(payment, kind, "refundTransaction", Duration.ofSeconds(4));

        assertThat(SADAD.gateway(Duration.ofSeconds(2)).send(refund)).isInstanceOf(GatewayResult.Unknown.class);

        var found = payment.gateway().findOut(refund, payment.target());
        if (kind.equals("time_out_after")) {
            assertThat(found).isInstanceOfSatisfying(GatewayResult.Accepted.class, answer -> assertThat(
                            answer.observation().facts())
                    .anyMatch(fact -> fact.kind() == FactKind.REFUND_STATUS
                            && fact.qualifier().equals("succeeded")));
        } else {
            assertThat(found).isEqualTo(new GatewayResult.NotFound());
        }
    }

    @Test
    void what_was_given_back_cannot_be_given_back_again() {
        var payment = payment().opened().then(SADAD::paysWithACardThatWorks);
        payment.thenSent(refund(payment));

        assertThat(payment.gateway().send(refund(payment)))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.VALIDATION, "400"));
        assertThat(outcome(payment)).returns(PaymentState.CAPTURED, outcome -> outcome.state());
    }

    private static GatewayRequest refund(Payment payment) {
        return ((Refunding) payment.gateway())
                .refund(
                        payment.target(),
                        new Refunding.RefundIntent(
                                "whole-" + payment.attempt().toString().substring(4),
                                payment.amount(),
                                payment.amount(),
                                Optional.empty()),
                        "refund-" + payment.attempt());
    }
}

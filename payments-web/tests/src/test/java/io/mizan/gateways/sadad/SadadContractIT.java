package io.mizan.gateways.sadad;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.PaymentState;
import io.mizan.attempt.Verdict;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.Callback;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateways.contract.CallsUs;
import io.mizan.gateways.contract.Contract;
import io.mizan.gateways.contract.EndsUnpaidAttempts;
import io.mizan.gateways.contract.GatewayContract;
import io.mizan.gateways.contract.GivesMoneyBack;
import io.mizan.gateways.contract.SignsReturns;
import io.mizan.gateways.contract.TakesAnotherCard;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The adapter against SADAD's simulator: what every gateway must do, and what is peculiar to SADAD. */
class SadadContractIT extends GatewayContract
        implements TakesAnotherCard, EndsUnpaidAttempts, CallsUs, SignsReturns, GivesMoneyBack {
    private static final SimulatedSadad SADAD = new SimulatedSadad();
    private static final SimulatedSadad OLD = new SimulatedSadad(SadadSettings.Version.V1_1);

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
    void an_account_of_version_1_1_is_paid_and_believed_by_its_own_signatures_alone() {
        Contract old = () -> OLD;
        var payment = old.payment().opened().then(OLD::paysWithACardThatWorks);

        assertThat(old.outcome(payment)).returns(Verdict.PAID, outcome -> outcome.verdict());
        assertThat(OLD.returns(payment.page())).singleElement().satisfies(posted -> assertThat(
                        SADAD.gateway(PATIENT).verifyReturn(posted, payment.target()))
                .containsInstanceOf(Callback.Verdict.Forged.class));
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

    @Test
    void what_was_given_back_cannot_be_given_back_again() {
        var payment = payment().opened().then(SADAD::paysWithACardThatWorks);
        payment.thenSent(refund(payment, price(), "whole"));

        assertThat(payment.gateway().send(refund(payment, price(), "whole")))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.VALIDATION, "400"));
        assertThat(outcome(payment)).returns(PaymentState.CAPTURED, outcome -> outcome.state());
    }
}

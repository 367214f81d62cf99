package io.mizan.gateways.paypal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.PaymentState;
import io.mizan.attempt.Verdict;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.Capturing;
import io.mizan.gateway.Completing;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Voiding;
import io.mizan.gateways.contract.CallsUs;
import io.mizan.gateways.contract.CapturesLater;
import io.mizan.gateways.contract.ClosesPages;
import io.mizan.gateways.contract.CompletesPayments;
import io.mizan.gateways.contract.GatewayContract;
import io.mizan.gateways.contract.GivesPartsBack;
import io.mizan.gateways.contract.OpensByCalling;
import io.mizan.gateways.contract.Payment;
import io.mizan.gateways.contract.ReleasesAuthorizations;
import io.mizan.gateways.contract.TakesAnotherCard;
import io.mizan.gateways.contract.TakesAnotherCurrency;
import io.mizan.money.Money;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The adapter against PayPal's simulator: what every gateway must do, and what only PayPal can. */
class PayPalContractIT extends GatewayContract
        implements OpensByCalling,
                CompletesPayments,
                TakesAnotherCard,
                TakesAnotherCurrency,
                CallsUs,
                ClosesPages,
                CapturesLater,
                ReleasesAuthorizations,
                GivesPartsBack {
    private static final SimulatedPayPal PAYPAL = new SimulatedPayPal();
    private static final Money PART = Money.ofMinor(20_000, "USD");

    PayPalContractIT() {
        super(PAYPAL);
    }

    @Override
    public String anotherCurrency() {
        return "EUR";
    }

    @Test
    void a_capture_of_a_part_gives_back_the_rest() {
        var payment = payment(CaptureMode.MANUAL).opened().then(PAYPAL::paysWithACardThatWorks);
        payment.thenSent(capture(payment, PART)).thenSent(capture(payment, PART));

        assertThat(outcome(payment, PART))
                .returns(PART, outcome -> outcome.captured())
                .returns(Money.ofMinor(0, "USD"), outcome -> outcome.authorized())
                .returns(Verdict.PAID, outcome -> outcome.verdict())
                .returns(false, outcome -> outcome.open());
    }

    @Test
    void a_released_authorization_ends_the_attempt_however_often_it_is_released() {
        var payment = payment(CaptureMode.MANUAL).opened().then(PAYPAL::paysWithACardThatWorks);
        payment.thenSent(release(payment, "void-1-")).thenSent(release(payment, "void-2-"));

        assertThat(outcome(payment))
                .returns(PaymentState.CANCELED, outcome -> outcome.state())
                .returns(false, outcome -> outcome.open());
    }

    @Test
    void a_guests_declined_card_ends_the_attempt() {
        var payment = payment()
                .opened()
                .then(page -> PAYPAL.approves(page, Map.of("funding", "card", "holder", "CCREJECT-IF")));

        assertThat(outcome(payment))
                .returns(PaymentState.FAILED, outcome -> outcome.state())
                .returns(false, outcome -> outcome.open());
    }

    @Test
    void an_e_check_is_under_way_for_days_and_then_paid() {
        var payment = payment().opened().then(page -> PAYPAL.approves(page, Map.of("funding", "e_check")));

        assertThat(outcome(payment))
                .returns(PaymentState.PENDING, outcome -> outcome.state())
                .returns(true, outcome -> outcome.open());

        payment.then(page -> PAYPAL.act(page, "settle", Map.of("outcome", "succeeded")));
        assertThat(outcome(payment)).returns(Verdict.PAID, outcome -> outcome.verdict());
    }

    @Test
    void a_token_that_ended_before_its_time_is_renewed() {
        var payment = payment().opened();
        PAYPAL.act(payment.page(), "end_tokens", Map.of());

        payment.then(PAYPAL::paysWithACardThatWorks);

        assertThat(outcome(payment)).returns(Verdict.PAID, outcome -> outcome.verdict());
    }

    @Test
    void a_wrong_secret_is_a_matter_of_settings() {
        var stranger = PAYPAL.gateway(Duration.ofSeconds(30), "nobodys");

        assertThat(stranger.send(payment().opening()))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.AUTHENTICATION, "invalid_client"));
    }

    @Test
    void a_completion_that_another_is_at_work_on_is_sent_again_and_takes_the_money_once() {
        var payment = approved("ORDER_COMPLETION_IN_PROGRESS");

        assertThat(payment.gateway().send(completion(payment))).isInstanceOf(GatewayResult.Unknown.class);
        payment.thenSent(completion(payment));
        assertThat(outcome(payment)).returns(price(), outcome -> outcome.captured());
    }

    @Test
    void what_paypal_will_not_complete_is_over_and_blames_nobodys_bank() {
        var payment = approved("TRANSACTION_RECEIVING_LIMIT_EXCEEDED");

        var facts = ((GatewayResult.Accepted) payment.gateway().send(completion(payment)))
                .observation()
                .facts();

        assertThat(facts)
                .anySatisfy(fact -> assertThat(fact.detail())
                        .containsEntry(Fact.CATEGORY, "validation")
                        .containsEntry(Fact.REQUEST_REFUSED, "true"))
                .anySatisfy(fact -> assertThat(fact)
                        .returns(FactKind.CHECKOUT_CLOSED, it -> it.kind())
                        .returns("failed", it -> it.qualifier()));
    }

    @Test
    void whoever_may_not_complete_is_turned_away_and_the_order_stays_as_it_is() {
        var payment = approved("PERMISSION_DENIED");

        assertThat(payment.gateway().send(completion(payment)))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.AUTHENTICATION, "PERMISSION_DENIED"));
        payment.thenSent(completion(payment));
        assertThat(outcome(payment)).returns(price(), outcome -> outcome.captured());
    }

    /** PayPal will refuse its completion once, with that issue. */
    private Payment approved(String issue) {
        var payment = payment().opened();
        PAYPAL.refusesCompletion(payment, issue);
        PAYPAL.paysWithACardThatWorks(payment.page());
        return payment;
    }

    private static GatewayRequest completion(Payment payment) {
        return ((Completing) payment.gateway()).complete(payment.target(), "complete-" + payment.attempt());
    }

    private static GatewayRequest capture(Payment payment, Money amount) {
        return ((Capturing) payment.gateway()).capture(payment.target(), amount, "capture-" + payment.attempt());
    }

    private static GatewayRequest release(Payment payment, String key) {
        return ((Voiding) payment.gateway())
                .voidAuthorization(payment.target(), payment.amount(), key + payment.attempt());
    }
}

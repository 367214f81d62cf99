package io.mizan.gateways.paypal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.PaymentState;
import io.mizan.attempt.Verdict;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.Capturing;
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

    private static GatewayRequest capture(Payment payment, Money amount) {
        return ((Capturing) payment.gateway()).capture(payment.target(), amount, "capture-" + payment.attempt());
    }

    private static GatewayRequest release(Payment payment, String key) {
        return ((Voiding) payment.gateway())
                .voidAuthorization(payment.target(), payment.amount(), key + payment.attempt());
    }
}

package io.mizan.gateways.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.PaymentState;
import io.mizan.attempt.Verdict;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.Capturing;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateways.contract.CallsUs;
import io.mizan.gateways.contract.CapturesLater;
import io.mizan.gateways.contract.ChallengesCustomers;
import io.mizan.gateways.contract.ClosesPages;
import io.mizan.gateways.contract.ExpiresByItself;
import io.mizan.gateways.contract.GatewayContract;
import io.mizan.gateways.contract.OpensByCalling;
import io.mizan.gateways.contract.Payment;
import io.mizan.gateways.contract.ReleasesAuthorizations;
import io.mizan.gateways.contract.TakesAnotherCurrency;
import io.mizan.money.Money;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The adapter against Stripe's simulator: what every gateway must do, and what only Stripe can. */
class StripeContractIT extends GatewayContract
        implements OpensByCalling,
                ChallengesCustomers,
                ExpiresByItself,
                TakesAnotherCurrency,
                CallsUs,
                ClosesPages,
                CapturesLater,
                ReleasesAuthorizations {
    private static final SimulatedStripe STRIPE = new SimulatedStripe();
    private static final Money PART = Money.ofMinor(20_000, "QAR");

    StripeContractIT() {
        super(STRIPE);
    }

    @Override
    public String anotherCurrency() {
        return "USD";
    }

    @Test
    void a_page_expires_after_a_decline() {
        var payment =
                payment().opened().then(STRIPE::paysWithACardThatIsDeclined).then(STRIPE::letsItExpire);

        assertThat(outcome(payment)).returns(PaymentState.EXPIRED, outcome -> outcome.state());
    }

    @Test
    void a_capture_of_a_part_gives_back_the_rest() {
        var payment = payment(CaptureMode.MANUAL).opened().then(STRIPE::paysWithACardThatWorks);
        payment.thenSent(capture(payment, PART));

        assertThat(outcome(payment, PART))
                .returns(PART, outcome -> outcome.captured())
                .returns(Verdict.PAID, outcome -> outcome.verdict())
                .returns(false, outcome -> outcome.open());
    }

    @Test
    void a_bank_debit_is_under_way_for_days_and_then_paid() {
        var payment = payment().opened().then(STRIPE::paysByBankDebit);

        assertThat(outcome(payment))
                .returns(PaymentState.PENDING, outcome -> outcome.state())
                .returns(true, outcome -> outcome.open());

        payment.then(page -> STRIPE.settles(page, true));
        assertThat(outcome(payment)).returns(Verdict.PAID, outcome -> outcome.verdict());
    }

    @Test
    void a_bank_debit_that_comes_back_ends_the_attempt() {
        var payment = payment().opened().then(STRIPE::paysByBankDebit).then(page -> STRIPE.settles(page, false));

        assertThat(outcome(payment))
                .returns(PaymentState.FAILED, outcome -> outcome.state())
                .returns(false, outcome -> outcome.open());
    }

    @Test
    void two_failed_authentications_are_two_tries() {
        var payment = payment()
                .opened()
                .then(STRIPE::paysWithACardThatIsChallenged)
                .then(page -> STRIPE.authenticates(page, false))
                .then(STRIPE::paysWithACardThatIsChallenged)
                .then(page -> STRIPE.authenticates(page, false));

        assertThat(outcome(payment)).returns(PaymentState.PENDING, outcome -> outcome.state());
        assertThat(payment.callbacks().stream()
                        .flatMap(told -> told.facts().stream())
                        .filter(fact -> fact.kind() == FactKind.TRY_DECLINED)
                        .map(Fact::identity)
                        .distinct())
                .hasSize(2);
    }

    @Test
    void a_wrong_key_is_a_matter_of_settings() {
        var stranger = STRIPE.gateway(Duration.ofSeconds(30), "sk_test_nobody");

        assertThat(stranger.send(payment().opening()))
                .isInstanceOfSatisfying(GatewayResult.Declined.class, declined -> assertThat(declined.category())
                        .isEqualTo(FailureCategory.AUTHENTICATION));
    }

    private static GatewayRequest capture(Payment payment, Money amount) {
        return ((Capturing) payment.gateway()).capture(payment.target(), amount, "capture-" + payment.attempt());
    }
}

package io.mizan.gateways.stripe;

import static java.util.stream.Collectors.toSet;
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
import io.mizan.gateway.Observation;
import io.mizan.gateways.contract.CallsUs;
import io.mizan.gateways.contract.CapturesLater;
import io.mizan.gateways.contract.ChallengesCustomers;
import io.mizan.gateways.contract.ClosesPages;
import io.mizan.gateways.contract.ExpiresByItself;
import io.mizan.gateways.contract.GatewayContract;
import io.mizan.gateways.contract.GivesPartsBack;
import io.mizan.gateways.contract.OpensByCalling;
import io.mizan.gateways.contract.Payment;
import io.mizan.gateways.contract.ReleasesAuthorizations;
import io.mizan.gateways.contract.TakesAnotherCurrency;
import io.mizan.money.Money;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
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
                ReleasesAuthorizations,
                GivesPartsBack {
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
    void a_capture_of_a_part_lets_go_of_the_rest_which_is_no_refund_although_stripe_tells_it_as_one() {
        var payment = payment(CaptureMode.MANUAL).opened().then(STRIPE::paysWithACardThatWorks);
        payment.thenSent(capture(payment, PART));

        assertThat(outcome(payment, PART))
                .returns(PART, outcome -> outcome.captured())
                .returns(Verdict.PAID, outcome -> outcome.verdict())
                .returns(false, outcome -> outcome.open());
        assertThat(STRIPE.told(payment.page())).contains("refund.created", "charge.refunded");
        assertThat(refunds(payment.callbacks())).isEmpty();
        assertThat(refunds(payment.answers())).isEmpty();

        payment.thenSent(refund(payment, PART, "whole"));
        assertThat(refunds(payment.callbacks()))
                .isEqualTo(refunds(payment.answers()))
                .hasSize(1);
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
    void a_refund_made_at_stripe_is_told_by_callback_and_by_inquiry_alike() {
        var payment = payment().opened().then(STRIPE::paysWithACardThatWorks).then(STRIPE::refunds);

        assertThat(refunds(payment.callbacks()))
                .isEqualTo(refunds(payment.answers()))
                .hasSize(1);
    }

    @Test
    void a_refund_is_under_way_and_then_done() {
        var payment = payment()
                .opened()
                .then(STRIPE::paysWithACardWhoseRefundsWait)
                .then(STRIPE::refunds)
                .then(page -> STRIPE.refundEnds(page, true));

        assertThat(refunds(payment.callbacks()))
                .isEqualTo(refunds(payment.answers()))
                .extracting(Fact.Identity::qualifier)
                .containsExactlyInAnyOrder("pending", "succeeded");
    }

    @Test
    void a_refund_that_the_bank_sends_back_has_failed_and_can_be_made_again() {
        var payment = payment().opened().then(STRIPE::paysWithACardThatWorks);
        payment.thenSent(refund(payment, price(), "first")).then(page -> STRIPE.refundEnds(page, false));

        assertThat(refunds(payment.callbacks()))
                .isEqualTo(refunds(payment.answers()))
                .extracting(Fact.Identity::qualifier)
                .containsExactlyInAnyOrder("succeeded", "failed");
        assertThat(payment.gateway().send(refund(payment, price(), "second")))
                .isInstanceOf(GatewayResult.Accepted.class);
    }

    @Test
    void what_is_given_back_cannot_be_given_back_again() {
        var payment = payment().opened().then(STRIPE::paysWithACardThatWorks).then(STRIPE::refunds);

        assertThat(payment.gateway().send(refund(payment, price(), "again")))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.VALIDATION, "charge_already_refunded"));
    }

    @Test
    void many_refunds_of_one_payment_are_all_told() {
        var payment = payment().opened().then(STRIPE::paysWithACardThatWorks);
        for (int i = 0; i < 11; i++) {
            STRIPE.refundsAUnit(payment.page());
        }

        assertThat(refunds(payment.then(page -> {}).answers())).hasSize(11);
    }

    private static Set<Fact.Identity> refunds(Collection<Observation> told) {
        return told.stream()
                .flatMap(observation -> observation.facts().stream())
                .map(Fact::identity)
                .filter(fact -> fact.kind() == FactKind.REFUND_STATUS)
                .collect(toSet());
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

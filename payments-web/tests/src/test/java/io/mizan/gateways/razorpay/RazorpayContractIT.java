package io.mizan.gateways.razorpay;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.Verdict;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.CheckoutIntent;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateways.contract.CallsUs;
import io.mizan.gateways.contract.CapturesLater;
import io.mizan.gateways.contract.EndsUnpaidAttempts;
import io.mizan.gateways.contract.GatewayContract;
import io.mizan.gateways.contract.GivesPartsBack;
import io.mizan.gateways.contract.OpensByCalling;
import io.mizan.gateways.contract.SignsReturns;
import io.mizan.gateways.contract.TakesAnotherCard;
import io.mizan.gateways.contract.TakesAnotherCurrency;
import io.mizan.money.Money;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The adapter against Razorpay's simulator: what every gateway must do, and what is peculiar to Razorpay. */
class RazorpayContractIT extends GatewayContract
        implements OpensByCalling,
                EndsUnpaidAttempts,
                TakesAnotherCard,
                TakesAnotherCurrency,
                CallsUs,
                SignsReturns,
                CapturesLater,
                GivesPartsBack {
    private static final SimulatedRazorpay RAZORPAY = new SimulatedRazorpay();
    private static final Money PART = Money.ofMinor(5_000, "INR");

    RazorpayContractIT() {
        super(RAZORPAY);
    }

    @Override
    public String anotherCurrency() {
        return "USD";
    }

    @Test
    void an_account_without_unique_receipts_makes_one_order_all_the_same() {
        var payment = payment();
        var now = RAZORPAY.clock().instant();
        var back = URI.create("http://127.0.0.1/return?t=token");
        var looking = RAZORPAY.gatewayLookingFirst();
        var opening = looking.openCheckout(new CheckoutIntent(
                payment.order(),
                payment.attempt(),
                price(),
                List.of(),
                CaptureMode.AUTOMATIC,
                now,
                back,
                back,
                now.plus(Duration.ofHours(1)),
                "en",
                "open-" + payment.attempt()));

        assertThat(looking.send(opening)).isInstanceOf(GatewayResult.Accepted.class);
        assertThat(looking.send(opening)).isInstanceOf(GatewayResult.Accepted.class);
        assertThat(RAZORPAY.pages(payment)).isEqualTo(1);
    }

    @Test
    void a_refund_sent_twice_gives_back_once_for_its_key_is_the_same() {
        var payment = payment().opened().then(RAZORPAY::paysWithACardThatWorks);
        var refund = refund(payment, PART, "twice");
        payment.thenSent(refund).thenSent(refund);

        assertThat(payment.answers().stream().flatMap(told -> told.facts().stream()))
                .filteredOn(fact -> fact.kind() == FactKind.REFUND_STATUS)
                .extracting(Fact::objectRef)
                .containsOnly(payment.target().ref("refund").orElseThrow());
    }

    @Test
    void another_refund_under_the_same_key_is_refused() {
        var payment = payment().opened().then(RAZORPAY::paysWithACardThatWorks);
        payment.thenSent(refund(payment, PART, "reused"));

        assertThat(payment.gateway().send(refund(payment, price().minus(PART), "reused")))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.DUPLICATE, "BAD_REQUEST_ERROR"));
    }

    @Test
    void a_refund_of_more_than_is_left_is_refused() {
        var payment = payment().opened().then(RAZORPAY::paysWithACardThatWorks);
        payment.thenSent(refund(payment, PART, "part"));

        assertThat(payment.gateway().send(refund(payment, price(), "more")))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.VALIDATION, "refund_limit_crossed"));
    }

    @Test
    void a_refund_that_the_bank_sends_back_has_failed() {
        var payment = payment().opened().then(RAZORPAY::paysWithACardThatWorks);
        payment.thenSent(refund(payment, PART, "failing")).then(page -> RAZORPAY.act(page, "fail_refund", Map.of()));

        assertThat(payment.callbacks().stream().flatMap(told -> told.facts().stream()))
                .filteredOn(fact -> fact.kind() == FactKind.REFUND_STATUS)
                .extracting(Fact::qualifier)
                .contains("succeeded", "failed");
    }

    @Test
    void a_payment_that_failed_and_is_authorized_after_all_is_money() {
        var payment = payment()
                .opened()
                .then(RAZORPAY::paysWithACardThatIsDeclined)
                .then(page -> RAZORPAY.act(page, "authorize_late", Map.of()));

        assertThat(outcome(payment)).returns(Verdict.PAID, outcome -> outcome.verdict());
    }

    @Test
    void nothing_is_signed_on_the_way_back_after_a_failure() {
        var declined = payment().opened().then(RAZORPAY::paysWithACardThatIsDeclined);

        assertThat(RAZORPAY.returns(declined.page())).singleElement().satisfies(posted -> assertThat(
                        RAZORPAY.gateway(PATIENT).verifyReturn(posted, declined.target()))
                .isEmpty());
    }

    @Test
    void a_paid_order_is_not_paid_again_however_often_its_form_is_posted() {
        var payment = payment().opened().then(RAZORPAY::paysWithACardThatWorks);
        RAZORPAY.visits(payment.answers().get(0).redirect().orElseThrow());

        assertThat(RAZORPAY.returns(payment.page())).hasSize(1);
        assertThat(RAZORPAY.pages(payment)).isEqualTo(1);
        assertThat(outcome(payment)).returns(price(), outcome -> outcome.captured());
    }

    @Test
    void a_wrong_key_is_a_matter_of_settings() {
        assertThat(RAZORPAY.gateway("nobodysSecret").send(payment().opening()))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.AUTHENTICATION, "BAD_REQUEST_ERROR"));
    }
}

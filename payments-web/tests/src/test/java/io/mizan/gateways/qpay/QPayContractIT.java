package io.mizan.gateways.qpay;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.PaymentState;
import io.mizan.attempt.Verdict;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.Callback;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateways.contract.DeclinesCards;
import io.mizan.gateways.contract.EndsUnpaidAttempts;
import io.mizan.gateways.contract.GatewayContract;
import io.mizan.gateways.contract.GivesPartsBack;
import io.mizan.gateways.contract.SignsReturns;
import io.mizan.gateways.contract.TakesAnotherCurrency;
import io.mizan.money.Money;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The adapter against QPay's simulator: what every gateway must do, and what is peculiar to QPay. */
class QPayContractIT extends GatewayContract
        implements DeclinesCards, EndsUnpaidAttempts, TakesAnotherCurrency, SignsReturns, GivesPartsBack {
    private static final SimulatedQPay QPAY = new SimulatedQPay();

    public QPayContractIT() {
        super(QPAY);
    }

    @Test
    void a_customer_who_goes_back_ends_the_attempt() {
        var payment = payment().opened().then(QPAY::goesBack);

        assertThat(outcome(payment))
                .returns(PaymentState.CANCELED, outcome -> outcome.state())
                .returns(false, outcome -> outcome.open());
    }

    @Override
    public String anotherCurrency() {
        return "USD";
    }

    @Test
    void money_in_another_currency_is_asked_about_and_told_as_it_is() {
        var payment = payment();
        QPAY.takesAnotherCurrency(payment, "usd");
        payment.opened().then(QPAY::paysWithACardThatWorks);

        assertThat(QPAY.gateway(Duration.ofSeconds(5))
                        .readReturn(QPAY.returns(payment.page()).get(0).body(), "proof", payment.target()))
                .isInstanceOf(Callback.Reading.Hint.class);
        assertThat(payment.answers().stream().flatMap(told -> told.facts().stream()))
                .filteredOn(fact -> fact.kind() == FactKind.CAPTURED)
                .singleElement()
                .returns(Optional.of(Money.ofMinor(25_000, "USD")), Fact::amount);
    }

    @Test
    void a_forged_way_back_is_not_believed_and_the_inquiry_tells() {
        var payment = payment();
        QPAY.misbehaves(payment, "forged");
        payment.opened().then(QPAY::paysWithACardThatWorks);

        assertThat(QPAY.returns(payment.page())).singleElement().satisfies(posted -> assertThat(
                        QPAY.gateway(Duration.ofSeconds(5)).verifyReturn(posted, payment.target()))
                .contains(new Callback.Verdict.Forged("mismatch")));
        assertThat(payment.answers().stream().flatMap(told -> told.facts().stream()))
                .extracting(Fact::kind)
                .contains(FactKind.CAPTURED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"never", "late"})
    void without_a_way_back_the_inquiry_tells(String kind) {
        var payment = payment();
        QPAY.misbehaves(payment, kind);
        payment.opened().then(QPAY::paysWithACardThatWorks);

        assertThat(QPAY.returns(payment.page())).isEmpty();
        assertThat(outcome(payment)).returns(Verdict.PAID, outcome -> outcome.verdict());
    }

    @Test
    void who_has_not_paid_in_forty_minutes_never_did_and_money_that_comes_later_counts() {
        var payment = payment().opened();
        var later = QPAY.gatewayAfter(Duration.ofMinutes(41));

        assertThat(later.inquire(payment.target()))
                .isInstanceOfSatisfying(GatewayResult.Accepted.class, answer -> assertThat(
                                answer.observation().facts())
                        .singleElement()
                        .returns(FactKind.CHECKOUT_CLOSED, Fact::kind)
                        .returns("expired", Fact::qualifier));
        payment.then(QPAY::paysWithACardThatWorks);
        assertThat(outcome(payment)).returns(Verdict.PAID, outcome -> outcome.verdict());
    }

    @Test
    void the_same_form_posted_twice_is_one_page_and_after_it_is_paid_charges_nothing() {
        var payment = payment().opened();
        var form = payment.answers().get(0).redirect().orElseThrow();
        QPAY.visits(form);
        payment.then(QPAY::paysWithACardThatWorks);

        assertThat(QPAY.post(form).expect(200).body()).contains("Duplicate PUN");
        assertThat(QPAY.pages(payment)).isEqualTo(1);
        assertThat(outcome(payment)).returns(price(), outcome -> outcome.captured());
    }

    @ParameterizedTest
    @ValueSource(strings = {"server_error", "time_out_before", "time_out_after"})
    void an_inquiry_that_fails_says_nothing(String kind) {
        var payment = payment().opened().then(QPAY::paysWithACardThatWorks);
        QPAY.misbehaves(payment, kind, Duration.ofSeconds(3));

        var impatient = QPAY.gateway(Duration.ofMillis(1200));
        assertThat(impatient.inquire(payment.target())).isInstanceOf(GatewayResult.Unknown.class);
        assertThat(impatient.inquire(payment.target())).isInstanceOf(GatewayResult.Accepted.class);
    }

    @Test
    void an_inquiry_that_is_turned_away_is_told_when_to_come_back() {
        var payment = payment().opened();
        QPAY.misbehaves(payment, "rate_limited", Duration.ofSeconds(7));

        assertThat(payment.gateway().inquire(payment.target()))
                .isEqualTo(
                        new GatewayResult.Retryable(FailureCategory.RATE_LIMITED, Optional.of(Duration.ofSeconds(7))));
    }

    @Test
    void what_another_secret_signed_is_no_answer() {
        var payment = payment().opened().then(QPAY::paysWithACardThatWorks);
        var stranger = QPAY.gateway(Duration.ofSeconds(5), QPAY.clock(), "AnotherSecretKey1");

        assertThat(stranger.inquire(payment.target())).isEqualTo(GatewayResult.Unknown.ofAnswer("unsigned answer"));
    }

    @Test
    void a_refund_can_be_refused() {
        var payment = payment().opened().then(QPAY::paysWithACardThatWorks);

        assertThat(payment.gateway().send(refund(payment, Money.ofMinor(1_011, "QAR"), "refused")))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.ISSUER_DECLINED, "5003"));
        assertThat(payment.gateway().send(refund(payment().opened(), price(), "unpaid")))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.VALIDATION, "5004"));
    }
}

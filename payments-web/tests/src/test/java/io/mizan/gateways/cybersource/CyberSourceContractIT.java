package io.mizan.gateways.cybersource;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.PaymentState;
import io.mizan.attempt.Verdict;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.Callback;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Redirect;
import io.mizan.gateways.contract.CallsUs;
import io.mizan.gateways.contract.CapturesLater;
import io.mizan.gateways.contract.DeclinesCards;
import io.mizan.gateways.contract.EndsUnpaidAttempts;
import io.mizan.gateways.contract.GatewayContract;
import io.mizan.gateways.contract.GivesPartsBack;
import io.mizan.gateways.contract.Payment;
import io.mizan.gateways.contract.ReleasesAuthorizations;
import io.mizan.gateways.contract.SignsReturns;
import io.mizan.gateways.contract.TakesAnotherCurrency;
import io.mizan.money.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The adapter against CyberSource's simulator: what every gateway must do, and what is peculiar to CyberSource. */
class CyberSourceContractIT extends GatewayContract
        implements DeclinesCards,
                EndsUnpaidAttempts,
                TakesAnotherCurrency,
                CallsUs,
                SignsReturns,
                CapturesLater,
                ReleasesAuthorizations,
                GivesPartsBack {
    private static final SimulatedCyberSource CYBERSOURCE = new SimulatedCyberSource();
    private static final Money PART = Money.ofMinor(20_000, "QAR");

    CyberSourceContractIT() {
        super(CYBERSOURCE);
    }

    @Override
    public String anotherCurrency() {
        return "USD";
    }

    @Test
    void money_in_another_currency_is_asked_about_and_counts_for_nothing() {
        var payment = payment();
        CYBERSOURCE.takesAnotherCurrency(payment, "USD");
        payment.opened().then(CYBERSOURCE::paysWithACardThatWorks);

        assertThat(gateway(payment)
                        .readReturn(CYBERSOURCE.returns(payment.page()).get(0).body(), "proof", payment.target()))
                .isInstanceOf(Callback.Reading.Hint.class);
        assertThat(Stream.concat(payment.answers().stream(), payment.callbacks().stream())
                        .flatMap(told -> told.facts().stream())
                        .filter(fact -> fact.kind() == FactKind.CAPTURED))
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(fact.amount()).contains(Money.ofMinor(25_000, "USD")));
    }

    @Test
    void a_capture_of_a_part_is_final_and_can_be_given_back() {
        var payment = authorized();
        payment.thenSent(capture(payment));

        assertThat(outcome(payment, PART))
                .returns(PART, outcome -> outcome.captured())
                .returns(Money.ofMinor(0, "QAR"), outcome -> outcome.authorized())
                .returns(Verdict.PAID, outcome -> outcome.verdict());
        payment.thenSent(refund(payment, PART, "part"));
        assertThat(payment.gateway().send(refund(payment, PART, "again")))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.VALIDATION, "INVALID_AMOUNT"));
    }

    @Test
    void what_is_released_is_neither_captured_nor_released_again() {
        var payment = authorized();
        payment.thenSent(release(payment, "void-"));

        assertThat(payment.gateway().send(capture(payment)))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.VALIDATION, "AUTH_ALREADY_REVERSED"));
        assertThat(payment.gateway().send(release(payment, "again-")))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.VALIDATION, "AUTH_ALREADY_REVERSED"));
    }

    @Test
    void a_sale_under_review_is_collected_when_somebody_has_looked() {
        var payment = payment().opened().then(page -> CYBERSOURCE.does(page, "review"));
        assertThat(outcome(payment)).returns(PaymentState.AUTHORIZED, outcome -> outcome.state());

        payment.then(page -> CYBERSOURCE.does(page, "accept_review"));

        assertThat(payment.answers().get(payment.answers().size() - 1).facts())
                .extracting(Fact::kind)
                .containsExactly(FactKind.CAPTURED);
    }

    @Test
    void what_was_called_back_before_it_was_settled_was_given_back() {
        var payment = payment().opened().then(CYBERSOURCE::paysWithACardThatWorks);
        payment.then(page -> CYBERSOURCE.does(page, "call_back"));

        assertThat(payment.answers().get(payment.answers().size() - 1).facts())
                .anyMatch(fact -> fact.kind() == FactKind.REFUND_STATUS
                        && fact.qualifier().equals("succeeded"));
    }

    @Test
    void a_customer_who_goes_back_may_still_pay_in_another_tab() {
        var payment = payment().opened();
        CYBERSOURCE.does(payment.page(), "cancel");

        assertThat(payment.callbacks()).hasSize(2).allSatisfy(told -> assertThat(told.facts())
                .singleElement()
                .returns(FactKind.TRY_DECLINED, Fact::kind)
                .satisfies(fact -> assertThat(fact.detail()).containsEntry(Fact.CATEGORY, "canceled_by_customer")));
        assertThat(payment.gateway().inquire(payment.target())).isEqualTo(new GatewayResult.NotFound());
        assertThat(told(payment.callbacks()).against(price())).returns(false, outcome -> outcome.closed());

        payment.then(CYBERSOURCE::paysWithACardThatWorks);
        assertThat(outcome(payment)).returns(Verdict.PAID, outcome -> outcome.verdict());
    }

    @Test
    void who_went_back_and_never_paid_is_over_when_no_page_lives_any_more() {
        var payment = payment().opened();
        CYBERSOURCE.does(payment.page(), "cancel");

        assertThat(payment.gateway().inquire(payment.targetAfter(Duration.ofMinutes(61))))
                .isInstanceOfSatisfying(GatewayResult.Accepted.class, answer -> assertThat(
                                told(List.of(answer.observation())).against(price()))
                        .returns(true, outcome -> outcome.closed()));
    }

    @Test
    void a_form_that_was_posted_twice_pays_once_and_its_second_answer_makes_us_ask() {
        var payment = payment().opened().then(CYBERSOURCE::paysWithACardThatWorks);

        var again = CYBERSOURCE.posts(redirect(payment));

        assertThat(again.body()).contains("value=\"104\"");
        assertThat(outcome(payment)).returns(price(), outcome -> outcome.captured());
    }

    @Test
    void a_form_with_a_field_more_or_another_amount_is_refused_and_nobody_is_sent_anywhere() {
        var form = redirect(payment().opened());
        var more = new ArrayList<>(form.fields());
        more.add(new Redirect.Field("csrf", "x"));
        var cheaper = form.fields().stream()
                .map(field -> field.name().equals("amount") ? new Redirect.Field("amount", "1.00") : field)
                .toList();

        CYBERSOURCE.posts(Redirect.posting(form.url(), more)).expect(403);
        CYBERSOURCE.posts(Redirect.posting(form.url(), cheaper)).expect(403);
    }

    @Test
    void a_wrong_secret_is_a_matter_of_settings() {
        var payment = payment().opened();
        var stranger = CYBERSOURCE.gateway(
                Duration.ofSeconds(5), CYBERSOURCE.clock(), "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=");

        assertThat(stranger.inquire(payment.target()))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.AUTHENTICATION, "401"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"server_error", "time_out_before"})
    void an_inquiry_that_fails_says_nothing(String kind) {
        var payment = payment().opened().then(CYBERSOURCE::paysWithACardThatWorks);
        CYBERSOURCE.misbehaves(payment, kind, "searches", Duration.ofSeconds(3));

        assertThat(CYBERSOURCE.gateway(Duration.ofMillis(1500)).inquire(payment.target()))
                .isInstanceOf(GatewayResult.Unknown.class);
    }

    private Payment authorized() {
        return payment(CaptureMode.MANUAL).opened().then(CYBERSOURCE::paysWithACardThatWorks);
    }

    private static Redirect redirect(Payment payment) {
        return payment.answers().get(0).redirect().orElseThrow();
    }

    private static GatewayRequest capture(Payment payment) {
        return gateway(payment).capture(payment.target(), PART, "capture-" + payment.attempt());
    }

    private static GatewayRequest release(Payment payment, String key) {
        return gateway(payment).voidAuthorization(payment.target(), payment.amount(), key + payment.attempt());
    }

    private static CyberSourceGateway gateway(Payment payment) {
        return (CyberSourceGateway) payment.gateway();
    }
}

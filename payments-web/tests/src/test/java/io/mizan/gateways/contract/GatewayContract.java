package io.mizan.gateways.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.PaymentState;
import io.mizan.attempt.Verdict;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.Callback;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Observation;
import io.mizan.gateway.ProviderRef;
import io.mizan.money.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The contract of an adapter. Each payment is its own order, so that any number of these may share a simulator.
 *
 * <p>Wherever a payment ends, callbacks alone, inquiries alone and both together must come to the same (model of facts:
 * one event of the world is one fact, whoever tells it).
 */
public abstract class GatewayContract {
    protected static final Money PRICE = Money.ofMinor(25_000, "QAR");

    private final SimulatedProvider provider;

    protected GatewayContract(SimulatedProvider provider) {
        this.provider = provider;
    }

    @Test
    protected void a_payment_is_captured() {
        var payment = payment().opened().then(provider::paysWithACardThatWorks);

        assertThat(payment.answers().get(0).redirect()).isPresent();
        assertThat(outcome(payment))
                .returns(PaymentState.CAPTURED, Told.Outcome::state)
                .returns(PRICE, Told.Outcome::captured)
                .returns(Verdict.PAID, Told.Outcome::verdict)
                .returns(false, Told.Outcome::open);
    }

    @Test
    protected void an_unpaid_page_waits() {
        var payment = payment().opened().then(page -> {});

        assertThat(told(payment.answers()).against(PRICE))
                .returns(PaymentState.PENDING, Told.Outcome::state)
                .returns(true, Told.Outcome::open);
    }

    @Test
    protected void a_declined_card_leaves_the_page_open() {
        var payment = payment().opened().then(provider::paysWithACardThatIsDeclined);

        assertThat(outcome(payment))
                .returns(PaymentState.PENDING, Told.Outcome::state)
                .returns(true, Told.Outcome::open);
        assertThat(told(payment.callbacks()).standing(PRICE).lastDecline())
                .isPresent()
                .isEqualTo(told(payment.answers()).standing(PRICE).lastDecline());
    }

    @Test
    protected void another_card_pays_after_a_decline() {
        var payment =
                payment().opened().then(provider::paysWithACardThatIsDeclined).then(provider::paysWithACardThatWorks);

        assertThat(outcome(payment)).returns(Verdict.PAID, Told.Outcome::verdict);
    }

    @Test
    protected void a_challenge_waits_for_the_customer() {
        var payment = payment().opened().then(provider::paysWithACardThatIsChallenged);

        assertThat(outcome(payment))
                .returns(PaymentState.REQUIRES_ACTION, Told.Outcome::state)
                .returns(true, Told.Outcome::open);
    }

    @Test
    protected void a_challenge_passed_pays() {
        var payment = payment()
                .opened()
                .then(provider::paysWithACardThatIsChallenged)
                .then(page -> provider.authenticates(page, true));

        assertThat(outcome(payment)).returns(Verdict.PAID, Told.Outcome::verdict);
    }

    @Test
    protected void a_challenge_failed_is_a_declined_try() {
        var payment = payment()
                .opened()
                .then(provider::paysWithACardThatIsChallenged)
                .then(page -> provider.authenticates(page, false));

        assertThat(outcome(payment))
                .returns(PaymentState.PENDING, Told.Outcome::state)
                .returns(true, Told.Outcome::open);
        assertThat(told(payment.callbacks()).standing(PRICE).lastDecline()).isPresent();
    }

    @Test
    protected void a_challenge_after_a_decline_waits_for_the_customer() {
        var payment = payment()
                .opened()
                .then(provider::paysWithACardThatIsDeclined)
                .then(provider::paysWithACardThatIsChallenged);

        assertThat(told(payment.callbacks()).standing(PRICE).lastDecline()).isPresent();
        assertThat(told(payment.answers()).against(PRICE)).returns(true, Told.Outcome::open);
    }

    @Test
    protected void nobody_pays_an_expired_page() {
        var payment = payment().opened().then(provider::letsItExpire);

        assertThat(outcome(payment))
                .returns(PaymentState.EXPIRED, Told.Outcome::state)
                .returns(false, Told.Outcome::open)
                .returns(true, Told.Outcome::closed);
    }

    @Test
    protected void a_page_expires_after_a_decline() {
        var payment =
                payment().opened().then(provider::paysWithACardThatIsDeclined).then(provider::letsItExpire);

        assertThat(outcome(payment)).returns(PaymentState.EXPIRED, Told.Outcome::state);
    }

    @Test
    protected void callbacks_doubled_and_in_any_order_tell_the_same() {
        var payment = payment()
                .opened()
                .then(provider::paysWithACardThatIsDeclined)
                .then(provider::paysWithACardThatIsChallenged)
                .then(page -> provider.authenticates(page, true));
        var callbacks = payment.callbacks();
        var expected = told(callbacks).against(PRICE);

        var doubled = new ArrayList<>(callbacks);
        doubled.addAll(callbacks);
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(doubled, new Random(seed));
            assertThat(told(doubled).against(PRICE)).isEqualTo(expected);
        }
    }

    @Test
    protected void a_forged_callback_is_not_believed() {
        var payment = payment().opened().then(provider::paysWithACardThatWorks);

        assertThat(provider.callbacks(payment.page())).isNotEmpty().allSatisfy(callback -> assertThat(
                        payment.gateway().verify(provider.forged(callback)))
                .isInstanceOf(Callback.Verdict.Forged.class));
    }

    @Test
    protected void another_amount_is_not_paid() {
        var payment = payment();
        provider.takesAnotherAmount(payment.order(), 19_900);
        payment.opened().then(provider::paysWithACardThatWorks);

        assertThat(outcome(payment))
                .returns(Money.ofMinor(19_900, "QAR"), Told.Outcome::captured)
                .returns(Verdict.UNDERPAID, Told.Outcome::verdict);
    }

    @Test
    protected void another_currency_counts_for_nothing() {
        var payment = payment();
        provider.takesAnotherCurrency(payment.order(), "usd");
        payment.opened().then(provider::paysWithACardThatWorks);

        assertThat(outcome(payment))
                .returns(Verdict.NOTHING, Told.Outcome::verdict)
                .satisfies(outcome -> assertThat(outcome.quarantined()).containsOnlyKeys("USD"));
    }

    @Test
    protected void a_time_out_before_the_provider_acted_is_healed_by_the_same_request() {
        var payment = payment();
        provider.hangsOnOpening(payment.order(), false, Duration.ofSeconds(5));

        assertThat(impatient(payment)).isInstanceOf(GatewayResult.Unknown.class);

        payment.openedByResending().then(provider::paysWithACardThatWorks);
        assertThat(provider.pages(payment.order())).isEqualTo(1);
        assertThat(outcome(payment)).returns(Verdict.PAID, Told.Outcome::verdict);
    }

    @Test
    protected void a_time_out_after_the_provider_acted_is_healed_by_the_same_request() {
        var payment = payment();
        provider.hangsOnOpening(payment.order(), true, Duration.ofSeconds(5));

        assertThat(impatient(payment)).isInstanceOf(GatewayResult.Unknown.class);

        payment.openedByResending().then(provider::paysWithACardThatWorks);
        assertThat(provider.pages(payment.order())).isEqualTo(1);
        assertThat(outcome(payment)).returns(Verdict.PAID, Told.Outcome::verdict);
    }

    @Test
    protected void a_failure_of_the_provider_is_unknown() {
        var payment = payment();
        provider.failsOnOpening(payment.order());

        assertThat(payment.gateway().send(payment.opening())).isInstanceOf(GatewayResult.Unknown.class);

        payment.openedByResending();
        assertThat(provider.pages(payment.order())).isEqualTo(1);
    }

    @Test
    protected void a_provider_in_a_rush_says_when_to_come_back() {
        var payment = payment();
        provider.turnsAwayOnOpening(payment.order(), Duration.ofSeconds(7));

        assertThat(payment.gateway().send(payment.opening()))
                .isEqualTo(
                        new GatewayResult.Retryable(FailureCategory.RATE_LIMITED, Optional.of(Duration.ofSeconds(7))));
        assertThat(provider.pages(payment.order())).isZero();
    }

    @Test
    protected void what_the_provider_does_not_know_is_not_found() {
        var gateway = provider.gateway(Duration.ofSeconds(30));
        var payment = payment();

        assertThat(gateway.inquire(payment.target())).isEqualTo(new GatewayResult.NotFound());
        assertThat(gateway.inquire(payment.targetKnownBy(new ProviderRef(provider.pageKind(), "nobody_knows_this"))))
                .isEqualTo(new GatewayResult.NotFound());
    }

    protected final Payment payment() {
        return payment(CaptureMode.AUTOMATIC);
    }

    protected final Payment payment(CaptureMode capture) {
        return new Payment(provider, PRICE, capture);
    }

    /** What a payment comes to, the same by callbacks alone, by inquiries alone and by both together. */
    protected final Told.Outcome outcome(Payment payment) {
        return outcome(payment, payment.amount());
    }

    protected final Told.Outcome outcome(Payment payment, Money due) {
        var callbacks = told(payment.callbacks());
        var inquiries = told(payment.answers());
        var both = callbacks.and(inquiries).against(due);
        assertThat(callbacks.against(due)).as("callbacks alone").isEqualTo(both);
        assertThat(inquiries.against(due)).as("inquiries alone").isEqualTo(both);
        assertThat(both.conflicting()).isFalse();
        return both;
    }

    private GatewayResult impatient(Payment payment) {
        return provider.gateway(Duration.ofMillis(1500)).send(payment.opening());
    }

    private static Told told(List<Observation> observations) {
        return Told.by(observations);
    }
}

package io.mizan.gateways.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mizan.attempt.PaymentState;
import io.mizan.attempt.Verdict;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.Callback;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.Closing;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Observation;
import io.mizan.gateway.Operation;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Recovery;
import io.mizan.gateway.Refunding;
import io.mizan.money.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
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
    private static final long ANOTHER_AMOUNT = 19_900;

    private final SimulatedProvider provider;
    private final Traits traits;
    private final Money price;

    protected GatewayContract(SimulatedProvider provider) {
        this.provider = provider;
        this.traits = provider.traits();
        this.price = traits.price();
    }

    @Test
    protected void a_payment_is_captured() {
        var payment = payment().opened().then(provider::paysWithACardThatWorks);

        assertThat(payment.answers().get(0).redirect()).isPresent();
        assertThat(outcome(payment))
                .returns(PaymentState.CAPTURED, Told.Outcome::state)
                .returns(price, Told.Outcome::captured)
                .returns(Verdict.PAID, Told.Outcome::verdict)
                .returns(false, Told.Outcome::open);
    }

    @Test
    protected void an_unpaid_page_waits() {
        var payment = payment().opened().then(page -> {});

        assertThat(told(payment.answers()).against(price))
                .returns(PaymentState.PENDING, Told.Outcome::state)
                .returns(true, Told.Outcome::open);
    }

    @Test
    protected void a_declined_card_pays_nothing() {
        var payment = payment().opened().then(provider::paysWithACardThatIsDeclined);

        var ends = traits.declines() == Traits.Declines.END_THE_ATTEMPT;
        assertThat(outcome(payment))
                .returns(ends ? PaymentState.FAILED : PaymentState.PENDING, Told.Outcome::state)
                .returns(!ends, Told.Outcome::open);
        var told = told(payment.callbacks()).and(told(payment.answers()));
        assertThat(told.standing(price).lastDecline()).isPresent();
        if (traits.declines() == Traits.Declines.LEAVE_THE_PAGE_OPEN) {
            assertThat(told(payment.callbacks()).standing(price).lastDecline())
                    .isEqualTo(told(payment.answers()).standing(price).lastDecline());
        }
    }

    @Test
    protected void another_card_pays_after_a_decline() {
        assumeFalse(traits.declines() == Traits.Declines.END_THE_ATTEMPT, "a decline ends the attempt");
        var payment =
                payment().opened().then(provider::paysWithACardThatIsDeclined).then(provider::paysWithACardThatWorks);

        assertThat(outcome(payment)).returns(Verdict.PAID, Told.Outcome::verdict);
    }

    @Test
    protected void a_challenge_waits_for_the_customer() {
        assumeTrue(traits.challenges(), "no issuer asks the customer");
        var payment = payment().opened().then(provider::paysWithACardThatIsChallenged);

        assertThat(outcome(payment))
                .returns(PaymentState.REQUIRES_ACTION, Told.Outcome::state)
                .returns(true, Told.Outcome::open);
    }

    @Test
    protected void a_challenge_passed_pays() {
        assumeTrue(traits.challenges(), "no issuer asks the customer");
        var payment = payment()
                .opened()
                .then(provider::paysWithACardThatIsChallenged)
                .then(page -> provider.authenticates(page, true));

        assertThat(outcome(payment)).returns(Verdict.PAID, Told.Outcome::verdict);
    }

    @Test
    protected void a_challenge_failed_is_a_declined_try() {
        assumeTrue(traits.challenges(), "no issuer asks the customer");
        var payment = payment()
                .opened()
                .then(provider::paysWithACardThatIsChallenged)
                .then(page -> provider.authenticates(page, false));

        assertThat(outcome(payment))
                .returns(PaymentState.PENDING, Told.Outcome::state)
                .returns(true, Told.Outcome::open);
        assertThat(told(payment.callbacks()).standing(price).lastDecline()).isPresent();
    }

    @Test
    protected void a_challenge_after_a_decline_waits_for_the_customer() {
        assumeFalse(traits.declines() == Traits.Declines.END_THE_ATTEMPT, "a decline ends the attempt");
        assumeTrue(traits.challenges(), "no issuer asks the customer");
        var payment = payment()
                .opened()
                .then(provider::paysWithACardThatIsDeclined)
                .then(provider::paysWithACardThatIsChallenged);

        assertThat(told(payment.callbacks()).standing(price).lastDecline()).isPresent();
        assertThat(told(payment.answers()).against(price)).returns(true, Told.Outcome::open);
    }

    @Test
    protected void nobody_pays_an_expired_page() {
        assumeTrue(traits.expires(), "no page expires by itself");
        var payment = payment().opened().then(provider::letsItExpire);

        assertThat(outcome(payment))
                .returns(PaymentState.EXPIRED, Told.Outcome::state)
                .returns(false, Told.Outcome::open)
                .returns(true, Told.Outcome::closed);
    }

    @Test
    protected void a_page_expires_after_a_decline() {
        assumeFalse(traits.declines() == Traits.Declines.END_THE_ATTEMPT, "a decline ends the attempt");
        assumeTrue(traits.expires(), "no page expires by itself");
        var payment =
                payment().opened().then(provider::paysWithACardThatIsDeclined).then(provider::letsItExpire);

        assertThat(outcome(payment)).returns(PaymentState.EXPIRED, Told.Outcome::state);
    }

    @Test
    protected void callbacks_doubled_and_in_any_order_tell_the_same() {
        var payment = payment().opened();
        if (traits.declines() != Traits.Declines.END_THE_ATTEMPT) {
            payment.then(provider::paysWithACardThatIsDeclined);
        }
        if (traits.challenges()) {
            payment.then(provider::paysWithACardThatIsChallenged).then(page -> provider.authenticates(page, true));
        } else {
            payment.then(provider::paysWithACardThatWorks);
        }
        var callbacks = payment.callbacks();
        var expected = told(callbacks).against(price);

        var doubled = new ArrayList<>(callbacks);
        doubled.addAll(callbacks);
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(doubled, new Random(seed));
            assertThat(told(doubled).against(price)).isEqualTo(expected);
        }
    }

    @Test
    protected void a_forged_callback_is_not_believed() {
        var payment = payment().opened().then(provider::paysWithACardThatWorks);

        var callbacks = provider.callbacks(payment.page());
        assumeFalse(callbacks.isEmpty(), "it never calls");
        assertThat(callbacks)
                .allSatisfy(callback -> assertThat(payment.gateway().verify(provider.forged(callback)))
                        .isInstanceOf(Callback.Verdict.Forged.class));
    }

    @Test
    protected void another_amount_is_not_paid() {
        var payment = payment();
        provider.takesAnotherAmount(payment, ANOTHER_AMOUNT);
        payment.opened().then(provider::paysWithACardThatWorks);

        assertThat(outcome(payment))
                .returns(new Money(ANOTHER_AMOUNT, price.currency()), Told.Outcome::captured)
                .returns(Verdict.UNDERPAID, Told.Outcome::verdict);
    }

    @Test
    protected void another_currency_counts_for_nothing() {
        assumeTrue(traits.otherCurrency().isPresent(), "it knows one currency only");
        var other = traits.otherCurrency().orElseThrow();
        var payment = payment();
        provider.takesAnotherCurrency(payment, other.toLowerCase(Locale.ROOT));
        payment.opened().then(provider::paysWithACardThatWorks);

        assertThat(outcome(payment))
                .returns(Verdict.NOTHING, Told.Outcome::verdict)
                .satisfies(outcome -> assertThat(outcome.quarantined()).containsOnlyKeys(other));
    }

    @Test
    protected void a_time_out_before_the_provider_acted_is_healed_by_the_same_request() {
        assumeFalse(traits.opensOffline(), "opening makes no call");
        var payment = payment();
        provider.hangsOnOpening(payment, false, Duration.ofSeconds(5));

        assertThat(impatient(payment)).isInstanceOf(GatewayResult.Unknown.class);

        payment.openedByResending().then(provider::paysWithACardThatWorks);
        assertThat(provider.pages(payment)).isEqualTo(1);
        assertThat(outcome(payment)).returns(Verdict.PAID, Told.Outcome::verdict);
    }

    @Test
    protected void a_time_out_after_the_provider_acted_is_healed_by_the_same_request() {
        assumeFalse(traits.opensOffline(), "opening makes no call");
        var payment = payment();
        provider.hangsOnOpening(payment, true, Duration.ofSeconds(5));

        assertThat(impatient(payment)).isInstanceOf(GatewayResult.Unknown.class);

        payment.openedByResending().then(provider::paysWithACardThatWorks);
        assertThat(provider.pages(payment)).isEqualTo(1);
        assertThat(outcome(payment)).returns(Verdict.PAID, Told.Outcome::verdict);
    }

    @Test
    protected void a_failure_of_the_provider_is_unknown() {
        assumeFalse(traits.opensOffline(), "opening makes no call");
        var payment = payment();
        provider.failsOnOpening(payment);

        assertThat(payment.gateway().send(payment.opening())).isInstanceOf(GatewayResult.Unknown.class);

        payment.openedByResending();
        assertThat(provider.pages(payment)).isEqualTo(1);
    }

    @Test
    protected void a_provider_in_a_rush_says_when_to_come_back() {
        assumeFalse(traits.opensOffline(), "opening makes no call");
        var payment = payment();
        provider.turnsAwayOnOpening(payment, Duration.ofSeconds(7));

        assertThat(payment.gateway().send(payment.opening()))
                .isEqualTo(
                        new GatewayResult.Retryable(FailureCategory.RATE_LIMITED, Optional.of(Duration.ofSeconds(7))));
        assertThat(provider.pages(payment)).isZero();
    }

    @Test
    protected void what_the_provider_does_not_know_is_not_found() {
        var gateway = provider.gateway(Duration.ofSeconds(30));
        var payment = payment();

        assertThat(gateway.inquire(payment.target())).isEqualTo(new GatewayResult.NotFound());
        assertThat(gateway.inquire(payment.targetKnownBy(new ProviderRef(provider.pageKind(), "nobody_knows_this"))))
                .isEqualTo(new GatewayResult.NotFound());
    }

    @Test
    protected void no_amount_that_it_cannot_say_is_asked_of_it() {
        var gateway = provider.gateway(Duration.ofSeconds(30));

        assertThat(gateway.objectionTo(price)).isEmpty();
        assertThat(gateway.objectionTo(Money.ofMinor(1_000_000, "CLF"))).isPresent();
        assertThat(gateway.objectionTo(Money.ofMinor(1_000_000, "XXX"))).isPresent();
    }

    @Test
    protected void a_closed_page_is_closed_however_often_it_is_asked_to() {
        var payment = payment();
        assumeTrue(payment.gateway() instanceof Closing, "no page can be closed");
        payment.opened().thenSent(close(payment, "close-1-")).thenSent(close(payment, "close-2-"));

        assertThat(outcome(payment)).returns(false, Told.Outcome::open).returns(true, Told.Outcome::closed);
    }

    @Test
    protected void a_paid_page_cannot_be_closed() {
        var payment = payment();
        assumeTrue(payment.gateway() instanceof Closing, "no page can be closed");
        payment.opened().then(provider::paysWithACardThatWorks);

        assertThat(payment.gateway().send(close(payment, "close-"))).isInstanceOf(GatewayResult.Declined.class);
        assertThat(outcome(payment)).returns(Verdict.PAID, Told.Outcome::verdict);
    }

    @Test
    protected void what_was_paid_is_given_back() {
        var payment = payment();
        assumeTrue(payment.gateway() instanceof Refunding, "nothing can be refunded");
        payment.opened().then(provider::paysWithACardThatWorks).thenSent(refund(payment, price, "whole"));

        assertThat(told(payment.answers()).refunded(price)).isEqualTo(price);
        assertThat(told(payment.answers()).against(price)).returns(price, Told.Outcome::captured);
    }

    @Test
    protected void a_refund_sent_twice_gives_back_once() {
        var payment = payment();
        assumeTrue(recoversBySendingAgain(payment.gateway(), Operation.REFUND), "a refund is never sent twice");
        payment.opened().then(provider::paysWithACardThatWorks);
        var refund = refund(payment, price, "whole");
        payment.thenSent(refund).thenSent(refund);

        assertThat(told(payment.answers()).refunded(price)).isEqualTo(price);
    }

    @Test
    protected void a_part_is_given_back_and_then_the_rest() {
        var payment = payment();
        assumeTrue(
                payment.gateway() instanceof Refunding refunding
                        && refunding.refundTerms().partial(),
                "refunds are whole");
        var part = new Money(price.amountMinor() / 5, price.currency());
        payment.opened().then(provider::paysWithACardThatWorks).thenSent(refund(payment, part, "part"));
        assertThat(told(payment.answers()).refunded(price)).isEqualTo(part);

        payment.thenSent(refund(payment, price.minus(part), "rest"));
        assertThat(told(payment.answers()).refunded(price)).isEqualTo(price);
    }

    private static boolean recoversBySendingAgain(PaymentGateway gateway, Operation operation) {
        return gateway.profile().recovery().get(operation) instanceof Recovery.SameKey;
    }

    private static GatewayRequest refund(Payment payment, Money amount, String name) {
        // our references go into a provider's refund, whose limits on length the system's own keep to
        var reference = name + "-" + payment.attempt().toString().substring(4);
        return ((Refunding) payment.gateway())
                .refund(
                        payment.target(),
                        new Refunding.RefundIntent(reference, amount, payment.amount(), Optional.empty()),
                        reference);
    }

    private static GatewayRequest close(Payment payment, String key) {
        return ((Closing) payment.gateway()).close(payment.target(), key + payment.attempt());
    }

    protected final Money price() {
        return price;
    }

    protected final Payment payment() {
        return payment(CaptureMode.AUTOMATIC);
    }

    protected final Payment payment(CaptureMode capture) {
        return new Payment(provider, price, capture);
    }

    /** What a payment comes to, the same by callbacks alone, by inquiries alone and by both together. */
    protected final Told.Outcome outcome(Payment payment) {
        return outcome(payment, payment.amount());
    }

    protected final Told.Outcome outcome(Payment payment, Money due) {
        var callbacks = told(payment.callbacks());
        var inquiries = told(payment.answers());
        var both = callbacks.and(inquiries).against(due);
        if (!payment.callbacks().isEmpty()) {
            assertThat(callbacks.against(due)).as("callbacks alone").isEqualTo(both);
        }
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

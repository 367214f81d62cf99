package io.mizan.gateways.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.mizan.attempt.PaymentState;
import io.mizan.attempt.Verdict;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.Connection;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.ProviderRef;
import io.mizan.money.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every gateway must do; what only some can are the interfaces beside it.
 *
 * <p>Wherever a payment ends, callbacks alone, inquiries alone and both together must come to the same (model of facts:
 * one event of the world is one fact, whoever tells it).
 */
public abstract class GatewayContract implements Contract {
    private static final long ANOTHER_AMOUNT = 19_900;

    private final SimulatedProvider provider;

    protected GatewayContract(SimulatedProvider provider) {
        this.provider = provider;
    }

    @Override
    public final SimulatedProvider provider() {
        return provider;
    }

    @Test
    protected void what_it_declares_is_what_is_tested() {
        var gateway = provider.gateway(PATIENT);

        for (var part : ContractPart.ALL) {
            assertThat(part.type().isInstance(this))
                    .as("%s, for %s", part.type().getSimpleName(), gateway.name())
                    .isEqualTo(part.holdsFor().test(gateway, traits()));
        }
    }

    @Test
    protected void a_payment_is_captured() {
        var payment = payment().opened().then(provider::paysWithACardThatWorks);

        assertThat(payment.answers().get(0).redirect()).isPresent();
        assertThat(outcome(payment))
                .returns(PaymentState.CAPTURED, Told.Outcome::state)
                .returns(price(), Told.Outcome::captured)
                .returns(Verdict.PAID, Told.Outcome::verdict)
                .returns(false, Told.Outcome::open);
    }

    @TestFactory
    protected Stream<DynamicTest> whatever_the_currency_it_is_paid_to_the_last_unit() {
        return traits().otherPrices().stream()
                .map(price -> dynamicTest(price.toString(), () -> {
                    var payment = new Payment(provider, price, CaptureMode.AUTOMATIC)
                            .opened()
                            .then(provider::paysWithACardThatWorks);

                    assertThat(outcome(payment))
                            .returns(price, Told.Outcome::captured)
                            .returns(Verdict.PAID, Told.Outcome::verdict);
                }));
    }

    @Test
    protected void it_takes_no_number_of_decimals_but_those_that_are_paid_here() {
        var gateway = provider.gateway(PATIENT);
        var taken = Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .filter(currency -> gateway.objectionTo(someOf(currency)).isEmpty())
                .map(Currency::getDefaultFractionDigits)
                .collect(Collectors.toSet());

        assertThat(taken)
                .doesNotContain(4)
                .isEqualTo(traits().prices().stream()
                        .map(price -> price.currency().getDefaultFractionDigits())
                        .collect(Collectors.toSet()));
    }

    /** An amount that is neither too small nor too large nor too fine for anybody. */
    static Money someOf(Currency currency) {
        return new Money(1_000_000, currency);
    }

    @Test
    protected void a_test_of_the_connection_says_that_our_credentials_are_taken() {
        assertThat(provider.gateway(PATIENT).checkConnection()).isEqualTo(Connection.ACCEPTED);
    }

    @Test
    protected void an_unpaid_page_waits() {
        var payment = payment().opened().then(page -> {});

        assertThat(told(payment.answers()).against(price()))
                .returns(PaymentState.PENDING, Told.Outcome::state)
                .returns(true, Told.Outcome::open);
    }

    @Test
    protected void callbacks_doubled_and_in_any_order_tell_the_same() {
        var payment = payment().opened();
        if (this instanceof TakesAnotherCard) {
            payment.then(provider::paysWithACardThatIsDeclined);
        }
        if (this instanceof ChallengesCustomers) {
            payment.then(provider::paysWithACardThatIsChallenged).then(page -> provider.authenticates(page, true));
        } else {
            payment.then(provider::paysWithACardThatWorks);
        }
        var callbacks = payment.callbacks();
        var expected = told(callbacks).against(price());

        var doubled = new ArrayList<>(callbacks);
        doubled.addAll(callbacks);
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(doubled, new Random(seed));
            assertThat(told(doubled).against(price())).isEqualTo(expected);
        }
    }

    @Test
    protected void another_amount_is_not_paid() {
        var payment = payment();
        provider.takesAnotherAmount(payment, ANOTHER_AMOUNT);
        payment.opened().then(provider::paysWithACardThatWorks);

        assertThat(outcome(payment))
                .returns(new Money(ANOTHER_AMOUNT, price().currency()), Told.Outcome::captured)
                .returns(Verdict.UNDERPAID, Told.Outcome::verdict);
    }

    @Test
    protected void what_the_provider_does_not_know_is_not_found() {
        var gateway = provider.gateway(PATIENT);
        var payment = payment();

        assertThat(gateway.inquire(payment.target())).isEqualTo(new GatewayResult.NotFound());
        assertThat(gateway.inquire(payment.targetKnownBy(new ProviderRef(provider.pageKind(), "nobody_knows_this"))))
                .isEqualTo(new GatewayResult.NotFound());
    }

    @Test
    protected void no_amount_that_it_cannot_say_is_asked_of_it() {
        var gateway = provider.gateway(PATIENT);

        assertThat(gateway.objectionTo(price())).isEmpty();
        assertThat(gateway.objectionTo(Money.ofMinor(1_000_000, "CLF"))).isPresent();
        assertThat(gateway.objectionTo(Money.ofMinor(1_000_000, "XXX"))).isPresent();
    }
}

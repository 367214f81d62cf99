package io.mizan.gateways.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mizan.money.Money;
import java.util.Currency;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeAmountsTest {
    private static final Set<String> WITH_RULES_OF_THEIR_OWN =
            Set.of("ISK", "UGX", "MGA", "BHD", "JOD", "KWD", "OMR", "TND");

    @ParameterizedTest(name = "{0} {1} minor is {2} at Stripe")
    @CsvSource({
        // currency, ours, Stripe's
        "USD, 1999, 1999",
        "QAR, 25000, 25000",
        "JPY, 500, 500",
        "KRW, 500, 500",
        "ISK, 500, 50000",
        "UGX, 500, 50000",
        "MGA, 50000, 500",
        "KWD, 12340, 12340",
        "BHD, 10, 10",
        "HUF, 17500, 17500",
        "TWD, 1999, 1999",
        "IDR, 999999999999, 999999999999",
        "USD, 99999999, 99999999",
        "ISK, 999999, 99999900"
    })
    void an_amount_is_counted_as_stripe_counts_it(String currency, long ours, long stripes) {
        var amount = Money.ofMinor(ours, currency);

        assertThat(StripeAmounts.objectionTo(amount)).isEmpty();
        assertThat(StripeAmounts.toStripe(amount)).isEqualTo(stripes);
        assertThat(StripeAmounts.fromStripe(stripes, StripeAmounts.codeAtStripe(amount.currency())))
                .isEqualTo(amount);
    }

    @ParameterizedTest(name = "{0} {1} minor: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            USD | 49           | Stripe takes no less than USD 0.50 in one payment.
            JPY | 49           | Stripe takes no less than JPY 50 in one payment.
            QAR | 0            | Stripe takes no less than QAR 0.01 in one payment.
            ISK | 0            | Stripe takes no less than ISK 1 in one payment.
            QAR | -1           | Stripe takes no less than QAR 0.01 in one payment.
            USD | 100000000    | Stripe takes no more than USD 999999.99 in one payment.
            ISK | 1000000      | Stripe takes no more than ISK 999999 in one payment.
            IDR | 1000000000000| Stripe takes no more than IDR 9999999999.99 in one payment.
            KWD | 12345        | Stripe takes KWD in steps of 0.010 only.
            KWD | 100000000    | Stripe takes no more than KWD 99999.990 in one payment.
            MGA | 50001        | Stripe takes whole amounts of MGA only.
            XXX | 100          | Stripe takes no payments in XXX.
            LYD | 1000         | Stripe takes no payments in LYD.
            CLF | 10000        | Stripe takes no payments in CLF.
            USD | 9223372036854775807  | Stripe takes no more than USD 999999.99 in one payment.
            ISK | 9223372036854775807  | Stripe takes no more than ISK 999999 in one payment.
            USD | -9223372036854775808 | Stripe takes no less than USD 0.50 in one payment.
            """)
    void an_amount_that_stripe_would_refuse_is_refused_before(String currency, long minor, String objection) {
        assertThat(StripeAmounts.objectionTo(Money.ofMinor(minor, currency))).contains(objection);
    }

    @Test
    void a_part_of_a_charge_may_be_less_than_the_least_charge() {
        assertThat(StripeAmounts.toStripe(Money.ofMinor(1, "USD"))).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> StripeAmounts.toStripe(Money.ofMinor(1, "KWD")));
        assertThatIllegalArgumentException().isThrownBy(() -> StripeAmounts.toStripe(Money.ofMinor(-1, "USD")));
        assertThatIllegalArgumentException().isThrownBy(() -> StripeAmounts.toStripe(Money.ofMinor(1, "XAU")));
    }

    @Test
    void money_that_came_is_read_in_any_currency_that_exists() {
        assertThat(StripeAmounts.fromStripe(1999, "usd")).isEqualTo(Money.ofMinor(1999, "USD"));
        assertThat(StripeAmounts.fromStripe(100, "lyd")).isEqualTo(Money.ofMinor(1000, "LYD"));
        assertThatIllegalArgumentException().isThrownBy(() -> StripeAmounts.fromStripe(100, "zzz"));
        assertThatIllegalArgumentException().isThrownBy(() -> StripeAmounts.fromStripe(50, "isk"));
        assertThatIllegalArgumentException().isThrownBy(() -> StripeAmounts.fromStripe(Long.MAX_VALUE, "mga"));
    }

    @Property
    void whatever_is_not_refused_comes_back_as_it_went(@ForAll("amounts") Money amount) {
        if (StripeAmounts.objectionTo(amount).isEmpty()) {
            var stripes = StripeAmounts.toStripe(amount);

            assertThat(stripes).isPositive();
            assertThat(StripeAmounts.fromStripe(stripes, StripeAmounts.codeAtStripe(amount.currency())))
                    .isEqualTo(amount);
        }
    }

    @Property
    void a_currency_without_a_rule_of_its_own_is_counted_in_its_minor_unit(@ForAll("amounts") Money amount) {
        if (StripeAmounts.objectionTo(amount).isEmpty() && !WITH_RULES_OF_THEIR_OWN.contains(amount.currencyCode())) {
            assertThat(StripeAmounts.toStripe(amount)).isEqualTo(amount.amountMinor());
        }
    }

    @Property
    void every_amount_of_every_currency_gets_a_judgement(
            @ForAll("currencies") Currency currency, @ForAll long anyMinor) {
        var amount = new Money(anyMinor, currency);

        StripeAmounts.objectionTo(amount)
                .ifPresent(objection ->
                        assertThat(objection).startsWith("Stripe takes ").endsWith("."));
    }

    @Provide
    Arbitrary<Currency> currencies() {
        return Arbitraries.of(Currency.getAvailableCurrencies());
    }

    @Provide
    Arbitrary<Money> amounts() {
        return currencies()
                .flatMap(currency ->
                        Arbitraries.longs().between(1, 200_000_000).map(minor -> new Money(minor, currency)));
    }
}

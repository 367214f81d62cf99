package io.mizan.gateways.paypal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mizan.money.Money;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayPalAmountsTest {
    private static final List<String> LISTED = List.of(
            "AUD", "BRL", "CAD", "CNY", "CZK", "DKK", "EUR", "HKD", "HUF", "ILS", "JPY", "MYR", "MXN", "TWD", "NZD",
            "NOK", "PHP", "PLN", "GBP", "SGD", "SEK", "CHF", "THB", "USD");

    @ParameterizedTest
    @CsvSource({"1999,USD,19.99", "5,EUR,0.05", "500,JPY,500", "50000,HUF,500", "100,TWD,1", "100,GBP,1.00"})
    void an_amount_is_written_with_the_decimals_of_paypal(long minor, String currency, String written) {
        var amount = Money.ofMinor(minor, currency);

        assertThat(PayPalAmounts.objectionTo(amount)).isEmpty();
        assertThat(PayPalAmounts.toPayPal(amount)).isEqualTo(written);
        assertThat(PayPalAmounts.fromPayPal(written, currency)).isEqualTo(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HUF", "TWD"})
    void a_part_of_a_currency_that_paypal_counts_whole_is_refused(String currency) {
        var amount = Money.ofMinor(50_050, currency);

        assertThat(PayPalAmounts.objectionTo(amount))
                .hasValueSatisfying(why -> assertThat(why).contains("whole"));
        assertThatThrownBy(() -> PayPalAmounts.toPayPal(amount)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"19.9,USD,1990", "19,USD,1900", "500.00,JPY,500", "500.00,HUF,50000", "12.345,KWD,12345"})
    void an_amount_is_read_however_many_zeros_it_has(String written, String currency, long minor) {
        assertThat(PayPalAmounts.fromPayPal(written, currency)).isEqualTo(Money.ofMinor(minor, currency));
    }

    @ParameterizedTest
    @CsvSource({
        "19.999,USD",
        "0.5,JPY",
        "-1.00,USD",
        "1e3,USD",
        "'1,000.00',USD",
        "'',USD",
        "' 1',USD",
        "1.00,usd",
        "1.00,XYZ",
        "99999999999999999999,USD",
        "1.,USD",
        ".5,USD",
        "١٩.٩٩,USD"
    })
    void what_is_no_amount_is_refused(String written, String currency) {
        assertThatThrownBy(() -> PayPalAmounts.fromPayPal(written, currency))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_is_no_payment() {
        assertThat(PayPalAmounts.objectionTo(Money.ofMinor(0, "USD"))).isPresent();
        assertThat(PayPalAmounts.objectionTo(Money.ofMinor(-1, "USD"))).isPresent();
        assertThatThrownBy(() -> PayPalAmounts.toPayPal(Money.ofMinor(-1, "USD")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Of every currency of ISO 4217, funds codes like CLF and UYW among them. */
    @Property
    void what_is_not_objected_to_is_written_and_read_back(
            @ForAll("currencies") Currency currency, @ForAll @LongRange(min = 1, max = 999_999_999_999L) long minor) {
        var amount = new Money(minor, currency);

        if (PayPalAmounts.objectionTo(amount).isEmpty()) {
            assertThat(LISTED).contains(currency.getCurrencyCode());
            assertThat(PayPalAmounts.fromPayPal(PayPalAmounts.toPayPal(amount), currency.getCurrencyCode()))
                    .isEqualTo(amount);
        } else {
            assertThatThrownBy(() -> PayPalAmounts.toPayPal(amount)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Property
    void the_listed_currencies_are_offered(
            @ForAll("currencies") Currency currency, @ForAll @LongRange(min = 1, max = 9_999_999) long whole) {
        var unit =
                new Money(whole, currency).times((int) Math.pow(10, Math.max(0, currency.getDefaultFractionDigits())));

        assertThat(PayPalAmounts.objectionTo(unit).isEmpty()).isEqualTo(LISTED.contains(currency.getCurrencyCode()));
    }

    @Provide
    Arbitrary<Currency> currencies() {
        return Arbitraries.of(Currency.getAvailableCurrencies());
    }
}

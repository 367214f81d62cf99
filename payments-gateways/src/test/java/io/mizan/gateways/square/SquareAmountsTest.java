package io.mizan.gateways.square;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mizan.gateways.square.wire.Amount;
import io.mizan.money.Money;
import java.util.Currency;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SquareAmountsTest {
    @Provide
    static Arbitrary<Currency> currencies() {
        return Arbitraries.of(Currency.getAvailableCurrencies());
    }

    @Property
    void a_location_takes_its_own_currency_and_no_other(
            @ForAll("currencies") Currency location,
            @ForAll("currencies") Currency currency,
            @ForAll @LongRange(min = 100, max = 99_999_999) long minor) {
        var objection = new SquareAmounts(location.getCurrencyCode(), 100).objectionTo(new Money(minor, currency));

        assertThat(objection.isEmpty()).isEqualTo(currency.equals(location));
    }

    @Property
    void what_square_tells_is_the_amount_that_it_is(
            @ForAll("currencies") Currency currency, @ForAll @LongRange(min = 0) long minor) {
        assertThat(SquareAmounts.read(new Amount(minor, currency.getCurrencyCode())))
                .isEqualTo(new Money(minor, currency));
    }

    @ParameterizedTest
    @CsvSource({"USD, 1", "CAD, 1", "EUR, 1", "AUD, 100", "GBP, 100", "JPY, 100"})
    void less_than_the_least_is_refused(String currency, long least) {
        assertThat(SquareAmounts.leastOf(currency)).isEqualTo(least);
        var amounts = new SquareAmounts(currency, least);

        assertThat(amounts.objectionTo(Money.ofMinor(least, currency))).isEmpty();
        assertThat(amounts.objectionTo(Money.ofMinor(least - 1, currency))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"-1, USD", "1, usd", "1, ABC", "1, ''"})
    void what_is_no_amount_is_refused(long amount, String currency) {
        assertThatIllegalArgumentException().isThrownBy(() -> SquareAmounts.read(new Amount(amount, currency)));
    }

    @org.junit.jupiter.api.Test
    void no_currency_has_more_decimals_than_square_counts() {
        assertThat(SquareAmounts.CURRENCIES)
                .allSatisfy(code -> assertThat(Currency.getInstance(code).getDefaultFractionDigits())
                        .isEqualTo(Set.of("JPY").contains(code) ? 0 : 2));
    }
}

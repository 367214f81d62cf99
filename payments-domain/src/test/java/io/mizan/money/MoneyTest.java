package io.mizan.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    @ParameterizedTest(name = "{0} minor units of {1} are {2}")
    @CsvSource({
        "1299, QAR, QAR 12.99",
        "1299, JPY, JPY 1299",
        "1299, KWD, KWD 1.299",
        "5, KWD, KWD 0.005",
        "-1299, QAR, QAR -12.99",
        "0, QAR, QAR 0.00"
    })
    void an_amount_is_written_with_the_decimals_of_its_currency(long minor, String currency, String written) {
        assertThat(Money.ofMinor(minor, currency)).hasToString(written);
    }

    @Test
    void two_currencies_are_never_added_or_compared() {
        var riyal = Money.ofMinor(100, "QAR");
        var dollar = Money.ofMinor(100, "USD");

        assertThatThrownBy(() -> riyal.plus(dollar)).isInstanceOf(CurrencyMismatchException.class);
        assertThatThrownBy(() -> riyal.compareTo(dollar)).isInstanceOf(CurrencyMismatchException.class);
    }

    @Test
    void a_sum_that_does_not_fit_is_an_error_and_not_another_amount() {
        var largest = Money.ofMinor(Long.MAX_VALUE, "QAR");

        assertThatThrownBy(() -> largest.plus(Money.ofMinor(1, "QAR"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> largest.times(2)).isInstanceOf(ArithmeticException.class);
    }

    @Property
    void what_is_added_can_be_taken_away_again(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long a,
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long b) {
        var start = Money.ofMinor(a, "KWD");

        assertThat(start.plus(Money.ofMinor(b, "KWD")).minus(Money.ofMinor(b, "KWD")))
                .isEqualTo(start);
    }
}

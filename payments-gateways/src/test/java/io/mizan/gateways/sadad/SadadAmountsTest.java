package io.mizan.gateways.sadad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mizan.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SadadAmountsTest {
    @Property
    void riyals_are_written_with_two_decimals(@ForAll @LongRange(min = 100, max = 99_999_999) long minor) {
        var amount = Money.ofMinor(minor, "QAR");

        assertThat(SadadAmounts.objectionTo(amount)).isEmpty();
        assertThat(SadadAmounts.toSadad(amount)).matches("[0-9]+\\.[0-9]{2}").satisfies(written -> {
            assertThat(SadadAmounts.isWritten(written)).isTrue();
            assertThat(SadadAmounts.fromSadad(new BigDecimal(written))).isEqualTo(amount);
            assertThat(SadadAmounts.fromSadad(new BigDecimal(written).stripTrailingZeros()))
                    .isEqualTo(amount);
        });
    }

    @Property
    void no_other_currency_is_offered(@ForAll("currencies") Currency currency, @ForAll long minor) {
        if (!currency.getCurrencyCode().equals("QAR")) {
            assertThat(SadadAmounts.objectionTo(new Money(minor, currency))).isPresent();
            assertThatIllegalArgumentException().isThrownBy(() -> SadadAmounts.toSadad(new Money(minor, currency)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "99, SADAD takes no less than QAR 1.00 in one payment.",
        "-1, SADAD takes no less than QAR 1.00 in one payment.",
        "100000000, SADAD takes no more than QAR 999999.99 in one payment."
    })
    void an_amount_that_is_not_tried_is_refused_before(long minor, String objection) {
        assertThat(SadadAmounts.objectionTo(Money.ofMinor(minor, "QAR"))).contains(objection);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.005", "1e30", "99999999999999999999"})
    void nothing_else_is_an_amount(String amount) {
        assertThatIllegalArgumentException().isThrownBy(() -> SadadAmounts.fromSadad(new BigDecimal(amount)));
    }

    @Provide
    static Arbitrary<Currency> currencies() {
        return Arbitraries.of(Currency.getAvailableCurrencies());
    }
}

package io.mizan.gateways.qpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mizan.money.Money;
import java.util.Currency;
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

class QPayAmountsTest {
    @Property
    void riyals_are_counted_in_dirhams(@ForAll @LongRange(min = 1, max = 99_999_999_999L) long minor) {
        var amount = Money.ofMinor(minor, "QAR");

        assertThat(QPayAmounts.objectionTo(amount)).isEmpty();
        assertThat(QPayAmounts.toQPay(amount)).isEqualTo(Long.toString(minor));
        assertThat(QPayAmounts.fromQPay(QPayAmounts.toQPay(amount), QPayAmounts.QAR))
                .isEqualTo(amount);
    }

    @Property
    void no_other_currency_is_offered(@ForAll("currencies") Currency currency, @ForAll long minor) {
        var amount = new Money(minor, currency);
        if (!currency.getCurrencyCode().equals("QAR")) {
            assertThat(QPayAmounts.objectionTo(amount))
                    .contains("QPay takes no payments in " + currency.getCurrencyCode() + ".");
            assertThatIllegalArgumentException().isThrownBy(() -> QPayAmounts.toQPay(amount));
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            0                    | QPay takes no less than QAR 0.01 in one payment.
            -1                   | QPay takes no less than QAR 0.01 in one payment.
            -9223372036854775808 | QPay takes no less than QAR 0.01 in one payment.
            100000000000         | QPay takes no more than QAR 999999999.99 in one payment.
            9223372036854775807  | QPay takes no more than QAR 999999999.99 in one payment.
            """)
    void an_amount_that_qpay_would_refuse_is_refused_before(long minor, String objection) {
        assertThat(QPayAmounts.objectionTo(Money.ofMinor(minor, "QAR"))).contains(objection);
    }

    @Test
    void money_that_came_in_another_currency_is_told_as_it_is() {
        assertThat(QPayAmounts.fromQPay("1500", "414")).isEqualTo(Money.ofMinor(1500, "KWD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "01", "-1", "1.5", "1e3", "123456789012", "١٥٠", "1 "})
    void nothing_else_is_an_amount(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> QPayAmounts.fromQPay(written, QPayAmounts.QAR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "QAR", "63", "6340", "000", "001", "٦٣٤"})
    void nothing_else_is_the_number_of_a_currency(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> QPayAmounts.fromQPay("100", written));
    }

    @Provide
    static Arbitrary<Currency> currencies() {
        return Arbitraries.of(Currency.getAvailableCurrencies());
    }
}

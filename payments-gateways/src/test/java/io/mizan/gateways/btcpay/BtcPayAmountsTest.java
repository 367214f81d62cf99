package io.mizan.gateways.btcpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

class BtcPayAmountsTest {
    @ParameterizedTest
    @CsvSource({"15000,QAR,150.00", "1500,KWD,1.500", "500,JPY,500"})
    void an_amount_is_written_with_its_decimals(long minor, String currency, String written) {
        assertThat(BtcPayAmounts.toBtcPay(Money.ofMinor(minor, currency))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"150.009999,QAR,15000", "150,QAR,15000", "0.004,QAR,0", "1.5,KWD,1500", "500.9,JPY,500"})
    void what_came_is_never_rounded_up(BigDecimal told, String currency, long minor) {
        assertThat(BtcPayAmounts.fromBtcPay(told, currency)).isEqualTo(Money.ofMinor(minor, currency));
    }

    @ParameterizedTest
    @CsvSource({"-1,QAR", "1,XYZ", "1,qar", "99999999999999999999,QAR"})
    void what_is_no_amount_is_refused(BigDecimal told, String currency) {
        assertThatThrownBy(() -> BtcPayAmounts.fromBtcPay(told, currency)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void what_is_written_is_read_back(
            @ForAll("currencies") Currency currency, @ForAll @LongRange(min = 0, max = 999_999_999_999L) long minor) {
        var amount = new Money(minor, currency);

        assertThat(BtcPayAmounts.fromBtcPay(new BigDecimal(BtcPayAmounts.toBtcPay(amount)), currency.getCurrencyCode()))
                .isEqualTo(amount);
    }

    @Provide
    Arbitrary<Currency> currencies() {
        return Arbitraries.of(Currency.getAvailableCurrencies());
    }
}

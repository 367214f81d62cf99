package io.mizan.gateways.cybersource;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

class CyberSourceAmountsTest {
    private static final CyberSourceAmounts STANDARD =
            new CyberSourceAmounts(CyberSourceSettings.Dealings.DEFAULT_CURRENCIES);
    private static final CyberSourceAmounts ALL = new CyberSourceAmounts(Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(toSet()));

    @ParameterizedTest
    @CsvSource({
        "15000,QAR,150.00",
        "1,QAR,0.01",
        "12345,KWD,12.345",
        "1,BHD,0.001",
        "500,JPY,500",
        "99999999999,USD,999999999.99"
    })
    void an_amount_is_written_with_all_its_decimals(long minor, String currency, String written) {
        var amount = Money.ofMinor(minor, currency);

        assertThat(STANDARD.objectionTo(amount)).isEmpty();
        assertThat(STANDARD.toCyberSource(amount)).isEqualTo(written);
        assertThat(CyberSourceAmounts.fromCyberSource(written, currency)).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({
        "150,QAR,15000",
        "150.0,QAR,15000",
        "150.000,QAR,15000",
        "12.3,KWD,12300",
        "500.00,JPY,500",
        "1.5,CLF,15000"
    })
    void an_amount_is_read_however_many_zeros_it_has(String written, String currency, long minor) {
        assertThat(CyberSourceAmounts.fromCyberSource(written, currency)).isEqualTo(Money.ofMinor(minor, currency));
    }

    @ParameterizedTest
    @CsvSource({
        "150.001,QAR",
        "0.5,JPY",
        "-1.00,QAR",
        "1e3,QAR",
        "'1,000.00',QAR",
        "'',QAR",
        "' 1',QAR",
        "1.00,qar",
        "1.00,XYZ",
        "9999999999999999,QAR",
        "1.,QAR",
        ".5,QAR",
        "١٥٠,QAR",
        "+1,QAR"
    })
    void what_is_no_amount_is_refused(String written, String currency) {
        assertThatThrownBy(() -> CyberSourceAmounts.fromCyberSource(written, currency))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_the_account_does_not_take_is_not_asked_of_it() {
        assertThat(STANDARD.objectionTo(Money.ofMinor(100, "CHF"))).isPresent();
        assertThat(STANDARD.objectionTo(Money.ofMinor(10_000, "CLF"))).isPresent();
        assertThat(STANDARD.objectionTo(Money.ofMinor(0, "QAR"))).isPresent();
        assertThat(STANDARD.objectionTo(Money.ofMinor(-1, "QAR"))).isPresent();
        assertThat(STANDARD.objectionTo(Money.ofMinor(100_000_000_000L, "QAR"))).isPresent();
        assertThatThrownBy(() -> STANDARD.toCyberSource(Money.ofMinor(100, "CHF")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Of every currency of ISO 4217, funds codes like CLF and UYW among them. */
    @Property
    void what_is_written_is_read_back(
            @ForAll("currencies") Currency currency, @ForAll @LongRange(min = 1, max = 999_999_999_999L) long minor) {
        var amount = new Money(minor, currency);

        if (ALL.objectionTo(amount).isEmpty()) {
            var written = ALL.toCyberSource(amount);
            assertThat(written).hasSizeLessThanOrEqualTo(12);
            assertThat(CyberSourceAmounts.fromCyberSource(written, currency.getCurrencyCode()))
                    .isEqualTo(amount);
        } else {
            assertThat(minor).isGreaterThan(9_999_999_999L);
        }
    }

    @Property
    void the_listed_currencies_are_offered(
            @ForAll("currencies") Currency currency, @ForAll @LongRange(min = 1, max = 9_999_999_999L) long minor) {
        assertThat(STANDARD.objectionTo(new Money(minor, currency)).isEmpty())
                .isEqualTo(CyberSourceSettings.Dealings.DEFAULT_CURRENCIES.contains(currency.getCurrencyCode()));
    }

    @Provide
    Arbitrary<Currency> currencies() {
        return Arbitraries.of(Currency.getAvailableCurrencies());
    }
}

package io.mizan.gateways.razorpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mizan.gateways.json.JsonDocument;
import io.mizan.money.Money;
import java.nio.charset.StandardCharsets;
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

class RazorpayAmountsTest {
    @ParameterizedTest
    @CsvSource({"50000,INR", "100,INR", "1999,USD", "1,EUR", "500,JPY", "500,ISK", "500,UGX", "99990,KWD", "10,IQD"})
    void an_amount_is_told_in_the_smallest_unit(long minor, String currency) {
        var amount = Money.ofMinor(minor, currency);

        assertThat(RazorpayAmounts.objectionTo(amount)).isEmpty();
        assertThat(RazorpayAmounts.toRazorpay(amount)).isEqualTo(minor);
    }

    @ParameterizedTest
    @CsvSource({"99,INR", "0,USD", "-5,USD", "99991,KWD", "1,BHD", "100000,CLF", "100,XXX", "100,ARS", "100,XAU"})
    void what_razorpay_does_not_take_is_objected_to(long minor, String currency) {
        assertThat(RazorpayAmounts.objectionTo(Money.ofMinor(minor, currency))).isPresent();
    }

    @Test
    void its_table_has_128_currencies() {
        assertThat(RazorpayAmounts.WHOLE).hasSize(16);
        assertThat(RazorpayAmounts.THOUSANDTHS).hasSize(6);
        assertThat(RazorpayAmounts.HUNDREDTHS).hasSize(106);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\":-1,\"currency\":\"INR\"}",
                "{\"amount\":1.5,\"currency\":\"INR\"}",
                "{\"amount\":\"100\",\"currency\":\"INR\"}",
                "{\"amount\":100,\"currency\":\"inr\"}",
                "{\"amount\":100,\"currency\":\"XXX\"}",
                "{\"amount\":99999999999999999999,\"currency\":\"INR\"}",
                "{\"currency\":\"INR\"}",
                "{\"amount\":100}"
            })
    void what_is_no_amount_is_refused(String document) {
        assertThatThrownBy(() -> read(document)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void money_that_has_come_is_read_in_whatever_currency() {
        assertThat(read("{\"amount\":99991,\"currency\":\"KWD\"}")).isEqualTo(Money.ofMinor(99_991, "KWD"));
        assertThat(read("{\"amount\":100,\"currency\":\"ARS\"}")).isEqualTo(Money.ofMinor(100, "ARS"));
    }

    /** Of every currency of ISO 4217, funds codes like CLF and UYW among them. */
    @Property
    void what_is_not_objected_to_is_written_and_read_back(
            @ForAll("currencies") Currency currency, @ForAll @LongRange(min = 1, max = 999_999_999_999L) long minor) {
        var amount = new Money(minor, currency);

        if (RazorpayAmounts.objectionTo(amount).isEmpty()) {
            assertThat(read("{\"amount\":" + RazorpayAmounts.toRazorpay(amount) + ",\"currency\":\""
                            + currency.getCurrencyCode() + "\"}"))
                    .isEqualTo(amount);
        }
    }

    @Property
    void the_listed_currencies_are_offered_and_no_others(
            @ForAll("currencies") Currency currency, @ForAll @LongRange(min = 1, max = 9_999_999) long hundreds) {
        var code = currency.getCurrencyCode();
        var listed = RazorpayAmounts.WHOLE.contains(code)
                || RazorpayAmounts.HUNDREDTHS.contains(code)
                || RazorpayAmounts.THOUSANDTHS.contains(code);

        assertThat(RazorpayAmounts.objectionTo(new Money(hundreds * 100, currency))
                        .isEmpty())
                .isEqualTo(listed);
    }

    /** The decimals of the table are those that the platform counts in; one that were not would be objected to. */
    @Property
    void an_amount_with_thousandths_is_objected_to(@ForAll @LongRange(min = 1, max = 999_999_999_999L) long minor) {
        RazorpayAmounts.THOUSANDTHS.forEach(code -> assertThat(
                        RazorpayAmounts.objectionTo(Money.ofMinor(minor, code)).isEmpty())
                .isEqualTo(minor % 10 == 0));
    }

    @Provide
    Arbitrary<Currency> currencies() {
        return Arbitraries.of(Currency.getAvailableCurrencies());
    }

    private static Money read(String document) {
        return RazorpayAmounts.read(JsonDocument.parse(document.getBytes(StandardCharsets.UTF_8)));
    }
}

package io.mizan.web.json;

import io.mizan.money.Money;
import java.util.Currency;
import java.util.List;

/** Amounts and currencies as requests write them. */
public final class MoneyBody {
    /** More than anything costs, and far from where sums of it would overflow. */
    private static final long MOST_MINOR = 999_999_999_999L;

    private MoneyBody() {}

    /** {@code {"minor": 25000, "currency": "QAR"}}, a positive amount. */
    public static Money read(Members money) {
        money.shape(List.of("minor", "currency"), List.of());
        return new Money(money.number("minor", 1, MOST_MINOR), money.value("currency", MoneyBody::currency));
    }

    /** @throws IllegalArgumentException unless it is three capitals that ISO 4217 knows as money */
    public static Currency currency(String code) {
        try {
            var currency = Currency.getInstance(code);
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException unknown) {
            // refused below, in words of ours
        }
        throw new IllegalArgumentException("a currency is a code of ISO 4217 in capitals, such as QAR");
    }
}

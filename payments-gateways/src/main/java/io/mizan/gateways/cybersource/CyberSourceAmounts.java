package io.mizan.gateways.cybersource;

import static java.util.Objects.requireNonNull;

import io.mizan.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * CyberSource's writing of amounts: decimals of major units. What has more decimals than the currency is cut off there and
 * not rounded, so that the exact number of them is always written. Which currencies an account takes is a matter of its
 * acquirer.
 */
final class CyberSourceAmounts {
    /** As many as every processor takes. */
    private static final int LONGEST = 12;

    private static final Pattern WRITTEN = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,9})?");

    private final Set<String> currencies;

    CyberSourceAmounts(Set<String> currencies) {
        this.currencies = Set.copyOf(currencies);
    }

    /** Why CyberSource cannot take this amount, in one sentence; empty if nothing is known against it. */
    Optional<String> objectionTo(Money amount) {
        if (!currencies.contains(amount.currencyCode())) {
            return Optional.of("CyberSource takes no payments in " + amount.currencyCode() + " here.");
        }
        if (!amount.isPositive()) {
            return Optional.of("CyberSource takes positive amounts only.");
        }
        return written(amount).length() > LONGEST
                ? Optional.of("CyberSource takes amounts of at most " + LONGEST + " characters.")
                : Optional.empty();
    }

    /** @throws IllegalArgumentException if it cannot be said at CyberSource */
    String toCyberSource(Money amount) {
        objectionTo(amount).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        return written(amount);
    }

    /**
     * An amount that CyberSource tells; searches leave out zeros at the end. Also in a currency that is not taken, for money
     * that has come is never refused.
     *
     * @throws IllegalArgumentException if there is no such currency, or no such amount of it
     */
    static Money fromCyberSource(String value, String code) {
        if (!WRITTEN.matcher(requireNonNull(value, "value")).matches()) {
            throw new IllegalArgumentException("not an amount as CyberSource writes one");
        }
        var currency = Currency.getInstance(code);
        try {
            return new Money(
                    new BigDecimal(value).movePointRight(decimals(currency)).longValueExact(), currency);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("no amount of " + currency.getCurrencyCode(), e);
        }
    }

    private static String written(Money amount) {
        return BigDecimal.valueOf(amount.amountMinor(), decimals(amount.currency()))
                .toPlainString();
    }

    /** Of ISO 4217; the codes of metals and tests have none, and count as whole. */
    private static int decimals(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}

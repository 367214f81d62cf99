package io.mizan.gateways.qpay;

import static java.util.Comparator.comparing;

import io.mizan.money.Money;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * QPay counts in dirhams, written in digits and nothing else, and takes Qatari riyals only. What is the least and the
 * greatest it takes is not published: 1 dirham to eleven digits of them is what its simulators take.
 */
final class QPayAmounts {
    static final String QAR = "634";

    private static final String RIYAL = "QAR";
    private static final long MOST = 99_999_999_999L;
    private static final Pattern WRITTEN = Pattern.compile("[1-9][0-9]{0,10}");
    private static final Pattern NUMBER_OF_A_CURRENCY = Pattern.compile("[0-9]{3}");

    private QPayAmounts() {}

    /** Why QPay cannot take this amount, in one sentence; empty if nothing is known against it. */
    static Optional<String> objectionTo(Money amount) {
        if (!amount.currencyCode().equals(RIYAL)) {
            return Optional.of("QPay takes no payments in " + amount.currencyCode() + ".");
        }
        if (!amount.isPositive()) {
            return Optional.of("QPay takes no less than " + Money.ofMinor(1, RIYAL) + " in one payment.");
        }
        return amount.amountMinor() > MOST
                ? Optional.of("QPay takes no more than " + Money.ofMinor(MOST, RIYAL) + " in one payment.")
                : Optional.empty();
    }

    /** @throws IllegalArgumentException if it cannot be said at QPay */
    static String toQPay(Money amount) {
        objectionTo(amount).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        return Long.toString(amount.amountMinor());
    }

    static boolean isWritten(String amount) {
        return WRITTEN.matcher(amount).matches();
    }

    /**
     * An amount that QPay tells. Also in another currency than it should be, for money that has come is never refused;
     * it is counted in that currency's own minor unit.
     *
     * @param currency the number of ISO 4217
     * @throws IllegalArgumentException if there is no such amount or no such currency
     */
    static Money fromQPay(String amount, String currency) {
        if (!isWritten(amount)) {
            throw new IllegalArgumentException("not an amount of QPay's");
        }
        return new Money(Long.parseLong(amount), numbered(currency));
    }

    private static Currency numbered(String number) {
        if (number.equals(QAR)) {
            return Currency.getInstance(RIYAL);
        }
        if (!NUMBER_OF_A_CURRENCY.matcher(number).matches()) {
            throw new IllegalArgumentException("not the number of a currency");
        }
        int wanted = Integer.parseInt(number);
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> wanted > 0 && currency.getNumericCode() == wanted)
                .min(comparing(Currency::getCurrencyCode))
                .orElseThrow(() -> new IllegalArgumentException("no currency has this number"));
    }
}

package io.mizan.gateways.sadad;

import io.mizan.money.Money;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * SADAD writes riyals with two decimals and names no currency, for it knows no other. What is the least and the greatest
 * it takes is not published: QAR 1.00 to QAR 999,999.99 is what is tried.
 */
final class SadadAmounts {
    private static final String RIYAL = "QAR";
    private static final long LEAST = 100;
    private static final long MOST = 99_999_999;
    private static final Pattern WRITTEN = Pattern.compile("(0|[1-9][0-9]{0,8})\\.[0-9]{2}");

    private SadadAmounts() {}

    /** Why SADAD cannot take this amount, in one sentence; empty if nothing is known against it. */
    static Optional<String> objectionTo(Money amount) {
        if (!amount.currencyCode().equals(RIYAL)) {
            return Optional.of("SADAD takes no payments in " + amount.currencyCode() + ".");
        }
        if (amount.amountMinor() < LEAST) {
            return Optional.of("SADAD takes no less than " + Money.ofMinor(LEAST, RIYAL) + " in one payment.");
        }
        return amount.amountMinor() > MOST
                ? Optional.of("SADAD takes no more than " + Money.ofMinor(MOST, RIYAL) + " in one payment.")
                : Optional.empty();
    }

    /** @throws IllegalArgumentException if it cannot be said at SADAD */
    static String toSadad(Money amount) {
        objectionTo(amount).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        return amount.toDecimal();
    }

    static boolean isWritten(String amount) {
        return WRITTEN.matcher(amount).matches();
    }

    /**
     * An amount that SADAD tells, with as many decimals as it likes to write.
     *
     * @throws IllegalArgumentException if it is no amount of riyals
     */
    static Money fromSadad(BigDecimal amount) {
        try {
            return Money.ofMinor(amount.movePointRight(2).longValueExact(), RIYAL);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("not an amount of riyals", e);
        }
    }
}

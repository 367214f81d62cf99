package io.mizan.money;

import java.util.Currency;

/** Two amounts of different currencies were to be added or compared: always a bug of the caller. */
public final class CurrencyMismatchException extends IllegalArgumentException {
    CurrencyMismatchException(Currency expected, Currency actual) {
        super("expected an amount in " + expected.getCurrencyCode() + ", got one in " + actual.getCurrencyCode());
    }
}

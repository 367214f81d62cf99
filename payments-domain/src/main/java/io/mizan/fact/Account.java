package io.mizan.fact;

import static java.util.Objects.requireNonNull;

/**
 * Whose books a fact is from: gateway, merchant account and mode, {@code stripe/acct_1/sandbox}; or our own for
 * decisions. Part of a fact's identity, so that an id of one account can never be taken for one of another.
 */
public record Account(String value) {
    /** The account of decisions that we take ourselves. */
    public static final Account OURS = new Account("mizan");

    public Account {
        requireNonNull(value, "value");
        if (!value.matches("[A-Za-z0-9_./-]{1,120}")) {
            throw new IllegalArgumentException("an account is made of letters, digits and _ . / -");
        }
    }

    /**
     * Of a merchant at a gateway, in one of its two modes.
     *
     * @param merchant as the gateway knows us
     */
    public static Account of(String gateway, String merchant, boolean live) {
        return new Account(gateway + "/" + merchant + "/" + (live ? "live" : "sandbox"));
    }

    @Override
    public String toString() {
        return value;
    }
}

package io.mizan.access;

/** What a key may do, and where it may be kept. */
public enum ApiKeyKind {
    /** A merchant's server: all that its {@link Scope}s say. Never leaves it. */
    SECRET("sk"),
    /** A checkout page: places orders from the catalogue, and acts on one order with that order's secret. Public. */
    PUBLISHABLE("pk");

    private final String prefix;

    ApiKeyKind(String prefix) {
        this.prefix = prefix;
    }

    /** What every key of this kind and mode begins with: {@code sk_test_}. */
    public String beginning(Mode mode) {
        return prefix + "_" + mode.mark() + "_";
    }
}

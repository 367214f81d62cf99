package io.mizan.web.access;

/** What API keys may be. */
public final class Roles {
    /** A merchant's server, with a secret key; {@link Needs} says which of them. */
    public static final String MERCHANT = "merchant";
    /** A checkout page, with a publishable key. */
    public static final String BROWSER = "browser";

    private Roles() {}
}

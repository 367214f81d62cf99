package io.mizan.access;

/** Whether this deployment moves real money. Fixed at start; keys and accounts of the other mode are refused. */
public enum Mode {
    SANDBOX("test"),
    LIVE("live");

    private final String mark;

    Mode(String mark) {
        this.mark = mark;
    }

    /** The part of a key that tells its mode: {@code test} in {@code sk_test_...}. */
    public String mark() {
        return mark;
    }
}

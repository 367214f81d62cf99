package io.mizan.staff;

/** What a member of staff may do, as the names that containers check. */
public final class Roles {
    /** Reads orders, explains them, asks gateways how things stand. */
    public static final String SUPPORT = "support";
    /** Reads orders and cases; decides about money. */
    public static final String FINANCE = "finance";
    /** Keeps the system running; looks after dead messages and lost answers. */
    public static final String OPERATOR = "operator";
    /** Everything that the others may, and people, keys and settings. */
    public static final String ADMINISTRATOR = "administrator";

    private Roles() {}
}

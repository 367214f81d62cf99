package io.mizan.approval;

/** An act cannot be done as things are. Rolls back the transaction that it leaves. */
public final class ActRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason names a text of the portal, {@code approval.refused.<reason>} */
    public ActRefused(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}

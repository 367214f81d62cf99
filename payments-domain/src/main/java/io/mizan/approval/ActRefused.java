package io.mizan.approval;

/** An act cannot be done as things are. Rolls back the transaction that it leaves. */
public final class ActRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String words;

    /** @param reason names a text of the portal, {@code approval.refused.<reason>} */
    public ActRefused(String reason) {
        this(reason, "");
    }

    /** @param words what that text quotes; no secret */
    public ActRefused(String reason, String words) {
        super(reason);
        this.reason = reason;
        this.words = words;
    }

    public String reason() {
        return reason;
    }

    public String words() {
        return words;
    }
}

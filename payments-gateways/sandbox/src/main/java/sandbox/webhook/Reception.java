package sandbox.webhook;

/** What a provider makes of the merchant's answer to a message. */
public enum Reception {
    DELIVERED,
    AGAIN,
    GIVEN_UP;

    /** As most providers see it: any 2xx will do, everything else is tried again. */
    public static Reception of(int status) {
        return status >= 200 && status < 300 ? DELIVERED : AGAIN;
    }
}

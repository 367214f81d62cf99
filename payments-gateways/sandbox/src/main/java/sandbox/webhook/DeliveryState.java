package sandbox.webhook;

import java.util.Locale;

/** How far a message got. */
public enum DeliveryState {
    /** It will be sent when it is due. */
    WAITING,
    /** Kept back by a rule; somebody has to deliver it. */
    HELD,
    /** The merchant answered 2xx. */
    DELIVERED,
    /** Tried as often as it is ever tried. */
    FAILED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DeliveryState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

package io.mizan.gateway;

import java.util.Locale;

/** Who collects the money once the issuer has said yes: the gateway at once, or we by a command of our own. */
public enum CaptureMode {
    AUTOMATIC,
    MANUAL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

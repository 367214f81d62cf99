package io.mizan.webhookhealth;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of a call to a gateway's callback address. */
public enum Arrival {
    STORED(true),
    DUPLICATE(true),
    WRONG_MODE(false),
    WRONG_ACCOUNT(false),
    /** Without a signature. */
    FORGED_MISSING(false),
    FORGED_MALFORMED(false),
    /** Signed with a secret that is not ours, or changed on its way. */
    FORGED_MISMATCH(false),
    /** Signed by us all right, too long ago or in the future. */
    FORGED_STALE(false),
    /** The signature fits the body as it was before somebody on its way wrote it anew. */
    FORGED_REENCODED(false),
    /** Turned away before it was looked at: too large, or too many at once. */
    TURNED_AWAY(false);

    private static final String FORGED = "forged_";

    private final boolean good;

    Arrival(boolean good) {
        this.good = good;
    }

    public boolean isGood() {
        return good;
    }

    public boolean isForged() {
        return code().startsWith(FORGED);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param reason of {@code Callback.Verdict.Forged}; one that is unknown counts as a mismatch */
    public static Arrival forged(String reason) {
        return of(FORGED + reason).orElse(FORGED_MISMATCH);
    }

    /** @param reason of {@code Callback.Verdict.Foreign} */
    public static Arrival foreign(String reason) {
        return of(reason).orElse(WRONG_ACCOUNT);
    }

    private static Optional<Arrival> of(String code) {
        return Arrays.stream(values())
                .filter(arrival -> arrival.code().equals(code))
                .findFirst();
    }
}

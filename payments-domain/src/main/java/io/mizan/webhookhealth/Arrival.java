package io.mizan.webhookhealth;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What became of a call to a gateway's callback address. */
public enum Arrival {
    STORED,
    DUPLICATE,
    WRONG_MODE,
    WRONG_ACCOUNT,
    /** Without a signature. */
    FORGED_MISSING,
    FORGED_MALFORMED,
    /** Signed with a secret that is not ours, or changed on its way. */
    FORGED_MISMATCH,
    /** Signed by us all right, too long ago or in the future. */
    FORGED_STALE,
    /** The signature fits the body as it was before somebody on its way wrote it anew. */
    FORGED_REENCODED,
    /** Encrypted, and none of our private keys opens it. */
    FORGED_ENCRYPTED,
    /** From an address that is not in the gateway's list of callers; not looked at. */
    OTHER_ADDRESS,
    /** Turned away before it was looked at: too large, or too many at once. */
    TURNED_AWAY;

    /** Genuine and ours. */
    static final Set<Arrival> GOOD = Collections.unmodifiableSet(EnumSet.of(STORED, DUPLICATE));

    /** Not believed. */
    static final Set<Arrival> FORGED = Collections.unmodifiableSet(EnumSet.of(
            FORGED_MISSING, FORGED_MALFORMED, FORGED_MISMATCH, FORGED_STALE, FORGED_REENCODED, FORGED_ENCRYPTED));

    /** How reasons begin that say why an encrypted one was not opened. */
    private static final String ENCRYPTED = "encrypted_";

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param reason of {@code Callback.Verdict.Forged}; one that is unknown counts as a mismatch */
    public static Arrival forged(String reason) {
        return reason.startsWith(ENCRYPTED)
                ? FORGED_ENCRYPTED
                : of("forged_" + reason).orElse(FORGED_MISMATCH);
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

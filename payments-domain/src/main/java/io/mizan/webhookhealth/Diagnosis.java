package io.mizan.webhookhealth;

import java.util.Locale;
import java.util.function.Predicate;

/** The likely cause of what is seen: the first that fits. Each has its cure in words. */
public enum Diagnosis {
    /** Genuine ones cannot be read, for their gateway is not here. */
    GATEWAY_MISSING(health -> health.stranded() > 0),
    /** Genuine ones failed at every try to work them. */
    DEAD(health -> health.dead() > 0),
    /** Something between the gateway and us writes bodies anew. */
    REENCODED(health -> health.isShutOutBy(Arrival.FORGED_REENCODED)),
    /** The gateway signs with a secret that we do not have. */
    WRONG_SECRET(health -> health.isMissedFor(Arrival.FORGED_MISMATCH)),
    /** Signatures are good and too old, or of the future. */
    CLOCK(health -> health.isShutOutBy(Arrival.FORGED_STALE)),
    /** Calls bear no signature that could be read. */
    UNSIGNED(health -> health.isMissedFor(Arrival.FORGED_MISSING, Arrival.FORGED_MALFORMED)),
    /** The gateway encrypts with a key whose other half we do not have. */
    NOT_OPENED(health -> health.isMissedFor(Arrival.FORGED_ENCRYPTED)),
    /** The gateway calls from addresses that are not in the list of its callers. */
    NOT_LISTED(health -> health.isMissedFor(Arrival.OTHER_ADDRESS)),
    /** Test messages in live mode, or the other way about. */
    WRONG_MODE(health -> health.calls(Arrival.WRONG_MODE) > 0),
    WRONG_ACCOUNT(health -> health.calls(Arrival.WRONG_ACCOUNT) > 0),
    /** Payments come to their end, and the gateway tells of none. */
    NOTHING_ARRIVES(health -> health.outcomes() >= Diagnosis.FEW && health.told() == 0),
    /** More than a tenth of what happened was not told. */
    SOME_LOST(health -> health.outcomes() >= Diagnosis.FEW && health.told() * 10 < health.outcomes() * 9),
    /** Genuine ones lie about unworked. */
    NOT_WORKED(health -> health.late() > 0),
    SLOW(health -> health.delays().filter(Health.Delays::areLong).isPresent()),
    /** Either a stranger knocks, or the gateway's own calls are not believed: nothing was missed that would tell. */
    NOT_BELIEVED(
            health -> health.isShutOutBy(Arrival.FORGED_MISMATCH, Arrival.FORGED_MISSING, Arrival.FORGED_MALFORMED)),
    /** Encrypted ones: what others of the same gateway tell says nothing of the key for these. */
    SOME_NOT_OPENED(health -> health.calls(Arrival.FORGED_ENCRYPTED) > 0),
    /** The same of calls from addresses that are not in the list: a gateway that never calls does not send them. */
    OTHER_ADDRESSES(health -> !health.silent() && health.isShutOutBy(Arrival.OTHER_ADDRESS)),
    /** Strangers knock, and the gateway's own calls are believed all the same. */
    KNOCKING(health -> health.forged() > 0),
    HEALTHY(health -> health.good() > 0),
    /** It never calls, and nothing is missed. */
    SILENT(Health::silent),
    QUIET(health -> true);

    /** Fewer outcomes than this say nothing. */
    private static final int FEW = 3;

    @SuppressWarnings("ImmutableEnumChecker") // each is a lambda that holds nothing
    private final Predicate<Health> fits;

    Diagnosis(Predicate<Health> fits) {
        this.fits = fits;
    }

    public static Diagnosis of(Health health) {
        for (var diagnosis : values()) {
            if (diagnosis.fits.test(health)) {
                return diagnosis;
            }
        }
        throw new IllegalStateException("the last one fits everything");
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.mizan.gateways.sadad;

import io.mizan.failure.FailureCategory;
import io.mizan.gateways.http.UnlistedCodes;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * How a transaction stands. Forms say it by the numbers 1 to 3, the interface by those and more. {@code RESPCODE} and
 * {@code STATUS} beside them decide nothing: their values are not reliable.
 */
enum SadadStatus {
    /** May still become a success, at times only the next day. */
    UNDER_WAY,
    FAILED,
    PAID,
    /** Paid, and given back. */
    REFUNDED,
    /** Held by SADAD for a look; may become either. */
    ON_HOLD,
    /** Refused for good. */
    REJECTED,
    /** Not in SADAD's lists. */
    UNLISTED;

    private static final Logger LOG = Logger.getLogger(SadadStatus.class.getName());
    private static final UnlistedCodes UNLISTED_CODES = new UnlistedCodes(LOG, Level.WARNING, "sadad.status.unlisted");
    private static final Map<String, SadadStatus> BY_NUMBER = Map.of(
            "1", UNDER_WAY,
            "2", FAILED,
            "3", PAID,
            "4", REFUNDED,
            "5", UNDER_WAY,
            "6", ON_HOLD,
            "7", REJECTED);
    private static final Map<String, SadadStatus> BY_NAME = Map.of(
            "inprogress", UNDER_WAY,
            "failed", FAILED,
            "success", PAID,
            "refund", REFUNDED,
            "pending", UNDER_WAY,
            "onhold", ON_HOLD,
            "rejected", REJECTED);

    /** By its number; where that is missing, by its name. */
    static SadadStatus of(Optional<String> number, Optional<String> name) {
        var named = name.map(text -> text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
        var known = number.isPresent() ? number.map(BY_NUMBER::get) : named.map(BY_NAME::get);
        return known.orElseGet(() -> {
            UNLISTED_CODES.tell(number.or(() -> named).orElse("none"));
            return UNLISTED;
        });
    }

    static SadadStatus of(String number) {
        return of(Optional.of(number), Optional.empty());
    }

    boolean isMoney() {
        return this == PAID || this == REFUNDED;
    }

    /** Why nothing was taken; SADAD never says more. */
    Optional<FailureCategory> refusal() {
        return switch (this) {
            case FAILED -> Optional.of(FailureCategory.ISSUER_DECLINED);
            case REJECTED -> Optional.of(FailureCategory.ISSUER_DECLINED_FINAL);
            case UNDER_WAY, PAID, REFUNDED, ON_HOLD, UNLISTED -> Optional.empty();
        };
    }
}

package io.mizan.gateways.sadad;

import io.mizan.failure.FailureCategory;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
        return number.or(() -> name).map(SadadStatus::of).orElse(UNLISTED);
    }

    /** @param word a number, or a name in whatever spelling */
    static SadadStatus of(String word) {
        return Optional.ofNullable(BY_NUMBER.get(word))
                .or(() -> Optional.ofNullable(
                        BY_NAME.get(word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""))))
                .orElse(UNLISTED);
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

package io.mizan.gateway;

import io.mizan.failure.FailureCategory;
import java.util.Locale;

/** What came of asking a provider about nothing, to see whether it is reached and takes our credentials. */
public enum Connection {
    /** It answered the question, so it knows us. */
    ACCEPTED,
    /** It answered and knows us, as another account than the one that is set: what we did would be in others' books. */
    OTHER_ACCOUNT,
    /** It answered, and does not believe that it is us. */
    REFUSED,
    /** There was no connection, or no answer of its own in time. */
    NOT_REACHED,
    /** It answered something that says neither. */
    CANNOT_TELL,
    /** There is nothing harmless that could be asked. */
    NOT_SUPPORTED;

    /** Of the answer to an inquiry about a payment that does not exist. */
    public static Connection of(GatewayResult result) {
        if (result instanceof GatewayResult.NotFound
                || (result instanceof GatewayResult.Accepted accepted
                        && accepted.observation().isClear())) {
            return ACCEPTED;
        }
        if (result instanceof GatewayResult.Declined declined) {
            return declined.isTurnedAway() ? REFUSED : CANNOT_TELL;
        }
        if (result instanceof GatewayResult.Unknown unknown) {
            return unknown.answered() ? CANNOT_TELL : NOT_REACHED;
        }
        if (result instanceof GatewayResult.Accepted) {
            return CANNOT_TELL;
        }
        var retryable = (GatewayResult.Retryable) result;
        return retryable.answered() || retryable.category() == FailureCategory.RATE_LIMITED ? CANNOT_TELL : NOT_REACHED;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

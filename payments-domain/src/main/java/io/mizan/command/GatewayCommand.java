package io.mizan.command;

import io.mizan.failure.FailureCategory;
import io.mizan.gateway.Operation;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A command as it stood when it was read.
 *
 * @param ordinal tells apart several of one operation for an attempt; 1 for the first
 * @param reference the merchant's business key of a capture
 * @param amount of a capture or refund
 * @param sends how often it went on the wire
 * @param sentAt when first
 * @param lastSentAt when last
 * @param dueAt when a worker takes it up next; absent if nothing is left to send
 * @param dueSince since when it is due, while whoever took it up has not carried it through
 */
public record GatewayCommand(
        UUID id,
        OrderId order,
        AttemptId attempt,
        Operation operation,
        int ordinal,
        Optional<String> reference,
        Optional<Money> amount,
        CommandState state,
        Optional<Outcome> outcome,
        Optional<FailureCategory> failure,
        Optional<String> failureCode,
        String idempotencyKey,
        int sends,
        Instant createdAt,
        Optional<Instant> sentAt,
        Optional<Instant> lastSentAt,
        Optional<Instant> finishedAt,
        Optional<Instant> dueAt,
        Optional<Instant> dueSince) {
    /** The code of a no that the gateway never said: long after the last sending, it showed that it had not acted. */
    public static final String NEVER_ACTED = "never_acted";

    /** The code of what was called back before it was sent. */
    public static final String WITHDRAWN = "withdrawn";

    /** Since when it waits for a worker, or will. */
    public Optional<Instant> waitsSince() {
        return dueSince.or(() -> dueAt);
    }

    /** Whether what it asks may have happened or may still happen. */
    public boolean isOutstanding() {
        return state != CommandState.DONE;
    }

    /** Whether it was last sent before that, and nothing will send it or ask after it any more. */
    public boolean isGivenUpSince(Instant then) {
        return state == CommandState.GIVEN_UP
                && dueAt.isEmpty()
                && lastSentAt.filter(then::isAfter).isPresent();
    }

    /** Whether the gateway did not let us in, and so has not even looked at what was asked. */
    public boolean wasTurnedAway() {
        return wasDeclined()
                && failure.filter(category -> category == FailureCategory.AUTHENTICATION)
                        .isPresent();
    }

    /** Whether the gateway certainly left alone what was asked about: the same may be asked anew. */
    public boolean wasNeverActedOn() {
        return wasTurnedAway()
                || (wasDeclined() && failureCode.filter(NEVER_ACTED::equals).isPresent());
    }

    public boolean wasDeclined() {
        return outcome.filter(answer -> answer == Outcome.DECLINED).isPresent();
    }
}

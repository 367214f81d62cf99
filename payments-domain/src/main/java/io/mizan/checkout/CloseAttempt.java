package io.mizan.checkout;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.Attempts;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.id.AttemptId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Ends an attempt at the merchant's wish: its page takes no more money, or its authorization is released. */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER) // no database transaction is ever open across the wire (invariant 6)
public class CloseAttempt {
    private final Attempts attempts;
    private final EndAttempt ending;

    /** For the proxy of the container only. */
    protected CloseAttempt() {
        this(null, null);
    }

    @Inject
    public CloseAttempt(Attempts attempts, EndAttempt ending) {
        this.attempts = attempts;
        this.ending = ending;
    }

    /**
     * Closes the page of an attempt that is not authorized. A repeat answers how it stands.
     *
     * @throws MizanException {@code NOT_FOUND}, {@code PAYMENT_IN_PROGRESS}, {@code PREVIOUS_ATTEMPT_STILL_PAYABLE}, or
     *     {@code ATTEMPT_STATE_CONFLICT} if it is authorized
     */
    public AttemptSnapshot close(AttemptId id) {
        var attempt = require(id);
        if (attempt.authorized().isPositive()) {
            throw new MizanException(
                    ErrorCode.ATTEMPT_STATE_CONFLICT, "The attempt is authorized: capture it or void it.");
        }
        return end(attempt);
    }

    /**
     * Releases an authorization that was not captured. A repeat answers how it stands.
     *
     * @throws MizanException {@code NOT_FOUND}, {@code PAYMENT_IN_PROGRESS}, {@code PREVIOUS_ATTEMPT_STILL_PAYABLE}, or
     *     {@code ATTEMPT_STATE_CONFLICT} if there is nothing to release
     */
    public AttemptSnapshot release(AttemptId id) {
        var attempt = require(id);
        if (attempt.open() && !attempt.authorized().isPositive()) {
            throw new MizanException(
                    ErrorCode.ATTEMPT_STATE_CONFLICT, "There is no authorization to release; close the attempt.");
        }
        return end(attempt);
    }

    private AttemptSnapshot end(AttemptSnapshot attempt) {
        var ended = ending.end(attempt.order(), attempt.id());
        if (ended instanceof EndAttempt.Completed) {
            throw new MizanException(
                    ErrorCode.PAYMENT_IN_PROGRESS, "The attempt is being paid, or has been; it cannot be ended.");
        }
        if (ended instanceof EndAttempt.StillPayable still) {
            throw StartAttempt.stillPayable(still);
        }
        return require(attempt.id());
    }

    private AttemptSnapshot require(AttemptId id) {
        return attempts.find(id)
                .orElseThrow(() -> new MizanException(ErrorCode.NOT_FOUND, "There is no such attempt."));
    }
}

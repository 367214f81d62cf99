package io.mizan.checkout;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.Attempts;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.gateway.Closing;
import io.mizan.gateway.Gateways;
import io.mizan.gateway.Operation;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateway.Voiding;
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
    private final Gateways gateways;

    /** For the proxy of the container only. */
    protected CloseAttempt() {
        this(null, null, null);
    }

    @Inject
    public CloseAttempt(Attempts attempts, EndAttempt ending, Gateways gateways) {
        this.attempts = attempts;
        this.ending = ending;
        this.gateways = gateways;
    }

    /**
     * Closes the page of an attempt that is not authorized. A repeat answers how it stands.
     *
     * @throws MizanException {@code NOT_FOUND}, {@code PAYMENT_IN_PROGRESS}, {@code PREVIOUS_ATTEMPT_STILL_PAYABLE},
     *     {@code CAPABILITY_NOT_SUPPORTED} if it could still be paid and its gateway closes no page, or
     *     {@code ATTEMPT_STATE_CONFLICT} if it is authorized
     */
    public AttemptSnapshot close(AttemptId id) {
        var attempt = require(id);
        if (attempt.authorized().isPositive()) {
            throw new MizanException(
                    ErrorCode.ATTEMPT_STATE_CONFLICT, "The attempt is authorized: capture it or void it.");
        }
        return end(attempt, Closing.class, Operation.CLOSE);
    }

    /**
     * Releases an authorization that was not captured. A repeat answers how it stands.
     *
     * @throws MizanException {@code NOT_FOUND}, {@code PAYMENT_IN_PROGRESS}, {@code PREVIOUS_ATTEMPT_STILL_PAYABLE},
     *     {@code CAPABILITY_NOT_SUPPORTED} if its gateway releases nothing, or {@code ATTEMPT_STATE_CONFLICT} if there is
     *     nothing to release
     */
    public AttemptSnapshot release(AttemptId id) {
        var attempt = require(id);
        if (lacks(attempt, Voiding.class)) {
            throw Unsupported.by(gatewayOf(attempt), Operation.VOID);
        }
        if (attempt.open() && !attempt.authorized().isPositive()) {
            throw new MizanException(
                    ErrorCode.ATTEMPT_STATE_CONFLICT, "There is no authorization to release; close the attempt.");
        }
        return end(attempt, Voiding.class, Operation.VOID);
    }

    private AttemptSnapshot end(AttemptSnapshot attempt, Class<?> capability, Operation operation) {
        var ended = ending.end(attempt.order(), attempt.id());
        if (ended instanceof EndAttempt.Completed || ended instanceof EndAttempt.Unconfirmed) {
            throw new MizanException(
                    ErrorCode.PAYMENT_IN_PROGRESS, "The attempt is being paid, or has been; it cannot be ended.");
        }
        if (ended instanceof EndAttempt.BeingEnded) {
            throw StartAttempt.beingEnded();
        }
        if (ended instanceof EndAttempt.StillPayable still) {
            throw lacks(attempt, capability)
                    ? StartAttempt.until(still, Unsupported.by(gatewayOf(attempt), operation))
                    : StartAttempt.stillPayable(still);
        }
        return require(attempt.id());
    }

    private boolean lacks(AttemptSnapshot attempt, Class<?> capability) {
        return gateways.find(attempt.account())
                .filter(gateway -> !capability.isInstance(gateway))
                .isPresent();
    }

    /** Only of one that lacks something, and so is here. */
    private PaymentGateway gatewayOf(AttemptSnapshot attempt) {
        return gateways.find(attempt.account()).orElseThrow();
    }

    private AttemptSnapshot require(AttemptId id) {
        return attempts.find(id)
                .orElseThrow(() -> new MizanException(ErrorCode.NOT_FOUND, "There is no such attempt."));
    }
}

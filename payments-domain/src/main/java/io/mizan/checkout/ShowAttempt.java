package io.mizan.checkout;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.Attempts;
import io.mizan.id.AttemptId;
import io.mizan.intake.FactIntake;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Reads an attempt for somebody who may send the customer to its page: before that is told, it is noted as told. */
@ApplicationScoped
public class ShowAttempt {
    private final Attempts attempts;
    private final FactIntake intake;

    /** For the proxy of the container only. */
    protected ShowAttempt() {
        this(null, null);
    }

    @Inject
    public ShowAttempt(Attempts attempts, FactIntake intake) {
        this.attempts = attempts;
        this.intake = intake;
    }

    public Optional<AttemptSnapshot> show(AttemptId id) {
        return attempts.find(id).map(this::disclosed);
    }

    AttemptSnapshot disclosed(AttemptSnapshot attempt) {
        if (!attempt.open()
                || attempt.redirect().isEmpty()
                || attempt.disclosedAt().isPresent()
                || attempt.supersededAt().isPresent()) {
            return attempt;
        }
        return intake.visit(attempt.order(), visit -> {
            var current = visit.attempt(attempt.id());
            if (current.isOpen() && !current.isSuperseded()) {
                current.disclose(visit.now());
            }
            return current.snapshot();
        });
    }
}

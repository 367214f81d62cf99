package io.mizan.checkout;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.intake.FactIntake;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Shows an attempt to somebody who may send the customer to its page: before that is told, it is noted as told. */
@ApplicationScoped
public class ShowAttempt {
    private final FactIntake intake;

    /** For the proxy of the container only. */
    protected ShowAttempt() {
        this(null);
    }

    @Inject
    public ShowAttempt(FactIntake intake) {
        this.intake = intake;
    }

    /** @param attempt as it was just read */
    public AttemptSnapshot show(AttemptSnapshot attempt) {
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

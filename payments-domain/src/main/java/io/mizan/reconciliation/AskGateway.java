package io.mizan.reconciliation;

import io.mizan.attempt.Attempts;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.id.AttemptId;
import io.mizan.intake.FactIntake;
import io.mizan.intake.WorkIsDue;
import io.mizan.timeline.TimelineKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Somebody wants to know how an attempt stands: asking is due at once, once in ten seconds. */
@ApplicationScoped
public class AskGateway {
    private static final Duration QUIET = Duration.ofSeconds(10);

    private final Attempts attempts;
    private final FactIntake intake;
    private final Event<WorkIsDue> nudges;

    /** For the proxy of the container only. */
    protected AskGateway() {
        this(null, null, null);
    }

    @Inject
    public AskGateway(Attempts attempts, FactIntake intake, Event<WorkIsDue> nudges) {
        this.attempts = attempts;
        this.intake = intake;
        this.nudges = nudges;
    }

    /**
     * Makes an inquiry due; a worker asks.
     *
     * @param actor who wants it, for the timeline
     * @throws MizanException {@code NOT_FOUND}
     */
    public void now(AttemptId id, String actor) {
        var attempt = attempts.find(id)
                .orElseThrow(() -> new MizanException(ErrorCode.NOT_FOUND, "There is no such attempt."));
        intake.enter(attempt.order(), visit -> {
            visit.attempt(id).askNow(visit.now(), QUIET);
            visit.tell(TimelineKind.INQUIRY_REQUESTED, actor, Optional.of(id), Map.of());
        });
        nudges.fire(WorkIsDue.INQUIRIES);
    }
}

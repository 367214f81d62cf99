package io.mizan.checkout;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.Attempts;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.intake.FactIntake;
import io.mizan.intake.WorkIsDue;
import io.mizan.timeline.TimelineKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The customer's browser comes back from a gateway's page. That proves nothing (invariant 1): it only makes us ask. */
@ApplicationScoped
public class CustomerReturn {
    /** One inquiry for an attempt and this long, however often the page is loaded again. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    private final FactIntake intake;
    private final Attempts attempts;
    private final ReturnTokens tokens;
    private final StatusCodes codes;
    private final Event<WorkIsDue> nudges;

    /** For the proxy of the container only. */
    protected CustomerReturn() {
        this(null, null, null, null, null);
    }

    @Inject
    public CustomerReturn(
            FactIntake intake, Attempts attempts, ReturnTokens tokens, StatusCodes codes, Event<WorkIsDue> nudges) {
        this.intake = intake;
        this.attempts = attempts;
        this.tokens = tokens;
        this.codes = codes;
        this.nudges = nudges;
    }

    /**
     * Where the browser goes on to.
     *
     * @param statusCode opens the status of the order once, within 15 minutes
     */
    public record Arrival(OrderId order, URI returnUrl, String statusCode) {}

    /**
     * Notes that the customer came back; asking the gateway is due at once.
     *
     * @param canceled whether the customer came by the way of going back without paying
     * @return empty if the token is not this attempt's
     */
    public Optional<Arrival> arrived(AttemptId id, String token, boolean canceled) {
        var arrival = attempts.find(id).flatMap(attempt -> arrived(attempt, token, canceled));
        arrival.ifPresent(came -> nudges.fire(WorkIsDue.INQUIRIES));
        return arrival;
    }

    private Optional<Arrival> arrived(AttemptSnapshot attempt, String token, boolean canceled) {
        return intake.visit(attempt.order(), visit -> {
            var current = visit.attempt(attempt.id());
            if (!tokens.matches(current, token)) {
                return Optional.empty();
            }
            if (current.snapshot().returnedAt().isEmpty()) {
                visit.tell(
                        TimelineKind.CUSTOMER_RETURNED,
                        "customer",
                        Optional.of(attempt.id()),
                        Map.of("canceled", Boolean.toString(canceled)));
            }
            current.customerReturned(visit.now());
            if (current.isOpen()) {
                current.askNow(visit.now(), QUIET);
            }
            return Optional.of(
                    new Arrival(attempt.order(), visit.order().snapshot().returnUrl(), codes.issue(attempt.order())));
        });
    }
}

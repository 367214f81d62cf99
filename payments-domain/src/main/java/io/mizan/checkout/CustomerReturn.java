package io.mizan.checkout;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.Attempts;
import io.mizan.id.AttemptId;
import io.mizan.id.Ids;
import io.mizan.id.OrderId;
import io.mizan.intake.FactIntake;
import io.mizan.intake.OrderVisit;
import io.mizan.intake.WorkIsDue;
import io.mizan.secrets.Digests;
import io.mizan.secrets.Vault;
import io.mizan.sql.Sql;
import io.mizan.timeline.TimelineKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The customer's browser comes back from a gateway's page. That proves nothing (invariant 1): it only makes us ask. */
@ApplicationScoped
public class CustomerReturn {
    /** One inquiry for an attempt and this long, however often the page is loaded again. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    private static final Duration CODE_VALID_FOR = Duration.ofMinutes(15);

    private final FactIntake intake;
    private final Attempts attempts;
    private final ReturnTokens tokens;
    private final Vault vault;
    private final Sql sql;
    private final Ids ids;
    private final Clock clock;
    private final Event<WorkIsDue> nudges;

    /** For the proxy of the container only. */
    protected CustomerReturn() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    public CustomerReturn(
            FactIntake intake,
            Attempts attempts,
            ReturnTokens tokens,
            Vault vault,
            Sql sql,
            Ids ids,
            Clock clock,
            Event<WorkIsDue> nudges) {
        this.intake = intake;
        this.attempts = attempts;
        this.tokens = tokens;
        this.vault = vault;
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
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

    /** Whether a status code opens this order now; it does so once. */
    public boolean redeem(OrderId order, String statusCode) {
        return sql.update(
                        "UPDATE order_return_code SET used_at = ? WHERE code_hash = ? AND order_id = ? AND used_at IS NULL"
                                + " AND expires_at > ?",
                        clock.instant(),
                        Digests.sha256(statusCode),
                        order.value(),
                        clock.instant())
                == 1;
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
                    new Arrival(attempt.order(), visit.order().snapshot().returnUrl(), newCode(visit)));
        });
    }

    private String newCode(OrderVisit visit) {
        var code = vault.token("status-code", ids.next().toString());
        sql.update(
                "INSERT INTO order_return_code (code_hash, order_id, expires_at) VALUES (?, ?, ?)",
                Digests.sha256(code),
                visit.order().id().value(),
                visit.now().plus(CODE_VALID_FOR));
        return code;
    }
}

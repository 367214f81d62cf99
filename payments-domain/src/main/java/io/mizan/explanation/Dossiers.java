package io.mizan.explanation;

import io.mizan.attempt.Attempts;
import io.mizan.casework.Cases;
import io.mizan.command.Commands;
import io.mizan.fact.Details;
import io.mizan.fact.Facts;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.order.OrderSnapshot;
import io.mizan.order.Orders;
import io.mizan.sql.Sql;
import io.mizan.timeline.Timeline;
import io.mizan.timeline.TimelineEntry;
import io.mizan.timeline.TimelineKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads together what is known of an order. */
@ApplicationScoped
public class Dossiers {
    private static final int MOST_MESSAGES = 500;

    private final Orders orders;
    private final Attempts attempts;
    private final Facts facts;
    private final Commands commands;
    private final Cases cases;
    private final Timeline timeline;
    private final Sql sql;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected Dossiers() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    public Dossiers(
            Orders orders,
            Attempts attempts,
            Facts facts,
            Commands commands,
            Cases cases,
            Timeline timeline,
            Sql sql,
            Clock clock) {
        this.orders = orders;
        this.attempts = attempts;
        this.facts = facts;
        this.commands = commands;
        this.cases = cases;
        this.timeline = timeline;
        this.sql = sql;
        this.clock = clock;
    }

    /** Empty if there is no such order. */
    public Optional<Dossier> find(OrderId id) {
        return orders.find(id).map(this::read);
    }

    private Dossier read(OrderSnapshot order) {
        var id = order.id();
        return new Dossier(
                order,
                attempts.ofOrder(id),
                facts.of(id),
                commands.ofOrder(id),
                cases.ofOrder(id),
                hints(id),
                lastFulfilmentReport(id),
                clock.instant());
    }

    /** The gateway's own only: what the customer's browser brought does not show that the gateway reaches us. */
    private List<Hint> hints(OrderId order) {
        return sql
                .list(
                        "SELECT attempt_id, detail FROM timeline_entry WHERE order_id = ? AND kind = ?"
                                + " AND attempt_id IS NOT NULL ORDER BY seq LIMIT " + MOST_MESSAGES,
                        row -> hint(new AttemptId(row.id("attempt_id")), Details.fromJson(row.text("detail"))),
                        order.value(),
                        TimelineKind.CALLBACK_RECEIVED.code())
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Hint> hint(AttemptId attempt, Map<String, String> told) {
        return told.containsKey("hint")
                ? Optional.of(new Hint(attempt, Instant.parse(told.get("received_at"))))
                : Optional.empty();
    }

    private Optional<TimelineEntry> lastFulfilmentReport(OrderId order) {
        return sql.first(
                        "SELECT seq FROM timeline_entry WHERE order_id = ? AND kind = ? ORDER BY seq DESC LIMIT 1",
                        row -> row.number("seq"),
                        order.value(),
                        TimelineKind.FULFILMENT_REPORTED.code())
                .flatMap(seq -> timeline.of(order, seq - 1, 1).stream().findFirst());
    }
}

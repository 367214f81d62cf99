package io.mizan.invariant;

import io.mizan.casework.CaseKind;
import io.mizan.id.EventId;
import io.mizan.inbox.WebhookState;
import io.mizan.sql.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** What the rows must show that belong to no order, or not yet: stored callbacks and idempotency keys. */
final class QueueChecks {
    private static final UUID LOWEST_ID = new UUID(0, 0);
    private static final int PAGE = 500;

    private final Sql sql;
    private final Instant now;

    QueueChecks(Sql sql, Instant now) {
        this.sql = sql;
        this.now = now;
    }

    private record Event(
            UUID id,
            WebhookState state,
            boolean hasOrder,
            boolean processed,
            Optional<Instant> dueAt,
            boolean deadCase,
            boolean waitingCase,
            boolean mentionsOurs) {
        String name() {
            return new EventId(id).toString();
        }
    }

    /** Every stored callback, a page at a time. @return how many there were */
    long events(When when, Consumer<Violation> told) {
        long seen = 0;
        List<Event> page;
        for (var after = LOWEST_ID; ; after = page.get(PAGE - 1).id()) {
            page = page(after);
            page.forEach(event -> check(event, when).forEach(told));
            seen += page.size();
            if (page.size() < PAGE) {
                return seen;
            }
        }
    }

    private List<Event> page(UUID after) {
        return sql.list(
                "SELECT e.id, e.state, e.order_id, e.processed_at, e.due_at, EXISTS (SELECT 1 FROM provider_ref p"
                        + " JOIN webhook_event_ref r ON r.account = p.account AND r.ref = p.ref WHERE r.event_id = e.id)"
                        + " AS ours FROM webhook_event e WHERE e.id > ? ORDER BY e.id LIMIT " + PAGE,
                row -> {
                    var id = row.id("id");
                    var state = WebhookState.valueOf(row.text("state"));
                    return new Event(
                            id,
                            state,
                            row.optionalId("order_id").isPresent(),
                            row.optionalInstant("processed_at").isPresent(),
                            row.optionalInstant("due_at"),
                            state == WebhookState.DEAD && hasCase(CaseKind.DEAD_EVENT, id),
                            state == WebhookState.WAITING && hasCase(CaseKind.UNMATCHED_EVENT, id),
                            row.flag("ours"));
                },
                after);
    }

    private boolean hasCase(CaseKind kind, UUID event) {
        return sql.first(
                        "SELECT id FROM exception_case WHERE kind = ? AND subject = ?",
                        row -> row.id("id"),
                        kind,
                        new EventId(event).toString())
                .isPresent();
    }

    private List<Violation> check(Event event, When when) {
        var wrong = new ArrayList<String>();
        boolean due = event.dueAt().isPresent();
        switch (event.state()) {
            case RECEIVED, FAILED -> {
                if (!due) {
                    wrong.add("is not worked and nobody will take it up");
                }
            }
            case PROCESSED -> {
                if (!event.hasOrder() || !event.processed() || due) {
                    wrong.add("counts as worked but has no order or no time, or is still due");
                }
            }
            case IGNORED -> {
                if (event.mentionsOurs() && !due) {
                    wrong.add("was put aside, mentions what turned out to be ours, and nobody will read it again");
                }
            }
            case WAITING -> {
                if (!due && (event.mentionsOurs() || !event.waitingCase())) {
                    wrong.add("waits for its order and nobody will look, nor is there a case");
                }
            }
            case DEAD -> {
                if (!event.deadCase()) {
                    wrong.add("is dead and has no case");
                }
            }
        }
        if (when == When.AT_REST && event.dueAt().filter(at -> !at.isAfter(now)).isPresent()) {
            wrong.add("is due and nobody takes it up");
        }
        return wrong.stream()
                .map(sentence -> Violation.of(14, event.name(), sentence))
                .toList();
    }
}

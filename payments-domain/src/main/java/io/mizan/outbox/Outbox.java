package io.mizan.outbox;

import io.mizan.id.EventId;
import io.mizan.id.Ids;
import io.mizan.id.OrderId;
import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;

/** The events that merchants are told. */
@ApplicationScoped
public class Outbox {
    private final Sql sql;
    private final Ids ids;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected Outbox() {
        this(null, null, null);
    }

    @Inject
    public Outbox(Sql sql, Ids ids, Clock clock) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Records an event in the transaction of its cause; the caller holds the order's lock.
     *
     * @param orderSeq the number of the event within its order: a receiver can tell a gap, or an old one come late
     */
    public EventId record(OrderId order, long orderSeq, MerchantEventType type, JsonObject payload) {
        var id = new EventId(ids.next());
        sql.update(
                "INSERT INTO merchant_event (id, order_id, order_seq, type, payload, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                id.value(),
                order.value(),
                orderSeq,
                type.code(),
                payload.toString(),
                clock.instant());
        return id;
    }
}

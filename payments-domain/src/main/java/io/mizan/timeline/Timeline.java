package io.mizan.timeline;

import io.mizan.chain.ChainHash;
import io.mizan.chain.TimelineChain;
import io.mizan.fact.Details;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The timelines of all orders. */
@ApplicationScoped
public class Timeline {
    private final Sql sql;

    /** For the proxy of the container only. */
    protected Timeline() {
        this(null);
    }

    @Inject
    public Timeline(Sql sql) {
        this.sql = sql;
    }

    /** An entry with its place in the order's chain. */
    public record Link(OrderId order, TimelineEntry entry, String detail, String previous, String hash) {}

    /**
     * Appends; the caller holds the order's lock and took the entry's number from it.
     *
     * @param previous the hash of the entry before, {@link ChainHash#GENESIS} for the first
     * @return the hash of this entry, the new head of the order's chain
     */
    public String append(OrderId order, TimelineEntry entry, String previous) {
        var link = link(order, entry, previous);
        write(List.of(link));
        return link.hash();
    }

    /** What {@link #write} is to append, with the hash that the next entry goes on from. */
    public static Link link(OrderId order, TimelineEntry entry, String previous) {
        var detail = Details.toJson(entry.detail());
        var hash = TimelineChain.hash(
                order.value(),
                previous,
                new TimelineChain.Row(
                        entry.seq(),
                        entry.at(),
                        entry.kind(),
                        entry.actor(),
                        entry.attempt().map(AttemptId::value),
                        entry.fact(),
                        detail));
        return new Link(order, entry, detail, previous, hash);
    }

    /** Appends, in one statement; the caller holds the lock of each order. */
    public void write(List<Link> links) {
        if (links.isEmpty()) {
            return;
        }
        var arguments = new ArrayList<Object>();
        for (var link : links) {
            var entry = link.entry();
            arguments.addAll(Arrays.asList(
                    link.order().value(),
                    entry.seq(),
                    entry.at(),
                    entry.kind(),
                    entry.actor(),
                    entry.attempt().map(AttemptId::value),
                    entry.fact(),
                    link.detail(),
                    link.previous(),
                    link.hash()));
        }
        var rows = Collections.nCopies(links.size(), "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        sql.update(
                "INSERT INTO timeline_entry (order_id, seq, at, kind, actor, attempt_id, fact_id, detail, prev_hash, hash)"
                        + " VALUES " + String.join(", ", rows),
                arguments.toArray());
    }

    /**
     * A page of an order's timeline, oldest first.
     *
     * @param afterSeq the number of the last entry of the page before; 0 for the first page
     */
    public List<TimelineEntry> of(OrderId order, long afterSeq, int limit) {
        return sql.list(
                "SELECT seq, at, kind, actor, attempt_id, fact_id, detail FROM timeline_entry"
                        + " WHERE order_id = ? AND seq > ? ORDER BY seq LIMIT " + limit,
                row -> new TimelineEntry(
                        row.number("seq"),
                        row.instant("at"),
                        row.text("kind"),
                        row.text("actor"),
                        row.optionalId("attempt_id").map(AttemptId::new),
                        row.optionalId("fact_id"),
                        Details.fromJson(row.text("detail"))),
                order.value(),
                afterSeq);
    }
}

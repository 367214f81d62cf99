package io.mizan.web.order;

import io.mizan.id.AttemptId;
import io.mizan.timeline.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A page of an order's timeline, oldest first. */
record TimelineView(List<EntryView> data, Optional<String> nextCursor) {
    /**
     * @param fact the fact that it tells of
     * @param detail ids, amounts and codes; never personal data
     */
    record EntryView(
            long seq,
            Instant at,
            String kind,
            String actor,
            Optional<AttemptId> attempt,
            Optional<UUID> fact,
            Map<String, String> detail) {
        static EntryView of(TimelineEntry entry) {
            return new EntryView(
                    entry.seq(),
                    entry.at(),
                    entry.kind(),
                    entry.actor(),
                    entry.attempt(),
                    entry.fact(),
                    entry.detail());
        }
    }
}

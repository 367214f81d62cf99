package io.mizan.chain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How an entry of an order's timeline is hashed. */
public final class TimelineChain {
    private TimelineChain() {}

    /**
     * An entry as its row holds it.
     *
     * @param detail the very text that is stored
     */
    public record Row(
            long seq,
            Instant at,
            String kind,
            String actor,
            Optional<UUID> attempt,
            Optional<UUID> fact,
            String detail) {}

    public static String hash(UUID order, String previous, Row row) {
        return ChainHash.of(
                "timeline/" + order,
                previous,
                List.of(
                        Long.toString(row.seq()),
                        row.at().toString(),
                        row.kind(),
                        row.actor(),
                        row.attempt().map(UUID::toString).orElse(""),
                        row.fact().map(UUID::toString).orElse(""),
                        row.detail()));
    }
}

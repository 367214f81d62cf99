package io.mizan.timeline;

import io.mizan.id.AttemptId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that happened to an order.
 *
 * @param seq 1, 2, 3, ... within the order, without gaps
 * @param kind chooses the words; {@link TimelineKind#code()}, or {@code fact.} and the kind of a fact
 * @param actor {@code customer}, {@code merchant}, {@code gateway}, {@code mizan}, or {@code staff:} and a name
 * @param fact the fact that it tells of, whose evidence stands behind it
 * @param detail what fills the words: ids, amounts, codes; never personal data or a secret
 */
public record TimelineEntry(
        long seq,
        Instant at,
        String kind,
        String actor,
        Optional<AttemptId> attempt,
        Optional<UUID> fact,
        Map<String, String> detail) {}

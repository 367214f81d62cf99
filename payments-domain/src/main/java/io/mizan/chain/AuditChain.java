package io.mizan.chain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** How an act of a member of staff is hashed. */
public final class AuditChain {
    private AuditChain() {}

    /**
     * An act as its row holds it.
     *
     * @param detail the very text that is stored
     */
    public record Row(long seq, Instant at, String act, String subject, String detail) {}

    public static String hash(UUID person, String previous, Row row) {
        return ChainHash.of(
                "staff_audit/" + person,
                previous,
                List.of(Long.toString(row.seq()), row.at().toString(), row.act(), row.subject(), row.detail()));
    }
}

package io.mizan.chain;

import io.mizan.id.OrderId;
import java.util.UUID;

/** The kinds of chains. */
enum Chain {
    /** The timeline of an order. */
    ORDER("orders", "timeline_seq", "timeline_head"),
    /** The acts of a member of staff. */
    STAFF("staff", "audit_seq", "audit_head");

    private final String table;
    private final String seq;
    private final String head;

    Chain(String table, String seq, String head) {
        this.table = table;
        this.seq = seq;
        this.head = head;
    }

    /** How a subject of this kind is named outside. */
    String subject(UUID id) {
        return this == ORDER ? new OrderId(id).toString() : "staff/" + id;
    }

    /** Whose rows hold the heads. */
    String table() {
        return table;
    }

    String seqColumn() {
        return seq;
    }

    String headColumn() {
        return head;
    }
}

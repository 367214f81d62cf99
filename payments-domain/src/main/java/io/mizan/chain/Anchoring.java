package io.mizan.chain;

import static java.lang.System.Logger.Level.INFO;

import io.mizan.secrets.Vault;
import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes anchors: one writer at a time, whatever the number of instances. */
@ApplicationScoped
public class Anchoring {
    private static final System.Logger LOG = System.getLogger("mizan.chain");
    private static final int MOST_HEADS = 1_000;

    private final Sql sql;
    private final AnchorSeal seal;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected Anchoring() {
        this(null, (AnchorSeal) null, null);
    }

    @Inject
    public Anchoring(Sql sql, Vault vault, Clock clock) {
        this(sql, new AnchorSeal(vault), clock);
    }

    private Anchoring(Sql sql, AnchorSeal seal, Clock clock) {
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * Anchors the heads that moved since they last were, 1,000 of each kind at most. The log line of an anchor is a copy
     * of it outside the database: whoever cuts the newest anchors off is found by it.
     *
     * @return whether there may be more
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean anchor() {
        var last = sql.first(
                "SELECT seq, hash FROM anchor ORDER BY seq DESC LIMIT 1 FOR UPDATE",
                row -> new Last(row.number("seq"), row.text("hash")));
        var heads = new ArrayList<ChainHead>();
        for (var chain : Chain.values()) {
            heads.addAll(moved(chain));
        }
        if (heads.isEmpty()) {
            return false;
        }
        var anchor = seal.next(last.map(Last::seq), last.map(Last::hash), clock.instant(), heads);
        write(anchor, heads);
        heads.forEach(this::anchored);
        LOG.log(
                INFO,
                "event=anchor.written seq={0} heads={1} root={2} hash={3} mac={4}",
                Long.toString(anchor.seq()),
                heads.size(),
                anchor.root(),
                anchor.hash(),
                anchor.mac());
        return heads.size() >= MOST_HEADS;
    }

    private record Last(long seq, String hash) {}

    /** Rows that somebody else has locked are moving just now and are taken the next time. */
    private List<ChainHead> moved(Chain chain) {
        return sql.list(
                "SELECT id, " + chain.seqColumn() + " AS seq, " + chain.headColumn() + " AS head FROM " + chain.table()
                        + " WHERE anchor_due_at <= ? ORDER BY anchor_due_at LIMIT " + MOST_HEADS
                        + " FOR UPDATE SKIP LOCKED",
                row -> new ChainHead(chain, row.id("id"), row.number("seq"), row.text("head")),
                clock.instant());
    }

    private void write(Anchor anchor, List<ChainHead> heads) {
        boolean isNext = sql.insertNew(
                "INSERT INTO anchor (seq, at, heads, root, prev_hash, hash, key_id, mac) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                anchor.seq(),
                anchor.at(),
                anchor.heads(),
                anchor.root(),
                anchor.previous(),
                anchor.hash(),
                anchor.keyId(),
                anchor.mac());
        if (!isNext) {
            throw new IllegalStateException("another instance has just written anchor " + anchor.seq());
        }
        for (int i = 0; i < heads.size(); i++) {
            var head = heads.get(i);
            sql.update(
                    "INSERT INTO anchor_head (anchor_seq, position, chain, subject_id, seq, head)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    anchor.seq(),
                    i,
                    head.chain(),
                    head.subject(),
                    head.seq(),
                    head.hash());
        }
    }

    private void anchored(ChainHead head) {
        // The version of an order rises with every change of its row, as its other writers expect.
        var version = head.chain() == Chain.ORDER ? ", version = version + 1" : "";
        sql.update(
                "UPDATE " + head.chain().table() + " SET anchor_due_at = NULL" + version + " WHERE id = ?",
                head.subject());
    }

    /** The newest anchor's number, to be compared with the log's; empty before the first. */
    public Optional<Long> newest() {
        return sql.first("SELECT seq FROM anchor ORDER BY seq DESC LIMIT 1", row -> row.number("seq"));
    }
}

package io.mizan.chain;

import io.mizan.id.OrderId;
import io.mizan.secrets.Vault;
import io.mizan.sql.Row;
import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Computes chains anew from their rows and compares. It only reads.
 */
@ApplicationScoped
public class ChainVerifier {
    static final UUID LOWEST_ID = new UUID(0, 0);
    private static final int PAGE = 200;

    private final Sql sql;
    private final AnchorSeal seal;

    /** For the proxy of the container only. */
    protected ChainVerifier() {
        this.sql = null;
        this.seal = null;
    }

    @Inject
    public ChainVerifier(Sql sql, Vault vault) {
        this.sql = sql;
        this.seal = new AnchorSeal(vault);
    }

    /**
     * What the verification of one chain came to.
     *
     * @param faults the first thing that is wrong, if anything is
     */
    public record Verdict(long entries, List<ChainFault> faults) {
        public boolean isGood() {
            return faults.isEmpty();
        }
    }

    /** @param link null if the chain has no entry */
    private record Entry(long headSeq, Optional<String> head, boolean anchorDue, long anchoredSeq, Link link) {}

    /** @param hash what the row's hash is after another */
    private record Link(long seq, Optional<String> stored, Optional<String> anchored, Function<String, String> hash) {}

    /** The timeline of an order. Good if there is no such order: whether there should be, the anchors know. */
    public Verdict order(OrderId id) {
        return verdict(
                Chain.ORDER,
                id.value(),
                "SELECT s.timeline_seq AS head_seq, s.timeline_head AS head, s.anchor_due_at, e.seq, e.at, e.kind, e.actor,"
                        + " e.attempt_id, e.fact_id, e.detail, e.hash",
                "timeline_entry e ON e.order_id = s.id",
                row -> timelineLink(row, id.value()));
    }

    /** The acts of a member of staff. */
    Verdict person(UUID id) {
        return verdict(
                Chain.STAFF,
                id,
                "SELECT s.audit_seq AS head_seq, s.audit_head AS head, s.anchor_due_at, e.seq, e.at, e.act, e.subject,"
                        + " e.detail, e.hash",
                "staff_audit e ON e.staff_id = s.id",
                row -> auditLink(row, id));
    }

    /** What the verification of everything came to. */
    public record Total(long orders, long people, long anchors, long entries, long faults) {}

    /** Verifies everything, however long it takes, and tells each fault as it is found. */
    public Total all(Consumer<ChainFault> told) {
        var orders = all(Chain.ORDER, told);
        var people = all(Chain.STAFF, told);
        long anchors = 0;
        long faults = orders.faults() + people.faults();
        Verdict verdict;
        for (long after = 0; ; after = lastAnchor(after, PAGE)) {
            verdict = anchors(after, PAGE);
            verdict.faults().forEach(told);
            faults += verdict.faults().size();
            anchors += verdict.entries();
            if (verdict.entries() < PAGE) {
                return new Total(
                        orders.subjects(), people.subjects(), anchors, orders.entries() + people.entries(), faults);
            }
        }
    }

    private record Chains(long subjects, long entries, long faults) {}

    private Chains all(Chain chain, Consumer<ChainFault> told) {
        long subjects = 0;
        long entries = 0;
        long faults = 0;
        var page = page(chain, LOWEST_ID, PAGE);
        while (!page.isEmpty()) {
            for (var subject : page) {
                var verdict = verify(chain, subject);
                verdict.faults().forEach(told);
                faults += verdict.faults().size();
                entries += verdict.entries();
            }
            subjects += page.size();
            page = page(chain, page.get(page.size() - 1), PAGE);
        }
        return new Chains(subjects, entries, faults);
    }

    /** The subjects of a kind, by id. */
    List<UUID> page(Chain chain, UUID after, int most) {
        return sql.list(
                "SELECT id FROM " + chain.table() + " WHERE id > ? ORDER BY id LIMIT " + most,
                row -> row.id("id"),
                after);
    }

    Verdict verify(Chain chain, UUID subject) {
        return chain == Chain.ORDER ? order(new OrderId(subject)) : person(subject);
    }

    /** The number of the last of the {@code most} anchors after one; that one's own if there are none. */
    long lastAnchor(long after, int most) {
        return sql.first(
                        "SELECT MAX(seq) AS seq FROM (SELECT seq FROM anchor WHERE seq > ? ORDER BY seq LIMIT " + most
                                + ") page",
                        row -> Math.max(after, row.number("seq")),
                        after)
                .orElse(after);
    }

    /**
     * Anchors in the order of their numbers, and whether everything that they hold is still there.
     *
     * @param afterSeq the number of the last one that was verified, 0 before the first
     * @return what is wrong with the next {@code most}; the entries are how many there were
     */
    Verdict anchors(long afterSeq, int most) {
        var anchors = sql.list(
                "SELECT seq, at, heads, root, prev_hash, hash, key_id, mac FROM anchor WHERE seq > ? ORDER BY seq LIMIT "
                        + most,
                ChainVerifier::anchor,
                afterSeq);
        var faults = new ArrayList<ChainFault>();
        long expected = afterSeq + 1;
        var previous = hashOf(afterSeq);
        for (var anchor : anchors) {
            if (anchor.seq() != expected) {
                faults.add(new ChainFault(ChainFault.Kind.ANCHOR_MISSING, "anchor", expected));
            }
            if (!seal.isGenuine(anchor, anchor.seq() == expected ? previous : anchor.previous(), heads(anchor.seq()))) {
                faults.add(new ChainFault(ChainFault.Kind.ANCHOR_CHANGED, "anchor", anchor.seq()));
            }
            faults.addAll(missing(anchor.seq()));
            previous = anchor.hash();
            expected = anchor.seq() + 1;
        }
        return new Verdict(anchors.size(), faults);
    }

    /** Entries, head and anchors in one statement: what is being written meanwhile is seen by all of them or by none. */
    private Verdict verdict(Chain chain, UUID id, String columns, String entriesOfSubject, Sql.RowReader<Link> reader) {
        var entries = sql.list(
                columns
                        + ", h.head AS anchored, (SELECT MAX(seq) FROM anchor_head WHERE chain = ? AND subject_id = s.id)"
                        + " AS anchored_seq FROM " + chain.table() + " s LEFT JOIN " + entriesOfSubject
                        + " LEFT JOIN anchor_head h ON h.chain = ? AND h.subject_id = s.id AND h.seq = e.seq"
                        + " WHERE s.id = ? ORDER BY e.seq",
                row -> new Entry(
                        row.number("head_seq"),
                        row.optionalText("head"),
                        row.optionalInstant("anchor_due_at").isPresent(),
                        row.number("anchored_seq"),
                        row.optionalInstant("at").isPresent() ? reader.read(row) : null),
                chain,
                chain,
                id);
        if (entries.isEmpty()) {
            return new Verdict(0, List.of());
        }
        var walk = new ChainWalk(chain.subject(id));
        long steps = 0;
        for (var entry : entries) {
            var link = entry.link();
            if (link != null) {
                walk.step(
                        link.seq(), link.stored(), link.anchored(), link.hash().apply(walk.previous()));
                steps++;
            }
        }
        var any = entries.get(0);
        return new Verdict(steps, walk.end(any.headSeq(), any.head(), any.anchoredSeq(), any.anchorDue()));
    }

    private static Link timelineLink(Row row, UUID order) throws SQLException {
        var stored = new TimelineChain.Row(
                row.number("seq"),
                row.instant("at"),
                row.text("kind"),
                row.text("actor"),
                row.optionalId("attempt_id"),
                row.optionalId("fact_id"),
                row.text("detail"));
        return new Link(
                stored.seq(),
                row.optionalText("hash"),
                row.optionalText("anchored"),
                previous -> TimelineChain.hash(order, previous, stored));
    }

    private static Link auditLink(Row row, UUID person) throws SQLException {
        var stored = new AuditChain.Row(
                row.number("seq"), row.instant("at"), row.text("act"), row.text("subject"), row.text("detail"));
        return new Link(
                stored.seq(),
                row.optionalText("hash"),
                row.optionalText("anchored"),
                previous -> AuditChain.hash(person, previous, stored));
    }

    private List<ChainHead> heads(long anchor) {
        return sql.list(
                "SELECT chain, subject_id, seq, head FROM anchor_head WHERE anchor_seq = ? ORDER BY position",
                row -> new ChainHead(
                        Chain.valueOf(row.text("chain")), row.id("subject_id"), row.number("seq"), row.text("head")),
                anchor);
    }

    private List<ChainFault> missing(long anchor) {
        var faults = new ArrayList<ChainFault>();
        for (var chain : Chain.values()) {
            faults.addAll(sql.list(
                    "SELECT h.subject_id, h.seq FROM anchor_head h LEFT JOIN " + chain.table()
                            + " s ON s.id = h.subject_id WHERE h.anchor_seq = ? AND h.chain = ? AND s.id IS NULL",
                    row -> new ChainFault(
                            ChainFault.Kind.SUBJECT_MISSING, chain.subject(row.id("subject_id")), row.number("seq")),
                    anchor,
                    chain));
        }
        return faults;
    }

    private String hashOf(long anchor) {
        return sql.first("SELECT hash FROM anchor WHERE seq = ?", row -> row.text("hash"), anchor)
                .orElse(ChainHash.GENESIS);
    }

    private static Anchor anchor(Row row) throws SQLException {
        Instant at = row.instant("at");
        return new Anchor(
                row.number("seq"),
                at,
                row.integer("heads"),
                row.text("root"),
                row.text("prev_hash"),
                row.text("hash"),
                row.text("key_id"),
                row.text("mac"));
    }
}

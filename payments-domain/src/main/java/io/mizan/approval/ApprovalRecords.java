package io.mizan.approval;

import io.mizan.fact.Details;
import io.mizan.id.ApprovalId;
import io.mizan.id.Ids;
import io.mizan.sql.Row;
import io.mizan.sql.Sql;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
import io.mizan.staff.StaffDirectory;
import io.mizan.staff.StaffMember;
import io.mizan.staff.StaffSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The transactions of {@link Approvals}: one for each step. */
@ApplicationScoped
public class ApprovalRecords {
    private static final String COLUMNS =
            "SELECT a.id, a.act, a.subject, a.detail, a.state, a.made_by, m.username AS maker, a.made_at, a.expires_at,"
                    + " d.username AS decider, a.decided_at FROM approval a JOIN staff m ON m.id = a.made_by"
                    + " LEFT JOIN staff d ON d.id = a.decided_by";

    private final Sql sql;
    private final StaffDirectory staff;
    private final StaffAudit audit;
    private final StaffSettings settings;
    private final Ids ids;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected ApprovalRecords() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public ApprovalRecords(
            Sql sql, StaffDirectory staff, StaffAudit audit, StaffSettings settings, Ids ids, Clock clock) {
        this.sql = sql;
        this.staff = staff;
        this.audit = audit;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    private record Waiting(UUID maker, String username, Wish wish, Instant expiresAt) {}

    @Transactional
    Optional<ApprovalId> ask(TwoPersonAct act, Wish wish, StaffMember maker) {
        act.check(wish);
        var now = clock.instant();
        var waiting = wish.act() + " " + wish.subject();
        sql.update(
                "UPDATE approval SET state = 'EXPIRED', waiting = NULL WHERE waiting = ? AND expires_at <= ?",
                waiting,
                now);
        var id = new ApprovalId(ids.next());
        boolean isNew = sql.insertNew(
                "INSERT INTO approval (id, act, subject, detail, state, made_by, made_at, expires_at, waiting)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id.value(),
                wish.act(),
                wish.subject(),
                Details.toJson(wish.detail()),
                ApprovalState.WAITING,
                maker.id(),
                now,
                now.plus(settings.approveWithin()),
                waiting);
        if (!isNew) {
            return Optional.empty();
        }
        audit.record(maker, StaffAct.APPROVAL_REQUESTED, id.toString(), told(wish));
        return Optional.of(id);
    }

    @Transactional
    Map<String, String> doAlone(TwoPersonAct act, Wish wish, StaffMember who) {
        act.check(wish);
        return act.carryOut(wish, DoneBy.alone(who));
    }

    @Transactional
    Decision approve(TwoPersonAct act, ApprovalId id, StaffMember who) {
        var waiting = lock(id);
        if (waiting.isEmpty()) {
            return new Decision.TooLate();
        }
        if (waiting.get().maker().equals(who.id())) {
            return new Decision.OwnWish();
        }
        var asker = staff.find(waiting.get().username()).filter(member -> mayAsk(member, act));
        if (asker.isEmpty()) {
            return new Decision.Refused("maker_gone");
        }
        var wish = waiting.get().wish();
        decided(id, ApprovalState.APPROVED, who);
        audit.record(who, StaffAct.APPROVAL_GIVEN, id.toString(), told(wish));
        return new Decision.Taken(act.carryOut(wish, new DoneBy(asker.get(), who, Optional.of(id))));
    }

    @Transactional
    Decision reject(TwoPersonAct act, ApprovalId id, StaffMember who) {
        var waiting = lock(id);
        if (waiting.isEmpty()) {
            return new Decision.TooLate();
        }
        boolean own = waiting.get().maker().equals(who.id());
        decided(id, own ? ApprovalState.WITHDRAWN : ApprovalState.REJECTED, who);
        audit.record(
                who,
                own ? StaffAct.APPROVAL_WITHDRAWN : StaffAct.APPROVAL_REJECTED,
                id.toString(),
                told(waiting.get().wish()));
        act.dropped(waiting.get().wish());
        return new Decision.Taken(Map.of());
    }

    Optional<ApprovalSnapshot> find(ApprovalId id) {
        return sql.first(COLUMNS + " WHERE a.id = ?", this::read, id.value());
    }

    List<ApprovalSnapshot> latest(int most) {
        return sql.list(
                COLUMNS + " ORDER BY a.waiting IS NULL, IF(a.waiting IS NULL, NULL, a.made_at), a.id DESC LIMIT "
                        + most,
                this::read);
    }

    /** Whoever was dismissed since, or lost the role, may hold what the act would make good: a key's text, a link. */
    private static boolean mayAsk(StaffMember maker, TwoPersonAct act) {
        return act.roles().stream().anyMatch(maker.roles()::contains);
    }

    private Optional<Waiting> lock(ApprovalId id) {
        return sql.first(
                        "SELECT a.act, a.subject, a.detail, a.made_by, s.username, a.expires_at FROM approval a"
                                + " JOIN staff s ON s.id = a.made_by WHERE a.id = ? AND a.state = 'WAITING' FOR UPDATE",
                        row -> new Waiting(
                                row.id("made_by"), row.text("username"), wish(row), row.instant("expires_at")),
                        id.value())
                .filter(waiting -> waiting.expiresAt().isAfter(clock.instant()));
    }

    private void decided(ApprovalId id, ApprovalState state, StaffMember who) {
        sql.update(
                "UPDATE approval SET state = ?, decided_by = ?, decided_at = ?, waiting = NULL WHERE id = ?",
                state,
                who.id(),
                clock.instant(),
                id.value());
    }

    private static Map<String, String> told(Wish wish) {
        return Map.of("act", wish.act(), "subject", wish.subject());
    }

    private static Wish wish(Row row) throws SQLException {
        return new Wish(row.text("act"), row.text("subject"), Details.fromJson(row.text("detail")));
    }

    private ApprovalSnapshot read(Row row) throws SQLException {
        var state = ApprovalState.valueOf(row.text("state"));
        var expiresAt = row.instant("expires_at");
        boolean over = state == ApprovalState.WAITING && !expiresAt.isAfter(clock.instant());
        return new ApprovalSnapshot(
                new ApprovalId(row.id("id")),
                wish(row),
                over ? ApprovalState.EXPIRED : state,
                row.id("made_by"),
                row.text("maker"),
                row.instant("made_at"),
                expiresAt,
                row.optionalText("decider"),
                row.optionalInstant("decided_at"));
    }
}

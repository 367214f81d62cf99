package io.mizan.approval;

import io.mizan.fact.Details;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.id.ApprovalId;
import io.mizan.sql.LockConflicts;
import io.mizan.staff.StaffMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Asks for acts that need a second person, and decides about them. Each step is audited in its transaction. That two
 * people took part is checked here, under the row's lock, and once more by a constraint of the database.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class Approvals {
    private final ApprovalRecords records;
    private final Iterable<TwoPersonAct> acts;

    /** For the proxy of the container only. */
    protected Approvals() {
        this(null, List.of());
    }

    @Inject
    public Approvals(ApprovalRecords records, Instance<TwoPersonAct> acts) {
        this(records, (Iterable<TwoPersonAct>) acts);
    }

    Approvals(ApprovalRecords records, Iterable<TwoPersonAct> acts) {
        this.records = records;
        this.acts = acts;
    }

    /**
     * Asks another person for an act.
     *
     * @return empty if the same act waits for the same subject already: who asks twice gains nothing
     * @throws ActRefused if it could not be done anyway
     * @throws MizanException {@code PERMISSION_DENIED} if this person may not even ask for it
     */
    public Optional<ApprovalId> ask(Wish wish, StaffMember maker) {
        var act = requireMay(wish.act(), maker);
        if (Details.toJson(wish.detail()).length() > Wish.LONGEST_DETAIL) {
            throw new ActRefused("too_much");
        }
        return LockConflicts.retrying(() -> records.ask(act, wish, maker));
    }

    /**
     * Does an act that needs nobody else, and says so in the audit.
     *
     * @return what the person is shown, once
     * @throws ActRefused if it cannot be done as things are
     * @throws MizanException {@code PERMISSION_DENIED} if this person may not do it
     */
    public Map<String, String> doAlone(Wish wish, StaffMember who) {
        var act = requireMay(wish.act(), who);
        var toShow = LockConflicts.retrying(() -> records.doAlone(act, wish, who));
        act.afterwards(wish);
        return toShow;
    }

    /** Approves an act of somebody else and carries it out. */
    public Decision approve(ApprovalId id, StaffMember who) {
        var wish = wishOf(id);
        var act = requireMay(wish.act(), who);
        try {
            var decision = LockConflicts.retrying(() -> records.approve(act, id, who));
            if (decision instanceof Decision.Taken) {
                act.afterwards(wish);
            }
            return decision;
        } catch (ActRefused refused) {
            return new Decision.Refused(refused.reason(), refused.words());
        }
    }

    /** Rejects an act of somebody else, or takes back one's own. */
    public Decision reject(ApprovalId id, StaffMember who) {
        var act = requireMay(wishOf(id).act(), who);
        return LockConflicts.retrying(() -> records.reject(act, id, who));
    }

    /** Whether this person may decide about acts of this kind, those of their own apart. */
    public boolean mayDecide(String code, StaffMember who) {
        return act(code)
                .filter(act -> act.roles().stream().anyMatch(who.roles()::contains))
                .isPresent();
    }

    /** Those that wait, oldest first, then the latest decided ones; of acts that this person may decide about. */
    public List<ApprovalSnapshot> latestFor(StaffMember who, int most) {
        return records.latest(most).stream()
                .filter(approval -> mayDecide(approval.wish().act(), who))
                .toList();
    }

    private Wish wishOf(ApprovalId id) {
        return records.find(id)
                .orElseThrow(() -> new MizanException(ErrorCode.NOT_FOUND, "There is no such wish."))
                .wish();
    }

    private TwoPersonAct requireMay(String code, StaffMember who) {
        if (!mayDecide(code, who)) {
            throw new MizanException(ErrorCode.PERMISSION_DENIED, "This is for other roles.");
        }
        return act(code).orElseThrow();
    }

    private Optional<TwoPersonAct> act(String code) {
        return StreamSupport.stream(acts.spliterator(), false)
                .filter(act -> act.code().equals(code))
                .findFirst();
    }
}

package io.mizan.approval;

import io.mizan.id.ApprovalId;
import io.mizan.staff.StaffMember;
import java.util.Map;
import java.util.Optional;

/**
 * By whom an act is done.
 *
 * @param asker whoever wished for it and answers for what comes of it; what was drawn for it was shown to them alone
 * @param decider who approved it; the asker where nobody else is needed
 * @param approval in which they met; empty where nobody else is needed
 */
public record DoneBy(StaffMember asker, StaffMember decider, Optional<ApprovalId> approval) {
    /** Nobody else is needed. */
    static DoneBy alone(StaffMember who) {
        return new DoneBy(who, who, Optional.empty());
    }

    /** What the audit of the act adds to the name of who decided: both people, or that one was enough. */
    public Map<String, String> told() {
        return approval.map(id -> Map.of("approval", id.toString(), "asked_by", asker.username()))
                .orElseGet(() -> Map.of("second_person", "not_needed"));
    }
}

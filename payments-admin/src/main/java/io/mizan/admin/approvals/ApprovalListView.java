package io.mizan.admin.approvals;

import java.util.List;

/** What waits for a second person, and then what was decided lately. */
public record ApprovalListView(List<ApprovalView> approvals) {
    public ApprovalListView {
        approvals = List.copyOf(approvals);
    }
}

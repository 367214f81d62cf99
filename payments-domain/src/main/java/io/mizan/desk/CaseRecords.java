package io.mizan.desk;

import io.mizan.casework.CaseAct;
import io.mizan.casework.CaseSnapshot;
import io.mizan.casework.Cases;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
import io.mizan.staff.StaffMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;

/** The rows of one act, together. */
@ApplicationScoped
public class CaseRecords {
    private final Cases cases;
    private final StaffAudit audit;

    /** For the proxy of the container only. */
    protected CaseRecords() {
        this(null, null);
    }

    @Inject
    public CaseRecords(Cases cases, StaffAudit audit) {
        this.cases = cases;
        this.audit = audit;
    }

    @Transactional
    public void write(CaseSnapshot known, int version, CaseAct act, Optional<String> note, StaffMember who) {
        cases.act(known.id(), version, act, note, who.username());
        audit.record(
                who,
                audited(act),
                known.id().toString(),
                Map.of("kind", known.kind().code()));
    }

    private static StaffAct audited(CaseAct act) {
        return switch (act) {
            case TAKEN -> StaffAct.CASE_TAKEN;
            case HANDED_BACK -> StaffAct.CASE_HANDED_BACK;
            case COMMENTED -> StaffAct.CASE_COMMENTED;
            case RESOLVED -> StaffAct.CASE_RESOLVED;
            case REOPENED -> throw new IllegalArgumentException("no person reopens a case");
        };
    }
}

package io.mizan.desk;

import io.mizan.casework.CaseAct;
import io.mizan.casework.CaseChanged;
import io.mizan.casework.CaseSnapshot;
import io.mizan.casework.Cases;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.id.CaseId;
import io.mizan.id.OrderId;
import io.mizan.intake.FactIntake;
import io.mizan.staff.StaffMember;
import io.mizan.timeline.TimelineKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Somebody does something to a case. */
@ApplicationScoped
public class WorkOnCase {
    private final Cases cases;
    private final FactIntake intake;
    private final CaseRecords records;

    /** For the proxy of the container only. */
    protected WorkOnCase() {
        this(null, null, null);
    }

    @Inject
    public WorkOnCase(Cases cases, FactIntake intake, CaseRecords records) {
        this.cases = cases;
        this.intake = intake;
        this.records = records;
    }

    /**
     * Does it, if the case is still as it was shown.
     *
     * @param version of the case that the person saw
     * @param note what they say; needed for a comment and a settlement
     * @throws CaseChanged if somebody was faster; nothing is done
     * @throws MizanException {@code NOT_FOUND}
     */
    public void work(CaseId id, int version, CaseAct act, Optional<String> note, StaffMember who) {
        var known = cases.find(id).orElseThrow(() -> new MizanException(ErrorCode.NOT_FOUND, "There is no such case."));
        known.order()
                .ifPresentOrElse(
                        order -> onTimeline(order, known, version, act, note, who),
                        () -> records.write(known, version, act, note, who));
    }

    /** Under the order's lock, as everything that its timeline tells. */
    private void onTimeline(
            OrderId order, CaseSnapshot known, int version, CaseAct act, Optional<String> note, StaffMember who) {
        intake.enter(order, visit -> {
            records.write(known, version, act, note, who);
            visit.tell(
                    told(act),
                    who.actor(),
                    known.attempt(),
                    Map.of("case", known.kind().code(), "case_id", known.id().toString()));
        });
    }

    private static TimelineKind told(CaseAct act) {
        return switch (act) {
            case TAKEN -> TimelineKind.CASE_TAKEN;
            case HANDED_BACK -> TimelineKind.CASE_HANDED_BACK;
            case COMMENTED -> TimelineKind.CASE_COMMENTED;
            case RESOLVED -> TimelineKind.CASE_RESOLVED;
            case REOPENED -> throw new IllegalArgumentException("no person reopens a case");
        };
    }
}

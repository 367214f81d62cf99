package io.mizan.administration;

import io.mizan.approval.DoneBy;
import io.mizan.approval.TwoPersonAct;
import io.mizan.approval.Wish;
import io.mizan.staff.Roles;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What changes of people, keys and gateways have in common: administrators want them and decide about them, and all are
 * audited.
 */
public abstract class AdministratorsAct implements TwoPersonAct {
    private final StaffAct act;
    private final StaffAudit audit;

    protected AdministratorsAct(StaffAct act, StaffAudit audit) {
        this.act = act;
        this.audit = audit;
    }

    @Override
    public String code() {
        return act.code();
    }

    @Override
    public Set<String> roles() {
        return Set.of(Roles.ADMINISTRATOR);
    }

    /** Writes it down for whoever decided, with who asked and what else is to be told about it. */
    protected void record(Wish wish, DoneBy by, Map<String, String> more) {
        var detail = new HashMap<>(by.told());
        detail.putAll(more);
        audit.record(by.decider(), act, wish.subject(), detail);
    }
}

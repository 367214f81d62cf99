package io.mizan.administration;

import io.mizan.approval.ActRefused;
import io.mizan.approval.DoneBy;
import io.mizan.approval.Wish;
import io.mizan.staff.SetUps;
import io.mizan.staff.Staff;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
import io.mizan.staff.StaffSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Gives somebody who forgot their password a new link to set one. Detail: {@code token_hash} of the link. */
@ApplicationScoped
public class RenewSetUp extends PersonAct {
    private final SetUps setUps;

    /** For the proxy of the container only. */
    protected RenewSetUp() {
        this(null, null, null, null);
    }

    @Inject
    public RenewSetUp(Staff staff, StaffSessions sessions, StaffAudit audit, SetUps setUps) {
        super(StaffAct.PERSON_SET_UP_RENEWED, staff, sessions, audit);
        this.setUps = setUps;
    }

    @Override
    public void check(Wish wish) {
        if (person(wish).disabled()) {
            throw new ActRefused("disabled");
        }
    }

    @Override
    public Map<String, String> carryOut(Wish wish, DoneBy by) {
        check(wish);
        record(wish, by, Map.of());
        var id = person(wish).member().id();
        return shown(
                setUps.expect(id, wish.required("token_hash"), by.approval().isPresent()));
    }
}

package io.mizan.administration;

import io.mizan.approval.DoneBy;
import io.mizan.approval.Wish;
import io.mizan.staff.Staff;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
import io.mizan.staff.StaffSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Lets somebody sign in no more, at once. */
@ApplicationScoped
public class DisablePerson extends PersonAct {
    /** For the proxy of the container only. */
    protected DisablePerson() {
        this(null, null, null);
    }

    @Inject
    public DisablePerson(Staff staff, StaffSessions sessions, StaffAudit audit) {
        super(StaffAct.PERSON_DISABLED, staff, sessions, audit);
    }

    @Override
    public void check(Wish wish) {
        requireAnotherAdministrator(person(wish));
    }

    @Override
    public Map<String, String> carryOut(Wish wish, DoneBy by) {
        check(wish);
        var id = person(wish).member().id();
        staff.disable(id);
        sessions.endAll(id, Optional.empty());
        record(wish, by, Map.of());
        return Map.of();
    }
}

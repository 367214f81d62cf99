package io.mizan.administration;

import io.mizan.approval.DoneBy;
import io.mizan.approval.Wish;
import io.mizan.staff.Roles;
import io.mizan.staff.Staff;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
import io.mizan.staff.StaffSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Gives somebody other roles; they sign in anew. Detail: {@code roles}. */
@ApplicationScoped
public class ChangeRoles extends PersonAct {
    /** For the proxy of the container only. */
    protected ChangeRoles() {
        this(null, null, null);
    }

    @Inject
    public ChangeRoles(Staff staff, StaffSessions sessions, StaffAudit audit) {
        super(StaffAct.PERSON_ROLES_CHANGED, staff, sessions, audit);
    }

    @Override
    public void check(Wish wish) {
        boolean remains = rolesOf(wish).contains(Roles.ADMINISTRATOR);
        var person = person(wish);
        if (!remains) {
            requireAnotherAdministrator(person);
        }
    }

    @Override
    public Map<String, String> carryOut(Wish wish, DoneBy by) {
        check(wish);
        var id = person(wish).member().id();
        staff.changeRoles(id, rolesOf(wish));
        // A session keeps the roles that it began with.
        sessions.endAll(id, Optional.empty());
        record(wish, by, Map.of("roles", wish.required("roles")));
        return Map.of();
    }
}

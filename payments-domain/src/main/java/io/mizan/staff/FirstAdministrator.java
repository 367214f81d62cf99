package io.mizan.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;

/** Whoever comes first: nobody is there to add them. Possible once, while nobody was ever employed. */
@ApplicationScoped
public class FirstAdministrator {
    private final Staff staff;
    private final StaffAudit audit;

    /** For the proxy of the container only. */
    protected FirstAdministrator() {
        this(null, null);
    }

    @Inject
    public FirstAdministrator(Staff staff, StaffAudit audit) {
        this.staff = staff;
        this.audit = audit;
    }

    /** Whether there is nobody yet. */
    public boolean isWanted() {
        return staff.isEmpty();
    }

    /**
     * Employs them; of several instances that start at once, one does.
     *
     * @param passwordHash what is kept of their password
     * @return whether this call did
     */
    @Transactional
    public boolean employ(String username, String passwordHash) {
        if (!staff.isEmpty()) {
            return false;
        }
        var roles = Set.of(Roles.ADMINISTRATOR);
        var added = staff.add(username, username, roles);
        added.ifPresent(id -> {
            staff.setPassword(id, passwordHash);
            audit.record(
                    new StaffMember(id, username, username, roles),
                    StaffAct.FIRST_ADMINISTRATOR_EMPLOYED,
                    username,
                    Map.of());
        });
        return added.isPresent();
    }
}

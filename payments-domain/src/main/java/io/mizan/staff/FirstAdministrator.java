package io.mizan.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;

/**
 * Whoever is employed while nobody is there to add them: the first of all, and the next when no administrator is left who
 * could sign in. The portal never lets it come to that; whoever owns the database can.
 */
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

    /** Whether no administrator could sign in. */
    public boolean isWanted() {
        return staff.administrators() == 0;
    }

    /** Whether this is a deployment that is being set up, and not one that has long been at work. */
    public boolean isFirst() {
        return !staff.isAnybody();
    }

    /**
     * Employs them; of several instances that start at once, one does.
     *
     * @param passwordHash what is kept of their password
     * @return whether this call did; it does not if there is an administrator, or if the name is somebody's
     */
    @Transactional
    public boolean employ(String username, String passwordHash) {
        if (!isWanted()) {
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

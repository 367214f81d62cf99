package io.mizan.staff;

import java.util.Set;
import java.util.UUID;

/**
 * A member of staff who may sign in.
 *
 * @param username what they sign in with, and how journals name them
 * @param roles of {@link Roles}
 */
public record StaffMember(UUID id, String username, String displayName, Set<String> roles) {
    public StaffMember {
        roles = Set.copyOf(roles);
    }

    /** How journals name an act of theirs. */
    public String actor() {
        return "staff:" + username;
    }
}

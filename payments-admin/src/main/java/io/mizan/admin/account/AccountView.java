package io.mizan.admin.account;

import io.mizan.admin.render.Moment;
import java.util.List;

/**
 * Somebody's own account.
 *
 * @param recoveryCodes how many are left, in a sentence
 */
public record AccountView(
        String username, String roles, boolean authenticator, String recoveryCodes, List<Session> sessions) {
    public AccountView {
        sessions = List.copyOf(sessions);
    }

    /** @param here whether it is the one that this page is seen in */
    public record Session(String address, Moment begun, boolean here) {}

    public boolean elsewhere() {
        return sessions.stream().anyMatch(session -> !session.here());
    }
}

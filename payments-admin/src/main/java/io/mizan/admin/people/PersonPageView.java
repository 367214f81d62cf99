package io.mizan.admin.people;

import java.util.List;

/**
 * One person, and what may be changed about them.
 *
 * @param sessions where they are signed in
 * @param secondPerson whether a change waits for another administrator
 */
public record PersonPageView(PersonView person, List<String> sessions, boolean secondPerson) {
    public PersonPageView {
        sessions = List.copyOf(sessions);
    }
}

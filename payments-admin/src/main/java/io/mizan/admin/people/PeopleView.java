package io.mizan.admin.people;

import io.mizan.admin.people.PersonView.Choice;
import java.util.List;

/**
 * Everybody who works here or did.
 *
 * @param choices the roles that somebody new may have
 * @param secondPerson whether a change waits for another administrator
 */
public record PeopleView(List<PersonView> people, List<Choice> choices, boolean secondPerson) {
    public PeopleView {
        people = List.copyOf(people);
        choices = List.copyOf(choices);
    }
}

package io.mizan.admin.people;

import static java.util.stream.Collectors.joining;

import io.mizan.admin.render.Badge;
import io.mizan.admin.render.Moment;
import io.mizan.admin.render.Tone;
import io.mizan.admin.render.Words;
import io.mizan.staff.Roles;
import io.mizan.staff.Staff.Person;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Somebody who works here.
 *
 * @param roles in a line
 * @param choices every role, and whether they have it
 */
public record PersonView(
        String username,
        String displayName,
        String roles,
        List<Choice> choices,
        Badge state,
        boolean disabled,
        boolean authenticator,
        Optional<Moment> signedIn) {
    public PersonView {
        choices = List.copyOf(choices);
    }

    public record Choice(String role, String text, boolean chosen) {}

    public static PersonView of(Person person, Words words) {
        var member = person.member();
        return new PersonView(
                member.username(),
                member.displayName(),
                member.roles().stream()
                        .sorted()
                        .map(role -> words.text("role." + role))
                        .collect(joining(words.text("list.comma"))),
                choices(words, member.roles().toArray(String[]::new)),
                state(person, words),
                person.disabled(),
                person.hasAuthenticator(),
                person.signedInAt().map(words::moment));
    }

    static List<Choice> choices(Words words, String... chosen) {
        return Stream.of(Roles.SUPPORT, Roles.FINANCE, Roles.OPERATOR, Roles.ADMINISTRATOR)
                .map(role -> new Choice(
                        role, words.text("role." + role), List.of(chosen).contains(role)))
                .toList();
    }

    private static Badge state(Person person, Words words) {
        if (person.disabled()) {
            return new Badge(words.text("person.disabled"), Tone.QUIET);
        }
        return person.hasPassword()
                ? new Badge(words.text("person.enabled"), Tone.GOOD)
                : new Badge(words.text("person.invited"), Tone.WAITING);
    }
}

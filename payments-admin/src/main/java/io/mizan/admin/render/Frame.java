package io.mizan.admin.render;

import java.util.Optional;

/**
 * What stands around a page, whichever it is.
 *
 * @param member the name of whoever is signed in
 * @param sandbox whether no real money moves here
 * @param operates whether whoever is signed in looks after the system
 * @param administers whether they look after people and keys
 * @param here the path to come back to after the language was changed
 * @param flash what the last act came to, told once
 */
public record Frame(
        Language language,
        Optional<String> member,
        boolean sandbox,
        boolean operates,
        boolean administers,
        String here,
        Optional<String> flash,
        String csrfName,
        String csrfToken) {
    public boolean signedIn() {
        return member.isPresent();
    }
}

package io.mizan.staff;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Who is to be the first administrator of a deployment in which nobody is employed yet; afterwards it is read no more.
 *
 * @param username what they sign in with; absent: nobody
 * @param passwordFile holds their password, which they change after signing in; may be removed then
 */
public record FirstAdministratorSettings(Optional<String> username, Optional<Path> passwordFile) {
    public FirstAdministratorSettings {
        if (username.isPresent() != passwordFile.isPresent()) {
            throw new IllegalArgumentException(
                    "MIZAN_BOOTSTRAP_ADMIN and MIZAN_BOOTSTRAP_ADMIN_PASSWORD_FILE belong together");
        }
        if (username.filter(name -> !Staff.isUsername(name)).isPresent()) {
            throw new IllegalArgumentException(
                    "MIZAN_BOOTSTRAP_ADMIN is 2 to 64 of a-z, 0-9, dot, dash and underscore");
        }
    }
}

package io.mizan.web.start;

import io.mizan.staff.PasswordRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The password of an administrator who is to be made, in the file that the settings name. */
record BootstrapPassword(String username, Path file) {

    /** Absent if nobody is to be made; half of the settings is a fault that is told where they are read. */
    static Optional<BootstrapPassword> of(Config config) {
        return config.getOptionalValue("mizan.bootstrap.admin", String.class)
                .flatMap(username -> config.getOptionalValue("mizan.bootstrap.admin.password.file", String.class)
                        .map(file -> new BootstrapPassword(username, Path.of(file))));
    }

    String read() throws IOException {
        return Files.readString(file).strip();
    }

    /** In one sentence, why nobody can be made with it; it is not quoted. */
    Optional<String> objection() {
        try {
            return PasswordRules.objection(read(), username)
                    .map(why -> "The password in " + file + " is no good (" + why.replace('_', ' ') + "): choose "
                            + PasswordRules.SHORTEST + " to " + PasswordRules.LONGEST
                            + " characters that nobody else would, without the name.");
        } catch (IOException unreadable) {
            return Optional.of(
                    "No administrator could sign in, and the password of the one to be made cannot be read: correct"
                            + " MIZAN_BOOTSTRAP_ADMIN_PASSWORD_FILE, which names " + file + ".");
        }
    }
}

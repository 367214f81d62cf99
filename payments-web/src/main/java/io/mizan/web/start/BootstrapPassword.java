package io.mizan.web.start;

import io.mizan.staff.PasswordRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * The administrator who is to be made, with the password in the file that the settings name. The file is read once, for it
 * may be a pipe, and what stood in it is kept until it is {@link #forget forgotten}.
 */
@ApplicationScoped
class BootstrapPassword {
    private final Optional<String> username;
    private final Optional<Path> file;
    private Optional<String> text = Optional.empty();
    private boolean wasRead;

    /** Half of the settings is a fault that is told where they are read. */
    @Inject
    BootstrapPassword(Config config) {
        this(
                config.getOptionalValue("mizan.bootstrap.admin", String.class),
                config.getOptionalValue("mizan.bootstrap.admin.password.file", String.class)
                        .map(Path::of));
    }

    BootstrapPassword(Optional<String> username, Optional<Path> file) {
        this.username = username;
        this.file = file;
    }

    /** For the CDI proxy. */
    protected BootstrapPassword() {
        this(Optional.empty(), Optional.empty());
    }

    /** Whether the settings want somebody to be made; the file is not opened for this. */
    boolean isWanted() {
        return username.isPresent() && file.isPresent();
    }

    /** In one sentence, why nobody can be made with it, if somebody is to be; it is not quoted. */
    Optional<String> objection() {
        if (!isWanted()) {
            return Optional.empty();
        }
        var known = read(file.get());
        if (known.isEmpty()) {
            return Optional.of(
                    "No administrator could sign in, and the password of the one to be made cannot be read: correct"
                            + " MIZAN_BOOTSTRAP_ADMIN_PASSWORD_FILE, which names " + file.get() + ".");
        }
        return PasswordRules.objection(known.get(), username.get())
                .map(why -> "The password in " + file.get() + " is no good (" + why.replace('_', ' ') + "): choose "
                        + PasswordRules.SHORTEST + " to " + PasswordRules.LONGEST
                        + " characters that nobody else would, without the name.");
    }

    /** @throws java.util.NoSuchElementException if there is an {@link #objection} because it cannot be read */
    char[] password() {
        return file.flatMap(this::read).orElseThrow().toCharArray();
    }

    synchronized void forget() {
        text = Optional.empty();
    }

    private synchronized Optional<String> read(Path from) {
        if (!wasRead) {
            wasRead = true;
            try {
                text = Optional.of(Files.readString(from).strip());
            } catch (IOException unreadable) {
                text = Optional.empty(); // told by the objection
            }
        }
        return text;
    }
}

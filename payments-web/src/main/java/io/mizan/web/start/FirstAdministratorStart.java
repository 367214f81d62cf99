package io.mizan.web.start;

import io.mizan.admin.access.Passwords;
import io.mizan.staff.FirstAdministrator;
import io.mizan.staff.FirstAdministratorSettings;
import io.mizan.staff.PasswordRules;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Employs an administrator where none could sign in. Whoever is named in the settings and cannot be employed keeps the
 * server from starting: nobody could sign in.
 */
@Singleton
@Startup
@DependsOn("DatabaseStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class FirstAdministratorStart {
    private static final Logger LOG = Logger.getLogger(FirstAdministratorStart.class.getName());

    @Inject
    FirstAdministratorSettings settings;

    @Inject
    FirstAdministrator first;

    @Inject
    Passwords passwords;

    @PostConstruct
    void start() {
        if (settings.username().isPresent() && first.isWanted()) {
            employ(settings.username().get(), settings.passwordFile().orElseThrow());
        }
    }

    private void employ(String username, Path file) {
        var password = passwordIn(file);
        PasswordRules.objection(password, username).ifPresent(objection -> {
            throw refused("The password in " + file + " is no good (" + objection.replace('_', ' ')
                    + "): choose " + PasswordRules.SHORTEST + " to " + PasswordRules.LONGEST
                    + " characters that nobody else would, without the name.");
        });
        if (first.employ(username, passwords.hash(password.toCharArray()))) {
            LOG.log(Level.INFO, "event=staff.first_administrator username={0}", username);
        } else if (first.isWanted()) {
            throw refused("No administrator could sign in, and the name " + username
                    + " is somebody's already: choose another MIZAN_BOOTSTRAP_ADMIN.");
        }
    }

    private static String passwordIn(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw refused(
                    "No administrator could sign in, and the password of the one to be made cannot be read: correct"
                            + " MIZAN_BOOTSTRAP_ADMIN_PASSWORD_FILE, which names " + file + ".");
        }
    }

    private static StartRefusedException refused(String sentence) {
        var refusals = List.of(new Refusal("first_administrator", sentence));
        Refusal.tell(LOG, refusals);
        return new StartRefusedException(refusals);
    }
}

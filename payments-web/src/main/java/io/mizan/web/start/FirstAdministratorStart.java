package io.mizan.web.start;

import io.mizan.admin.access.Passwords;
import io.mizan.staff.FirstAdministrator;
import io.mizan.staff.FirstAdministratorSettings;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Employs an administrator where none could sign in. Whoever is named in the settings and cannot be employed keeps a
 * deployment that is being set up from starting; what {@link FirstAdministratorCheck} sees of it was told with all other
 * faults by then. One that was at work before goes on: that nobody can administer it is no
 * reason to take no payments; its log says what to correct.
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
    BootstrapPassword bootstrap;

    @Inject
    FirstAdministrator first;

    @Inject
    Passwords passwords;

    @PostConstruct
    void start() {
        if (settings.username().isPresent() && first.isWanted()) {
            bootstrap.objection().or(() -> employ(settings.username().get())).ifPresent(this::tell);
        }
        bootstrap.forget();
    }

    /** @return in one sentence, why not */
    private Optional<String> employ(String username) {
        if (first.employ(username, passwords.hash(bootstrap.password()))) {
            LOG.log(Level.INFO, "event=staff.first_administrator username={0}", username);
        } else if (first.isWanted()) {
            return Optional.of("No administrator could sign in, and the name " + username
                    + " is somebody's already: choose another MIZAN_BOOTSTRAP_ADMIN.");
        }
        return Optional.empty();
    }

    private void tell(String sentence) {
        if (!first.isFirst()) {
            LOG.log(Level.SEVERE, "event=staff.no_administrator cause={0}", sentence);
            return;
        }
        var refusals = List.of(new Refusal("first_administrator", sentence));
        Refusal.tell(LOG, refusals);
        throw new StartRefusedException(refusals);
    }
}

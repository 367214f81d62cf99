package sandbox.stripe.checkout;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Expires sessions and lapsed authorizations that nobody looks at, so that their events are sent all the same. */
@Singleton
@DependsOn("SandboxStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class TimePasses {
    private static final Logger LOG = Logger.getLogger(TimePasses.class.getName());
    private static final int BATCH = 100;

    @Inject
    Checkouts checkouts;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void tick() {
        try {
            checkouts.due(BATCH).forEach(checkouts::tick);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "event=stripe.tick.failed", e);
        }
    }
}

package sandbox.store;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Lets time pass for what nobody looks at, so that its messages are sent all the same. */
@Singleton
@DependsOn("SandboxStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class AgeingTimer {
    private static final Logger LOG = Logger.getLogger(AgeingTimer.class.getName());
    private static final int BATCH = 100;

    @Inject
    Things things;

    @Inject
    @Any
    Instance<Ageing> providers;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void tick() {
        try {
            things.due(BATCH).forEach(thing -> providers.stream()
                    .filter(provider -> provider.gateway().equals(thing.gateway()))
                    .forEach(provider -> provider.age(thing)));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "event=ageing.failed", e);
        }
    }
}

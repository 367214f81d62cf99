package io.mizan.web.idempotency;

import io.mizan.idempotency.Idempotency;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Drops keys that were kept long enough, a bounded number in each statement. */
@Singleton
@Startup
@DependsOn("DatabaseStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class IdempotencySweep {
    private static final Logger LOG = Logger.getLogger(IdempotencySweep.class.getName());
    private static final int AT_ONCE = 1_000;
    private static final int MOST_ROUNDS = 100;

    @Inject
    Idempotency idempotency;

    @Schedule(hour = "*", minute = "17", persistent = false)
    void sweep() {
        try {
            int rounds = 0;
            while (idempotency.sweep(AT_ONCE) == AT_ONCE && rounds < MOST_ROUNDS) {
                rounds++;
            }
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "event=idempotency.sweep outcome=failed", failure);
        }
    }
}

package io.mizan.web.work;

import io.mizan.chain.Anchoring;
import io.mizan.chain.ChainChecks;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Anchors the heads that moved each minute, and has all chains verified each night. */
@Singleton
@Startup
@DependsOn("DatabaseStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class ChainTimer {
    private static final Logger LOG = Logger.getLogger(ChainTimer.class.getName());
    private static final int MOST_ANCHORS = 60;

    @Inject
    Anchoring anchoring;

    @Inject
    ChainChecks checks;

    @Schedule(hour = "*", minute = "*", second = "30", persistent = false, info = "anchors")
    void anchor() {
        try {
            int written = 0;
            while (anchoring.anchor() && written < MOST_ANCHORS) {
                written++;
            }
        } catch (RuntimeException | Error failure) {
            LOG.log(Level.WARNING, "event=anchor.failed", failure);
        }
    }

    @Schedule(hour = "3", minute = "20", persistent = false, info = "nightly chain check")
    void checkAll() {
        try {
            checks.request("mizan");
        } catch (RuntimeException | Error failure) {
            LOG.log(Level.WARNING, "event=chain.check_not_requested", failure);
        }
    }
}

package sandbox.webhook;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Finds what became due by itself: retries, late messages, and whatever a restart left behind. */
@Singleton
@DependsOn("SandboxStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class CourierTimer {
    @Inject
    Courier courier;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void tick() {
        courier.nudge();
    }
}

package io.mizan.web.work;

import io.mizan.cardtesting.CardTries;
import io.mizan.checkout.StatusCodes;
import io.mizan.erasure.Retention;
import io.mizan.idempotency.Idempotency;
import io.mizan.webhookhealth.ArrivalCounts;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.function.IntUnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Drops rows that have outlived their use, a bounded number in each statement and in each hour. */
@Singleton
@Startup
@DependsOn("DatabaseStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class SweepTimer {
    private static final Logger LOG = Logger.getLogger(SweepTimer.class.getName());
    private static final int AT_ONCE = 1_000;
    private static final int MOST_ROUNDS = 100;

    @Inject
    Idempotency idempotency;

    @Inject
    StatusCodes codes;

    @Inject
    Retention retention;

    @Inject
    ArrivalCounts arrivals;

    @Inject
    CardTries tries;

    /** What was counted in memory goes to its rows. */
    @Schedule(hour = "*", minute = "*", second = "15,45", persistent = false)
    void writeCounts() {
        try {
            arrivals.write();
        } catch (RuntimeException | Error failure) {
            LOG.log(Level.WARNING, "event=callback_count.not_written", failure);
        }
    }

    @Schedule(hour = "*", minute = "17", persistent = false)
    void sweep() {
        sweep("idempotency_record", idempotency::sweep);
        sweep("order_return_code", codes::sweep);
        sweep("webhook_event body", retention::forgetBodies);
        sweep("customer_person", retention::forgetPeople);
        sweep("address_hash", retention::forgetAddresses);
        sweep("callback_count", arrivals::sweep);
        sweep("card_try", tries::sweep);
    }

    private static void sweep(String rows, IntUnaryOperator sweeping) {
        try {
            int rounds = 0;
            while (sweeping.applyAsInt(AT_ONCE) == AT_ONCE && rounds < MOST_ROUNDS) {
                rounds++;
            }
        } catch (RuntimeException | Error failure) {
            LOG.log(Level.WARNING, "event=sweep.failed rows=" + rows, failure);
        }
    }
}

package io.mizan.web.work;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Wakes each worker once a second, whatever nudges were lost. Bean-managed: no transaction may span a call. */
@Singleton
@Startup
@DependsOn("DatabaseStart")
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class WorkTimers {
    @Inject
    Workers workers;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "events")
    void events() {
        workers.events().tick();
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "commands")
    void commands() {
        workers.commands().tick();
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "inquiries")
    void inquiries() {
        workers.inquiries().tick();
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false, info = "expiries")
    void orderExpiries() {
        workers.orderExpiries().tick();
    }
}

package io.mizan.web.work;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Wakes each worker once a second, whatever nudges were lost. Bean-managed: no transaction may span a
 * call, and the container's lock on a singleton would make the workers wait for one another. */
@Singleton
@Startup
@DependsOn({"DatabaseStart", "GatewaysFollow"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
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

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false, info = "chain checks")
    void chainChecks() {
        workers.chainChecks().tick();
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false, info = "erasures")
    void erasures() {
        workers.erasures().tick();
    }
}

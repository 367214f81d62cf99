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

/** Looks once a second for what is due, whatever nudges were lost. Bean-managed: no transaction may span a
 * call, and the container's lock on a singleton would make the workers wait for one another. */
@Singleton
@Startup
@DependsOn({"DatabaseStart", "GatewaysFollow"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class WorkTimers {
    @Inject
    Workers workers;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "work")
    void look() {
        workers.look();
    }
}

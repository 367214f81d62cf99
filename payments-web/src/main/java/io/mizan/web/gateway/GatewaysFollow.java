package io.mizan.web.gateway;

import static java.lang.System.Logger.Level.ERROR;

import io.mizan.gatewayaccount.GatewayAccounts;
import io.mizan.outage.CredentialsWatch;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Makes the gateways of this server follow what is entered anywhere: before the first request, and every five seconds. */
@Singleton
@Startup
@DependsOn("DatabaseStart")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class GatewaysFollow {
    private static final System.Logger LOG = System.getLogger("mizan.gateways");

    @Inject
    GatewayAccounts accounts;

    @Inject
    CredentialsWatch credentials;

    @PostConstruct
    void first() {
        accounts.refresh();
    }

    /** A timer that throws twice is taken away by the container. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false, info = "gateways")
    void follow() {
        try {
            accounts.refresh();
            credentials.look();
        } catch (RuntimeException failure) {
            LOG.log(ERROR, "event=gateways.not_followed", failure);
        }
    }
}

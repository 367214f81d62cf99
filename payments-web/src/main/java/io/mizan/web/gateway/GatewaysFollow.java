package io.mizan.web.gateway;

import static java.lang.System.Logger.Level.ERROR;

import io.mizan.gatewayaccount.FollowSettings;
import io.mizan.gatewayaccount.GatewayAccounts;
import io.mizan.intake.ReturnedGateways;
import io.mizan.outage.CredentialsWatch;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Makes the gateways of this server follow what is entered anywhere: before the first request, and as often as is set. */
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

    @Inject
    ReturnedGateways returned;

    @Inject
    FollowSettings settings;

    @Resource
    TimerService timers;

    @PostConstruct
    void first() {
        accounts.refresh();
        var every = settings.every().toMillis();
        timers.createIntervalTimer(every, every, new TimerConfig("gateways", false));
    }

    /** A timer that throws twice is taken away by the container. */
    @Timeout
    void follow() {
        try {
            accounts.refresh();
            returned.look();
            credentials.look();
            credentials.notUsed(accounts.notUsed());
        } catch (RuntimeException failure) {
            LOG.log(ERROR, "event=gateways.not_followed", failure);
        }
    }
}

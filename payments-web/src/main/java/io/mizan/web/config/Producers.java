package io.mizan.web.config;

import io.mizan.access.Mode;
import io.mizan.cardtesting.CardTestingSettings;
import io.mizan.checkout.CheckoutSettings;
import io.mizan.dispatch.DispatchSettings;
import io.mizan.erasure.RetentionSettings;
import io.mizan.gateway.Gateways;
import io.mizan.gatewayaccount.FollowSettings;
import io.mizan.gatewayaccount.GatewayEnvironment;
import io.mizan.intake.InboxSettings;
import io.mizan.order.OrderSettings;
import io.mizan.outage.BreakerSettings;
import io.mizan.reconciliation.ReconciliationSettings;
import io.mizan.secrets.Vault;
import io.mizan.staff.FirstAdministratorSettings;
import io.mizan.staff.StaffSettings;
import io.mizan.time.MizanClock;
import io.mizan.web.demo.DemoSettings;
import io.mizan.web.http.AddressList;
import io.mizan.web.http.Proxies;
import io.mizan.web.sandbox.SandboxSettings;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/** What the domain is built from, one of each. */
@ApplicationScoped
class Producers {
    /** Outside of transactions; inside one, {@code Sql} has the connection of the entities. */
    @Produces
    @Resource(lookup = "java:app/jdbc/statements")
    DataSource dataSource;

    @Produces
    @PersistenceContext(unitName = "payments")
    EntityManager entities;

    @Produces
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @Inject
    Configuration configuration;

    @Produces
    @Singleton
    static MizanClock clock() {
        return new MizanClock(Clock.systemUTC());
    }

    @Produces
    @Singleton
    Vault vault() {
        return new Vault(configuration.masterKey(), configuration.previousMasterKeys());
    }

    /** None before the first look at what was entered, which comes before the first request. */
    @Produces
    @Singleton
    static Gateways gateways() {
        return new Gateways(List.of());
    }

    @Produces
    @Singleton
    FollowSettings follow() {
        return configuration.follow();
    }

    @Produces
    @Singleton
    GatewayEnvironment gatewayEnvironment() {
        return configuration.gatewayEnvironment();
    }

    @Produces
    @Singleton
    Mode mode() {
        return configuration.mode();
    }

    @Produces
    @Singleton
    CheckoutSettings checkout() {
        return configuration.checkout();
    }

    @Produces
    @Singleton
    CardTestingSettings cardTesting() {
        return configuration.cardTesting();
    }

    @Produces
    @Singleton
    OrderSettings orders() {
        return configuration.orders();
    }

    @Produces
    @Singleton
    DispatchSettings dispatch() {
        return configuration.dispatch();
    }

    @Produces
    @Singleton
    BreakerSettings breaker() {
        return configuration.breaker();
    }

    @Produces
    @Singleton
    InboxSettings inbox() {
        return configuration.inbox();
    }

    @Produces
    @Singleton
    ReconciliationSettings reconciliation() {
        return configuration.reconciliation();
    }

    @Produces
    @Singleton
    RetentionSettings retention() {
        return configuration.retention();
    }

    @Produces
    @Singleton
    StaffSettings staff() {
        return configuration.staff();
    }

    @Produces
    @Singleton
    FirstAdministratorSettings firstAdministrator() {
        return configuration.firstAdministrator();
    }

    @Produces
    @Singleton
    Proxies proxies() {
        return configuration.proxies();
    }

    @Produces
    @Singleton
    AddressList privateAddresses() {
        return configuration.privateAddresses();
    }

    @Produces
    @Singleton
    SandboxSettings sandbox() {
        return configuration.sandbox();
    }

    @Produces
    @Singleton
    DemoSettings demo() {
        return configuration.demo();
    }
}

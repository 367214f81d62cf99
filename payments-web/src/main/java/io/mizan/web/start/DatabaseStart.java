package io.mizan.web.start;

import io.mizan.customer.SealedCustomers;
import io.mizan.database.DeploymentMode;
import io.mizan.database.MigrationException;
import io.mizan.database.Migrations;
import io.mizan.secrets.Vault;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;

/**
 * The first thing that runs: defines the pool, asks every {@link StartCheck}, and brings the schema up to date.
 *
 * <p>READ COMMITTED is set on the pool and verified here, because derivation under the order's lock reads what others
 * committed before it; under the server's default, REPEATABLE READ, it could read a stale set of facts.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@DataSourceDefinition(
        name = DatabaseStart.DATA_SOURCE,
        className = "io.mizan.web.start.PaymentsDataSource",
        url = "${MPCONFIG=mizan.db.url}",
        user = "${MPCONFIG=mizan.db.user}",
        password = "${MPCONFIG=mizan.db.password}",
        isolationLevel = Connection.TRANSACTION_READ_COMMITTED,
        minPoolSize = 4,
        initialPoolSize = 4,
        maxPoolSize = 32,
        maxIdleTime = 300,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.MySQLConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=30"
        })
@DataSourceDefinition(
        name = DatabaseStart.STATEMENTS,
        className = "io.mizan.web.start.PaymentsDataSource",
        url = "${MPCONFIG=mizan.db.url}",
        user = "${MPCONFIG=mizan.db.user}",
        password = "${MPCONFIG=mizan.db.password}",
        isolationLevel = Connection.TRANSACTION_READ_COMMITTED,
        transactional = false,
        minPoolSize = 2,
        initialPoolSize = 2,
        maxPoolSize = 16,
        maxIdleTime = 300,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.MySQLConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=30"
        })
public class DatabaseStart {

    /** Of transactions. */
    static final String DATA_SOURCE = "java:app/jdbc/payments";

    /**
     * Of statements that commit by themselves: on connections of their own, so that none has to be turned from one kind of
     * work to the other, which is a round trip each time.
     */
    static final String STATEMENTS = "java:app/jdbc/statements";

    private static final Logger LOG = Logger.getLogger(DatabaseStart.class.getName());

    /**
     * Of this deployment. A timer that fires while it is being taken away has the container make this bean once more: what is
     * wrong was told by then, and the pools that are gone are not wrong.
     */
    private static final AtomicReference<StartRefusedException> REFUSED = new AtomicReference<>();

    @Resource(lookup = DATA_SOURCE)
    DataSource dataSource;

    @Resource(lookup = STATEMENTS)
    DataSource statements;

    @Inject
    @Any
    Instance<StartCheck> checks;

    @Inject
    Config config;

    @Inject
    Started started;

    @Inject
    Vault vault;

    @PostConstruct
    void start() {
        if (REFUSED.get() != null) {
            throw REFUSED.get();
        }
        List<Refusal> refusals = new ArrayList<>();
        checks.forEach(check -> refusals.addAll(check.refusals()));
        var unusable = Stream.of(dataSource, statements)
                .flatMap(pool -> isolation(pool).stream())
                .distinct()
                .toList();
        refusals.addAll(unusable);
        var mode = new DeploymentMode(dataSource);
        if (unusable.isEmpty()) {
            refusals.addAll(otherMode(() -> mode.bound().orElse(configuredMode())));
        }
        if (refusals.isEmpty()) {
            refusals.addAll(schema(Migrations::update));
            if (refusals.isEmpty()) {
                refusals.addAll(otherMode(() -> mode.bind(configuredMode())));
                refusals.addAll(otherKey());
            }
        } else {
            refusals.addAll(schema(Migrations::check)); // nothing is changed, and what is wrong is told with the rest
        }
        refuseIfAny(refusals);
        started.databaseIsReady();
    }

    private static List<Refusal> isolation(DataSource pool) {
        try (Connection connection = pool.getConnection()) {
            return connection.getTransactionIsolation() == Connection.TRANSACTION_READ_COMMITTED
                    ? List.of()
                    : List.of(new Refusal(
                            "database_isolation",
                            "The connections do not run at READ COMMITTED: take the isolation out of MIZAN_DB_URL and out"
                                    + " of whatever overrides the data source."));
        } catch (SQLException e) {
            return List.of(new Refusal(
                    "database_pool",
                    "The connection pool gives no connection (" + e.getMessage()
                            + "): see the log above, and whether the database allows 48 connections more."));
        }
    }

    private interface ModeLook {
        String mode() throws SQLException;
    }

    private List<Refusal> otherMode(ModeLook look) {
        try {
            var found = look.mode();
            return found.equals(configuredMode())
                    ? List.of()
                    : List.of(new Refusal(
                            "database_mode",
                            "The database was made in " + found + " mode and this is " + configuredMode()
                                    + " mode: its people and keys are not to be trusted here. Use an empty database, or"
                                    + " MIZAN_MODE=" + found + "."));
        } catch (SQLException unreadable) {
            return List.of(new Refusal(
                    "database_mode", "What the database was made for cannot be read: " + unreadable.getMessage()));
        }
    }

    /** Else every order from before would be unreadable, and what comes would be sealed under a key of its own. */
    private List<Refusal> otherKey() {
        return new SealedCustomers(statements)
                .keyIds().stream()
                        .filter(keyId -> !vault.knows(keyId))
                        .map(keyId -> new Refusal(
                                "master_key_other",
                                "What the database holds of customers was sealed under the master key " + keyId
                                        + ", which is not here: set it as MIZAN_MASTER_KEY or MIZAN_MASTER_KEY_FILE, or name its file"
                                        + " in MIZAN_MASTER_KEY_PREVIOUS."))
                        .toList();
    }

    private String configuredMode() {
        return config.getOptionalValue("mizan.mode", String.class).orElse("sandbox");
    }

    private List<Refusal> schema(Consumer<Migrations> work) {
        try {
            work.accept(new Migrations(dataSource));
            return List.of();
        } catch (MigrationException e) {
            LOG.log(Level.SEVERE, "The schema cannot be used", e);
            return List.of(new Refusal("database_migration", e.getMessage()));
        }
    }

    private static void refuseIfAny(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            Refusal.tell(LOG, refusals);
            REFUSED.set(new StartRefusedException(refusals));
            throw REFUSED.get();
        }
    }
}

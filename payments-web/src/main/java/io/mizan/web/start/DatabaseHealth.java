package io.mizan.web.start;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * {@code database} of {@code /health/ready}: the schema is complete and the database answers within two seconds.
 *
 * <p>Wait for this name, not for the status alone: before a deployment ends, the server says UP without any check.
 */
@Readiness
@ApplicationScoped
class DatabaseHealth implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(DatabaseHealth.class.getName());
    private static final int PATIENCE_SECONDS = 2;

    @Resource(lookup = DatabaseStart.DATA_SOURCE)
    DataSource dataSource;

    @Resource(lookup = DatabaseStart.STATEMENTS)
    DataSource statements;

    @Inject
    Started started;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database")
                .status(started.hasDatabase() && answers(dataSource) && answers(statements))
                .build();
    }

    /** The cause goes to the log: health is open to everybody and says only yes or no. */
    private static boolean answers(DataSource pool) {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "event=health.database outcome=down", e);
            return false;
        }
    }
}

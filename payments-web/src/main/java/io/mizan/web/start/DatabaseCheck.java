package io.mizan.web.start;

import io.mizan.database.ConnectionFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.Config;

/**
 * Whether the configured database answers and is one that we can trust with money.
 *
 * <p>Asked on a connection of its own, because a pool hides why it has none.
 */
@ApplicationScoped
class DatabaseCheck implements StartCheck {

    private final DatabaseSettings settings;

    @Inject
    DatabaseCheck(Config config) {
        this(DatabaseSettings.of(config));
    }

    DatabaseCheck(DatabaseSettings settings) {
        this.settings = settings;
    }

    /** For the CDI proxy. */
    protected DatabaseCheck() {
        this((DatabaseSettings) null);
    }

    @Override
    public List<Refusal> refusals() {
        String url = settings.url().orElse("");
        if (!ConnectionFault.isMariaDb(url)) {
            return List.of(Refusal.of(ConnectionFault.noAddress()));
        }
        try (Connection connection =
                new PaymentsDataSource(url, settings.user(), settings.password()).getConnection()) {
            return faults(connection);
        } catch (SQLException e) {
            return List.of(Refusal.of(ConnectionFault.of(url, settings.user(), e)));
        }
    }

    private static List<Refusal> faults(Connection connection) throws SQLException {
        DatabaseMetaData server = connection.getMetaData();
        int version = server.getDatabaseMajorVersion() * 100 + server.getDatabaseMinorVersion();
        if (!"MariaDB".equals(server.getDatabaseProductName()) || version < 1011) {
            return List.of(new Refusal(
                    "database_version",
                    "The database is " + server.getDatabaseProductName() + " " + server.getDatabaseProductVersion()
                            + ": use MariaDB 10.11 or later."));
        }
        if (!sqlMode(connection).contains("STRICT_TRANS_TABLES")) {
            return List.of(
                    new Refusal(
                            "database_sql_mode",
                            "The database would silently cut values that do not fit: add STRICT_TRANS_TABLES to its sql_mode."));
        }
        return List.of();
    }

    private static String sqlMode(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet mode = statement.executeQuery("SELECT @@sql_mode")) {
            return mode.next() ? mode.getString(1).toUpperCase(Locale.ROOT) : "";
        }
    }
}

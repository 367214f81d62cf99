package io.mizan.web.start;

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

    private static final int ACCESS_DENIED = 1045;
    private static final int ACCESS_DENIED_TO_SCHEMA = 1044;
    private static final int NO_SUCH_SCHEMA = 1049;

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
        if (!url.startsWith("jdbc:mariadb:")) {
            return List.of(new Refusal(
                    "database_url",
                    "No MariaDB is configured: set MIZAN_DB_URL to something like jdbc:mariadb://db.example/payments,"
                            + " and MIZAN_DB_USER and MIZAN_DB_PASSWORD with it."));
        }
        try (Connection connection =
                new PaymentsDataSource(url, settings.user(), settings.password()).getConnection()) {
            return faults(connection);
        } catch (SQLException e) {
            return List.of(whyNot(e));
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

    private Refusal whyNot(SQLException e) {
        String where = settings.url().orElse("").replaceAll("\\?.*", "");
        return switch (e.getErrorCode()) {
            case ACCESS_DENIED ->
                new Refusal(
                        "database_password",
                        "The database at " + where + " does not let user '" + settings.user()
                                + "' in: correct MIZAN_DB_USER and MIZAN_DB_PASSWORD, or let that user in from this host.");
            case ACCESS_DENIED_TO_SCHEMA, NO_SUCH_SCHEMA ->
                new Refusal(
                        "database_schema",
                        "The schema of " + where + " is missing or closed to user '" + settings.user()
                                + "': create it with CREATE DATABASE and grant that user all privileges on it.");
            default ->
                new Refusal(
                        "database_unreachable",
                        "The database at " + where + " does not answer (" + e.getMessage()
                                + "): start it, or correct MIZAN_DB_URL.");
        };
    }
}

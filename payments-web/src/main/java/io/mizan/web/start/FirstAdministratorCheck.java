package io.mizan.web.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * Whether the first administrator of a deployment that is being set up can be made, so that it is told with whatever else
 * is wrong. One that somebody works in has no need of the file, which may be gone. Which of the two it is, only the
 * database knows: while that cannot be reached, nothing is said here.
 *
 * <p>Asked on a connection of its own, before there is a schema.
 */
@ApplicationScoped
class FirstAdministratorCheck implements StartCheck {
    private final DatabaseSettings database;
    private final BootstrapPassword bootstrap;

    @Inject
    FirstAdministratorCheck(Config config, BootstrapPassword bootstrap) {
        this(DatabaseSettings.of(config), bootstrap);
    }

    FirstAdministratorCheck(DatabaseSettings database, BootstrapPassword bootstrap) {
        this.database = database;
        this.bootstrap = bootstrap;
    }

    /** For the CDI proxy. */
    protected FirstAdministratorCheck() {
        this((DatabaseSettings) null, null);
    }

    @Override
    public List<Refusal> refusals() {
        if (!bootstrap.isWanted() || !isNobodyEmployed()) {
            return List.of(); // without opening the file: a pipe that nobody writes to any more would keep us waiting
        }
        return bootstrap.objection().map(objection -> new Refusal("first_administrator", objection)).stream()
                .toList();
    }

    private boolean isNobodyEmployed() {
        var url = database.url().orElse("");
        try (var connection = new PaymentsDataSource(url, database.user(), database.password()).getConnection()) {
            return !isAny(
                            connection,
                            "SELECT 1 FROM information_schema.tables"
                                    + " WHERE table_schema = DATABASE() AND table_name = 'staff'")
                    || !isAny(connection, "SELECT 1 FROM staff LIMIT 1");
        } catch (SQLException toldByTheCheckOfTheDatabase) {
            return false;
        }
    }

    private static boolean isAny(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}

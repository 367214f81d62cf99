package io.mizan.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The right to migrate, held by one instance of a schema at a time: a named lock of the database server.
 *
 * <p>The server frees it when its holder's connection ends, however that comes about. Liquibase's own lock is a row that
 * a killed process leaves behind, and the next start then waits for a person.
 */
final class MigrationTurn implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Named locks belong to the whole server, hence the schema in the name (of 64 characters at most). */
    private static final String NAME = "left(concat('mizan.migrations.', database()), 64)";

    private final Connection connection;

    private MigrationTurn(Connection connection) {
        this.connection = connection;
    }

    static MigrationTurn await(Connection connection) throws SQLException {
        if (ask(connection, "SELECT GET_LOCK(" + NAME + ", " + PATIENCE.toSeconds() + ")") != 1) {
            throw new MigrationException("Another instance has been migrating this schema for " + PATIENCE.toMinutes()
                    + " minutes: look at its log, and end it if it hangs.");
        }
        return new MigrationTurn(connection);
    }

    /** Whose end is the turn's: each statement on it is a transaction. */
    Connection connection() {
        return connection;
    }

    /** @throws MigrationException if the server dropped the lock, as it does when the connection was lost meanwhile */
    void requireHeld() throws SQLException {
        if (ask(connection, "SELECT IS_USED_LOCK(" + NAME + ") = CONNECTION_ID()") != 1) {
            throw new MigrationException("The turn to migrate was lost: start again.");
        }
    }

    @Override
    public void close() throws SQLException {
        ask(connection, "SELECT RELEASE_LOCK(" + NAME + ")");
    }

    private static int ask(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question);
                ResultSet answer = statement.executeQuery()) {
            return answer.next() ? answer.getInt(1) : 0;
        }
    }
}

package io.mizan.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A database belongs to one mode from its first use on: the people, keys and orders of a sandbox, whose passwords were
 * printed, must never be found in a database that keeps real money.
 */
public final class DeploymentMode {
    private static final int NO_SUCH_TABLE = 1146;

    private final DataSource dataSource;

    public DeploymentMode(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * What the database was first used for.
     *
     * @return empty if it was not used yet
     * @throws SQLException if the database cannot be asked
     */
    public Optional<String> bound() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            return read(connection);
        } catch (SQLException failure) {
            if (failure.getErrorCode() == NO_SUCH_TABLE) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /**
     * Binds the database to a mode unless it is bound; a repeat changes nothing.
     *
     * @return the mode that it is bound to, which may be another one
     * @throws SQLException if the database cannot be asked
     */
    public String bind(String mode) throws SQLException {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(
                        "INSERT IGNORE INTO deployment (id, mode, since) VALUES (1, ?, UTC_TIMESTAMP(6))")) {
            insert.setString(1, mode);
            insert.executeUpdate();
            return read(connection).orElseThrow();
        }
    }

    private static Optional<String> read(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("SELECT mode FROM deployment WHERE id = 1");
                var row = query.executeQuery()) {
            return row.next() ? Optional.of(row.getString("mode")) : Optional.empty();
        }
    }
}

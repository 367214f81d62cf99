package io.mizan.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Prepares the driver's own statements. What a pool lends wraps each statement and each of its answers, and reaches some
 * methods of theirs by reflection and a caught exception each time; a pool whose connections offer this spares all that.
 */
@FunctionalInterface
public interface Statements {
    /** One that belongs to the transaction of the connection, and that the caller closes. */
    PreparedStatement prepare(String statement) throws SQLException;

    /** Those of a connection, or what it prepares itself if it offers none. */
    static Statements of(Connection connection) throws SQLException {
        return connection.isWrapperFor(Statements.class)
                ? connection.unwrap(Statements.class)
                : connection::prepareStatement;
    }
}

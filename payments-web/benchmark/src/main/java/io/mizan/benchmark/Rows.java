package io.mizan.benchmark;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The system's database, asked and loaded without the system: the limit that it is measured against. */
final class Rows implements AutoCloseable {

    private static final int BODY_BYTES = 2200;

    private final List<Connection> connections = new ArrayList<>();
    private final List<PreparedStatement> inserts = new ArrayList<>();

    /** As many connections as the server has threads. */
    Rows(String url, String user, String password, int count) throws SQLException {
        for (int number = 0; number < count; number++) {
            connections.add(DriverManager.getConnection(url, user, password));
        }
    }

    /** Gets a table like the inbox's, with all its keys, so that the inbox's own workers find nothing in it. */
    void prepareLimit() throws SQLException {
        try (Statement statement = connections.get(0).createStatement()) {
            statement.execute("CREATE OR REPLACE TABLE benchmark_limit LIKE webhook_event");
        }
        for (Connection connection : connections) {
            connection.setAutoCommit(false);
            inserts.add(connection.prepareStatement(
                    "INSERT INTO benchmark_limit (id, gateway, account, provider_event_id, type, proof, body_sha256,"
                            + " sealed_body, state, received_at, due_at) VALUES (?, 'stripe', 'acct', ?, 'product.created',"
                            + " 'v1', ?, ?, 'received', ?, ?)"));
        }
    }

    /** What the acknowledgement of a callback writes at least: one row and one durable commit. */
    boolean insert(int connection) throws SQLException {
        var statement = inserts.get(connection);
        var id = UUID.randomUUID();
        var now = LocalDateTime.now(ZoneOffset.UTC);
        statement.setObject(1, id);
        statement.setString(2, "evt_" + id);
        statement.setString(3, "0".repeat(64));
        statement.setBytes(4, ByteBuffer.allocate(BODY_BYTES).array());
        statement.setObject(5, now);
        statement.setObject(6, now);
        statement.executeUpdate();
        connections.get(connection).commit();
        return true;
    }

    long count(String query) throws SQLException {
        try (Statement statement = connections.get(0).createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            long count = rows.getLong(1);
            if (!connections.get(0).getAutoCommit()) {
                connections.get(0).rollback();
            }
            return count;
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}

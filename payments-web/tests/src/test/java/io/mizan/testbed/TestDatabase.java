package io.mizan.testbed;

import io.mizan.database.Migrations;
import io.mizan.database.embedded.EmbeddedMariaDb;
import io.mizan.database.embedded.Schema;
import io.mizan.launcher.Database;
import io.mizan.sql.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** One MariaDB with a schema for each who must not see the others' rows. */
public final class TestDatabase implements AutoCloseable {

    /** Of server A and its siblings. */
    private static final Schema PAYMENTS = new Schema("payments", "payments");

    private static final Schema SANDBOX = new Schema("sandbox", "sandbox");

    /** Of the container tests, one class after the other. */
    static final Schema CONTAINER = new Schema("container", "container");

    /** Of tests that need no server, migrations among them. */
    private static final Schema PLAIN = new Schema("plain", "plain");

    /** Of the system whose server is killed, and of its simulators. */
    static final Schema MORTAL = new Schema("mortal", "mortal");

    static final Schema MORTAL_SANDBOX = new Schema("mortalsandbox", "mortalsandbox");

    private final EmbeddedMariaDb server;

    private TestDatabase(EmbeddedMariaDb server) {
        this.server = server;
    }

    static TestDatabase start(Path directory) {
        try {
            // Nothing here must survive a crash of the machine, so commits need not wait for the disk.
            var started = EmbeddedMariaDb.start(
                    directory,
                    0,
                    List.of(PAYMENTS, SANDBOX, CONTAINER, PLAIN, MORTAL, MORTAL_SANDBOX),
                    List.of("--innodb-flush-log-at-trx-commit=0", "--debug-no-sync"));
            TestDatabase database = new TestDatabase(started);
            database.empty(PAYMENTS);
            database.empty(SANDBOX);
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the database started", e);
        }
    }

    /** The rows of server A and its siblings, for tests that look behind the API. */
    public DataSource paymentsRows() {
        return rows(PAYMENTS);
    }

    /** Where those rows are, for servers that a test starts by hand. */
    public String paymentsUrl() {
        return url(PAYMENTS);
    }

    /** An empty schema for a test that brings its own tables. */
    public DataSource emptySchema() {
        empty(PLAIN);
        return rows(PLAIN);
    }

    /** The tables of the application without rows, for a test that needs no server; each statement is a transaction. */
    public Sql emptyTables() {
        var schema = emptySchema();
        new Migrations(schema).update();
        return Sql.withoutTransactions(schema);
    }

    /** The settings with which a program outside a server finds that schema. */
    public Map<String, String> plainSettings() {
        return Map.of(
                "MIZAN_DB_URL", url(PLAIN),
                "MIZAN_DB_USER", access(PLAIN).user(),
                "MIZAN_DB_PASSWORD", access(PLAIN).password());
    }

    Database payments() {
        return access(PAYMENTS);
    }

    Database sandbox() {
        return access(SANDBOX);
    }

    Database container() {
        return access(CONTAINER);
    }

    void empty(Schema schema) {
        try (Connection connection = DriverManager.getConnection(url(schema), schema.name(), schema.password());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + schema.name());
            statement.execute(
                    "CREATE DATABASE " + schema.name() + " CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    Database access(Schema schema) {
        return new Database(url(schema), schema.name(), schema.password());
    }

    DataSource rows(Schema schema) {
        try {
            var rows = new MariaDbDataSource(url(schema));
            rows.setUser(schema.name());
            rows.setPassword(schema.password());
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String url(Schema schema) {
        return server.url(schema.name());
    }
}

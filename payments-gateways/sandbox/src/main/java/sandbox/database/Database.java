package sandbox.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mariadb.jdbc.MariaDbPoolDataSource;
import sandbox.settings.Settings;

/**
 * Statements and transactions of the simulators' schema.
 *
 * <p>A statement outside {@link #transaction} commits by itself; inside it joins the transaction of its thread, so that a
 * repository need not know whether it stands alone. Instants are written as milliseconds since the epoch.
 */
@ApplicationScoped
public class Database {
    private static final int TRIES = 4;
    private static final ThreadLocal<OpenTransaction> OPEN = new ThreadLocal<>();
    private MariaDbPoolDataSource pool;

    @Inject
    Settings settings;

    @PostConstruct
    void openPool() {
        var database = settings.database();
        var url = database.url() + (database.url().contains("?") ? "&" : "?")
                + "poolName=sandbox&minPoolSize=1&maxPoolSize=32&connectTimeout=3000"
                // Of the connection and not of each transaction, where it would be set and put back each time.
                + "&transactionIsolation=READ-COMMITTED";
        try {
            pool = new MariaDbPoolDataSource();
            pool.setUser(database.user());
            pool.setPassword(database.password());
            pool.setUrl(url); // last: it opens the first connection
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @PreDestroy
    void closePool() {
        pool.close();
    }

    /** True if a statement can be answered right now. */
    public boolean answers() {
        try (var connection = pool.getConnection()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * Does the work in one READ COMMITTED transaction: all of it or nothing. Joins the one that is open on this thread.
     * The work may run more than once, after a deadlock; it must not touch anything but the database.
     */
    public <T> T transaction(Supplier<T> work) {
        if (OPEN.get() != null) {
            return work.get();
        }
        for (int tried = 1; ; tried++) {
            try {
                return outermost(work);
            } catch (DatabaseFailure failure) {
                if (tried == TRIES || !failure.mayBeRetried()) {
                    throw failure;
                }
            }
        }
    }

    private <T> T outermost(Supplier<T> work) {
        OpenTransaction transaction;
        T result;
        try (var connection = pool.getConnection()) {
            begin(connection);
            transaction = new OpenTransaction(connection, new ArrayList<>());
            OPEN.set(transaction);
            boolean done = false;
            try {
                result = work.get();
                connection.commit();
                done = true;
            } finally {
                OPEN.remove();
                if (!done) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        transaction.afterCommit().forEach(Runnable::run);
        return result;
    }

    /** One round trip, where turning automatic commits off and on again would be two. */
    private static void begin(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("START TRANSACTION");
        }
    }

    /** Whether this thread is in a transaction. */
    public boolean isInTransaction() {
        return OPEN.get() != null;
    }

    /** Runs the action when the open transaction has been committed, never when it is rolled back; at once without one. */
    public void afterCommit(Runnable action) {
        var transaction = OPEN.get();
        if (transaction == null) {
            action.run();
        } else {
            transaction.afterCommit().add(action);
        }
    }

    /** Answers the number of rows that changed. */
    public int update(String sql, Object... arguments) {
        return withConnection(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                return bound(statement, arguments).executeUpdate();
            }
        });
    }

    /** Inserts one row and answers the key that the database gave it. */
    public long insert(String sql, Object... arguments) {
        return withConnection(connection -> {
            try (var statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
                bound(statement, arguments).executeUpdate();
                try (var keys = statement.getGeneratedKeys()) {
                    if (!keys.next()) {
                        throw new SQLException("No generated key");
                    }
                    return keys.getLong(1);
                }
            }
        });
    }

    public <T> List<T> list(String sql, RowReader<T> reader, Object... arguments) {
        return withConnection(connection -> {
            try (var statement = connection.prepareStatement(sql);
                    var rows = bound(statement, arguments).executeQuery()) {
                var found = new ArrayList<T>();
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
                return found;
            }
        });
    }

    public <T> Optional<T> one(String sql, RowReader<T> reader, Object... arguments) {
        return list(sql, reader, arguments).stream().findFirst();
    }

    private <T> T withConnection(Work<T> work) {
        try {
            var transaction = OPEN.get();
            if (transaction != null) {
                return work.with(transaction.connection());
            }
            try (var connection = pool.getConnection()) {
                return work.with(connection);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static PreparedStatement bound(PreparedStatement statement, Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            var argument = arguments[i] instanceof Optional<?> optional ? optional.orElse(null) : arguments[i];
            statement.setObject(
                    i + 1, argument instanceof Instant instant ? (Object) instant.toEpochMilli() : argument);
        }
        return statement;
    }

    private record OpenTransaction(Connection connection, List<Runnable> afterCommit) {}

    @FunctionalInterface
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }
}

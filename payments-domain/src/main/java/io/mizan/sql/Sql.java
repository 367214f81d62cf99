package io.mizan.sql;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Runs statements. Arguments may be strings, numbers, booleans, bytes, {@link UUID}s, {@link Instant}s, enums (by
 * name) and nulls.
 */
@ApplicationScoped
public class Sql {
    private static final int DUPLICATE_KEY = 1062;

    private final DataSource dataSource;
    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transactions;

    /** For the proxy of the container only. */
    protected Sql() {
        this(null, null, null);
    }

    @Inject
    public Sql(DataSource dataSource, EntityManager entities, TransactionSynchronizationRegistry transactions) {
        this.dataSource = dataSource;
        this.entities = entities;
        this.transactions = transactions;
    }

    /** For a program without a container: each statement is a transaction of its own. */
    public static Sql withoutTransactions(DataSource dataSource) {
        return new Sql(dataSource, null, null);
    }

    /**
     * Reads several rows as of one moment: whoever commits meanwhile is seen by all statements of {@code look} or by none.
     *
     * @param database no transaction is open on its connections
     */
    public static <T> T asOfOneMoment(DataSource database, Function<Sql, T> look) {
        try (var connection = database.getConnection()) {
            int isolation = connection.getTransactionIsolation();
            if (isolation != Connection.TRANSACTION_REPEATABLE_READ) {
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            }
            connection.setAutoCommit(false);
            try {
                return look.apply(new OnOneConnection(connection));
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                if (isolation != Connection.TRANSACTION_REPEATABLE_READ) {
                    connection.setTransactionIsolation(isolation);
                }
            }
        } catch (SQLException failure) {
            throw new SqlFailure(failure);
        }
    }

    private static final class OnOneConnection extends Sql {
        private final Connection connection;

        OnOneConnection(Connection connection) {
            this.connection = connection;
        }

        @Override
        <T> T run(Work<T> work) {
            try {
                return work.on(connection);
            } catch (SQLException failure) {
                throw new SqlFailure(failure);
            }
        }
    }

    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Inside a transaction on the very connection that the entities use, for on another one a statement would wait for
     * the locks of its own transaction: whether a pool hands out the same connection twice depends on the thread.
     */
    <T> T run(Work<T> work) {
        try {
            if (isInTransaction()) {
                return work.on(entities.unwrap(Connection.class));
            }
            try (var connection = dataSource.getConnection()) {
                return work.on(connection);
            }
        } catch (SQLException failure) {
            throw new SqlFailure(failure);
        }
    }

    /** Also one that can only be rolled back: what is written then must go with it. */
    private boolean isInTransaction() {
        if (transactions == null) {
            return false;
        }
        int status = transactions.getTransactionStatus();
        return status != Status.STATUS_NO_TRANSACTION
                && status != Status.STATUS_COMMITTED
                && status != Status.STATUS_ROLLEDBACK;
    }

    @FunctionalInterface
    public interface RowReader<T> {
        T read(Row row) throws SQLException;
    }

    /** Answers how many rows were changed. */
    public int update(String statement, Object... arguments) {
        return run(connection -> {
            try (var prepared = prepare(connection, statement, arguments)) {
                return prepared.executeUpdate();
            }
        });
    }

    /**
     * Changes the rows with these ids in one statement, none of them if there are no ids.
     *
     * @param statement up to its condition
     */
    public void updateAll(String statement, List<UUID> ids, Object... arguments) {
        if (ids.isEmpty()) {
            return;
        }
        var marks = ids.stream().map(id -> "?").collect(joining(", "));
        var all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(ids);
        update(statement + " WHERE id IN (" + marks + ")", all.toArray());
    }

    /**
     * Changes a claimed row, unless a successor owns it by now.
     *
     * @param statement ends in {@code WHERE id = ? AND claim_no = ?}, which the claim fills
     * @throws ClaimLost if no row was changed
     */
    public void updateClaimed(Claim claim, String statement, Object... arguments) {
        var all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = claim.id();
        all[arguments.length + 1] = claim.number();
        if (update(statement, all) == 0) {
            throw new ClaimLost(claim);
        }
    }

    /**
     * Inserts one row unless a row with one of its unique keys is there already. A duplicate leaves the open
     * transaction as it was, which it would not through an {@code EntityManager}.
     *
     * @return whether the row is new
     */
    public boolean insertNew(String statement, Object... arguments) {
        return run(connection -> {
            try (var prepared = prepare(connection, statement, arguments)) {
                prepared.executeUpdate();
                return true;
            } catch (SQLException failure) {
                if (failure.getErrorCode() == DUPLICATE_KEY) {
                    return false;
                }
                throw failure;
            }
        });
    }

    public <T> List<T> list(String query, RowReader<T> reader, Object... arguments) {
        return run(connection -> {
            try (var prepared = prepare(connection, query, arguments);
                    var result = prepared.executeQuery()) {
                var row = new Row(result);
                var read = new ArrayList<T>();
                while (result.next()) {
                    read.add(reader.read(row));
                }
                return read;
            }
        });
    }

    /** The first row of the answer, if there is one. */
    public <T> Optional<T> first(String query, RowReader<T> reader, Object... arguments) {
        return list(query, reader, arguments).stream().findFirst();
    }

    private static PreparedStatement prepare(Connection connection, String statement, Object... arguments)
            throws SQLException {
        var prepared = Statements.of(connection).prepare(statement);
        try {
            for (int i = 0; i < arguments.length; i++) {
                prepared.setObject(i + 1, inDatabase(arguments[i]));
            }
            return prepared;
        } catch (SQLException | RuntimeException failure) {
            prepared.close();
            throw failure;
        }
    }

    private static Object inDatabase(Object argument) {
        if (argument instanceof Optional<?> optional) {
            return inDatabase(optional.orElse(null));
        }
        if (argument instanceof Instant instant) {
            return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        }
        if (argument instanceof UUID || argument instanceof Enum<?>) {
            return argument.toString();
        }
        return argument;
    }
}

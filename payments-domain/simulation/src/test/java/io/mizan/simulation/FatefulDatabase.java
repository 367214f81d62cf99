package io.mizan.simulation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.sql.DataSource;

/**
 * Connections to a real database whose statements and commits are points where fate may strike. One thread only. Those with
 * and those without automatic commits are kept apart, because each change from one to the other is a call of the database.
 */
final class FatefulDatabase implements AutoCloseable {
    /** Calls off one statement; what the transaction has done before is still there, and would be committed with the rest. */
    static final int LOCK_WAIT_TIMEOUT = 1205;

    private final DataSource real;
    private final int isolation;
    private final Deque<Connection> committing = new ArrayDeque<>();
    private final Deque<Connection> transactional = new ArrayDeque<>();
    private final List<Lent> lent = new ArrayList<>();
    private Fate fate = Fate.KIND;
    private Crash death;
    private long changes;

    /** @param isolation one of the constants of {@link Connection} */
    FatefulDatabase(DataSource real, int isolation) {
        this.real = real;
        this.isolation = isolation;
    }

    void ruledBy(Fate newFate) {
        fate = newFate;
    }

    /** From now on nothing reaches the database, and what was not committed never will. */
    Crash die(String where) {
        death = new Crash(where);
        return death;
    }

    /** The next process: what the last one left open, the database has rolled back. */
    void revive() throws SQLException {
        death = null;
        for (var connection : List.copyOf(lent)) {
            connection.giveBack();
        }
    }

    /** Rises with each statement that may change something. */
    long changes() {
        return changes;
    }

    DataSource source() {
        return proxy(DataSource.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getConnection" -> lend();
            case "getLoginTimeout" -> 0;
            default -> objectMethod(proxy, method, arguments);
        });
    }

    private Connection lend() throws SQLException {
        alive();
        var borrowed = new Lent();
        lent.add(borrowed);
        return proxy(Connection.class, borrowed);
    }

    private Connection take(boolean automatic) throws SQLException {
        var idle = automatic ? committing : transactional;
        if (!idle.isEmpty()) {
            return idle.pop();
        }
        var connection = real.getConnection();
        connection.setTransactionIsolation(isolation);
        connection.setAutoCommit(automatic);
        return connection;
    }

    private void alive() {
        if (death != null) {
            throw death;
        }
    }

    @Override
    public void close() throws SQLException {
        revive();
        for (var idle : List.of(committing, transactional)) {
            for (var connection : idle) {
                connection.close();
            }
        }
    }

    private final class Lent implements InvocationHandler {
        private Connection connection;
        private boolean automatic = true;
        private boolean dirty;
        private boolean closed;

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            switch (method.getName()) {
                case "close" -> {
                    if (death == null) {
                        giveBack();
                    }
                    return null;
                }
                case "isClosed" -> {
                    return closed;
                }
                case "getAutoCommit" -> {
                    return automatic;
                }
                case "getTransactionIsolation" -> {
                    return isolation;
                }
                case "setAutoCommit" -> {
                    alive();
                    putBack();
                    automatic = (boolean) arguments[0];
                    return null;
                }
                case "rollback" -> {
                    if (death == null) {
                        rollBack();
                    }
                    return null;
                }
                case "commit" -> {
                    commit();
                    return null;
                }
                case "prepareStatement" -> {
                    alive();
                    return proxy(PreparedStatement.class, new Prepared(this, (PreparedStatement)
                            call(connection(), method, arguments)));
                }
                default -> {
                    alive();
                    return call(connection(), method, arguments);
                }
            }
        }

        private Connection connection() throws SQLException {
            if (connection == null) {
                connection = take(automatic);
            }
            return connection;
        }

        private void rollBack() throws SQLException {
            if (dirty && !automatic) {
                connection.rollback();
            }
            dirty = false;
        }

        private void putBack() throws SQLException {
            rollBack();
            if (connection != null) {
                (automatic ? committing : transactional).push(connection);
                connection = null;
            }
        }

        private void giveBack() throws SQLException {
            if (!closed) {
                closed = true;
                putBack();
                lent.remove(this);
            }
        }

        private void commit() throws SQLException {
            alive();
            if (!dirty) {
                return;
            }
            fate.at("before a commit");
            var outcome = fate.commit();
            if (outcome == Fate.Commit.NOT_DONE) {
                rollBack();
            } else {
                connection.commit();
                dirty = false;
            }
            if (outcome != Fate.Commit.ANSWERED) {
                throw new SQLNonTransientConnectionException("the connection was lost during a commit", "08S01");
            }
            fate.at("after a commit");
        }
    }

    private final class Prepared implements InvocationHandler {
        private final Lent on;
        private final PreparedStatement statement;

        Prepared(Lent on, PreparedStatement statement) {
            this.on = on;
            this.statement = statement;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (method.getName().equals("close")) {
                statement.close();
                return null;
            }
            alive();
            if (method.getName().startsWith("execute")) {
                changes += method.getName().equals("executeQuery") ? 0 : 1;
                fate.at("before a statement");
                on.dirty = true;
                if (!on.automatic) {
                    refuse();
                }
            }
            return call(statement, method, arguments);
        }

        private void refuse() throws SQLException {
            try {
                fate.statement();
            } catch (SQLException refused) {
                if (refused.getErrorCode() != LOCK_WAIT_TIMEOUT) {
                    on.rollBack(); // as the database does with the victim of a deadlock
                }
                throw refused;
            }
        }
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private static Object objectMethod(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            case "toString" -> "the simulated database";
            default -> throw new UnsupportedOperationException(method.toString());
        };
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(FatefulDatabase.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}

package io.mizan.web.start;

import io.mizan.sql.Statements;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;

/**
 * Turns automatic commits on and off when it matters and not before.
 *
 * <p>The container turns them off at the start of each transaction and on again at its end, a round trip to the database
 * each: of a short transaction's round trips, half. What the next statement runs under is the same as ever; between two
 * transactions nothing is sent at all.
 */
final class SparingConnection implements InvocationHandler {
    /** What neither runs a statement nor prepares one, so that it need not know. */
    private static final Set<String> WITHOUT_STATEMENT = Set.of(
            "close",
            "isClosed",
            "abort",
            "isValid",
            "getWarnings",
            "clearWarnings",
            "getTransactionIsolation",
            "isReadOnly",
            "getHoldability",
            "getClientInfo", // the pool asks for it each time that it lends the connection
            "toString",
            "hashCode",
            "equals");

    private final Connection driver;
    private boolean automatic;
    private boolean atWork;

    private SparingConnection(Connection driver) throws SQLException {
        this.driver = driver;
        this.automatic = driver.getAutoCommit();
    }

    static Connection of(Connection driver) throws SQLException {
        return (Connection) Proxy.newProxyInstance(
                SparingConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new SparingConnection(driver));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "setAutoCommit" -> {
                setAutoCommit((boolean) arguments[0]);
                return null;
            }
            case "getAutoCommit" -> {
                return automatic;
            }
            case "commit", "rollback" ->
                atWork = arguments != null && atWork; // not at an end by going back to a savepoint
            case "isWrapperFor" -> {
                return arguments[0] == Statements.class || driver.isWrapperFor((Class<?>) arguments[0]);
            }
            case "unwrap" -> {
                return arguments[0] == Statements.class
                        ? (Statements) this::prepare
                        : driver.unwrap((Class<?>) arguments[0]);
            }
            default -> {
                if (!WITHOUT_STATEMENT.contains(method.getName())) {
                    beforeStatement();
                }
            }
        }
        try {
            return method.invoke(driver, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private PreparedStatement prepare(String statement) throws SQLException {
        beforeStatement();
        return driver.prepareStatement(statement);
    }

    /** To turn them on amid a transaction commits it, as JDBC has it. */
    private void setAutoCommit(boolean wanted) throws SQLException {
        automatic = wanted;
        if (wanted && atWork) {
            driver.setAutoCommit(true);
            atWork = false;
        }
    }

    private void beforeStatement() throws SQLException {
        if (driver.getAutoCommit() != automatic) {
            driver.setAutoCommit(automatic);
        }
        atWork = !automatic;
    }
}

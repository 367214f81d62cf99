package io.mizan.benchmark;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** One connection that a program is given each time it asks, so that the database's counters for it tell what it did. */
final class OneConnection implements AutoCloseable {
    private final String url;
    private final String user;
    private final String password;
    private final Connection connection;

    OneConnection(String url, String user, String password) throws SQLException {
        this.url = url;
        this.user = user;
        this.password = password;
        this.connection = DriverManager.getConnection(url, user, password);
    }

    Connection get() {
        return connection;
    }

    /** For the program that is measured: it gets this connection, and does not close it. */
    DataSource shared() {
        var kept = playing(
                Connection.class,
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(connection, arguments));
        return playing(DataSource.class, (proxy, method, arguments) -> kept);
    }

    /** For a program that wants connections of its own. */
    DataSource unshared() throws SQLException {
        var source = new MariaDbDataSource(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /** Index entries and rows that the storage engine read for this connection so far; asking reads some too. */
    long rowsTouched() throws SQLException {
        try (var statement = connection.createStatement();
                var counters = statement.executeQuery("SHOW SESSION STATUS LIKE 'Handler\\_read\\_%'")) {
            long sum = 0;
            while (counters.next()) {
                sum += counters.getLong(2);
            }
            return sum;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static <T> T playing(Class<T> type, InvocationHandler part) {
        return type.cast(Proxy.newProxyInstance(OneConnection.class.getClassLoader(), new Class<?>[] {type}, part));
    }
}

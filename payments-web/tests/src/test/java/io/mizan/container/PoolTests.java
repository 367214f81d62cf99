package io.mizan.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * The pool and its transactions, as the application finds them inside the container: what everything there stands on. Part of
 * a class that is deployed anyway, because a server of its own takes longer than all of its tests.
 */
public abstract class PoolTests {

    @Inject
    protected UserTransaction transaction;

    @Resource(lookup = "java:app/jdbc/payments")
    DataSource dataSource;

    @Test
    void connections_of_the_pool_read_what_others_have_committed_meanwhile() throws Exception {
        createTable("seen");
        transaction.begin();
        try (Connection connection = dataSource.getConnection()) {
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
            assertThat(count(connection, "seen")).isZero();

            insertFromOutside("seen");

            assertThat(count(connection, "seen")).isOne();
        } finally {
            transaction.rollback();
        }
    }

    @Test
    void what_one_transaction_writes_through_two_connections_is_rolled_back_as_one() throws Exception {
        createTable("undone");
        transaction.begin();
        insert("undone");
        insert("undone");
        transaction.rollback();

        try (Connection connection = dataSource.getConnection()) {
            assertThat(count(connection, "undone")).isZero();
        }
    }

    private void createTable(String name) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + name + " (id BIGINT PRIMARY KEY AUTO_INCREMENT, n INT NOT NULL)");
        }
    }

    private void insert(String table) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO " + table + " (n) VALUES (1)");
        }
    }

    /** On another thread, which is outside our transaction. */
    private void insertFromOutside(String table) throws InterruptedException {
        Thread outside = new Thread(() -> {
            try {
                insert(table);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        outside.start();
        outside.join();
    }

    private static int count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}

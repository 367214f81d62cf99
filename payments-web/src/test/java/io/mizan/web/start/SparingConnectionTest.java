package io.mizan.web.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.sql.Statements;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparingConnectionTest {
    /** What reached the driver. */
    private final List<String> sent = new ArrayList<>();

    private boolean automatic = true;

    @Test
    void transactions_that_follow_one_another_turn_automatic_commits_off_once() throws SQLException {
        var connection = SparingConnection.of(driver());

        for (int transaction = 0; transaction < 2; transaction++) {
            connection.setAutoCommit(false);
            connection.prepareStatement("UPDATE");
            connection.commit();
            connection.setAutoCommit(true);
            connection.getClientInfo(); // as the pool does before it lends it again
        }

        assertThat(sent)
                .containsExactly(
                        "setAutoCommit false",
                        "prepareStatement",
                        "commit",
                        "getClientInfo",
                        "prepareStatement",
                        "commit",
                        "getClientInfo");
    }

    @Test
    void a_statement_between_two_transactions_commits_by_itself() throws SQLException {
        var connection = SparingConnection.of(driver());

        connection.setAutoCommit(false);
        connection.prepareStatement("UPDATE");
        connection.rollback();
        connection.setAutoCommit(true);
        connection.prepareStatement("INSERT");

        assertThat(connection.getAutoCommit()).isTrue();
        assertThat(sent)
                .containsExactly(
                        "setAutoCommit false",
                        "prepareStatement",
                        "rollback",
                        "setAutoCommit true",
                        "prepareStatement");
    }

    @Test
    void turning_them_on_amid_a_transaction_commits_it() throws SQLException {
        var connection = SparingConnection.of(driver());

        connection.setAutoCommit(false);
        connection.createStatement();
        connection.setAutoCommit(true);

        assertThat(sent).containsExactly("setAutoCommit false", "createStatement", "setAutoCommit true");
    }

    @Test
    void a_transaction_without_a_statement_sends_nothing_of_it() throws SQLException {
        var connection = SparingConnection.of(driver());

        connection.setAutoCommit(false);
        connection.setAutoCommit(true);

        assertThat(sent).isEmpty();
    }

    /** Past the wrappers of the pool, and yet in its transaction. */
    @Test
    void the_drivers_own_statements_turn_automatic_commits_off_too() throws SQLException {
        var connection = SparingConnection.of(driver());

        connection.setAutoCommit(false);
        Statements.of(connection).prepare("UPDATE");
        connection.rollback();

        assertThat(sent).containsExactly("setAutoCommit false", "prepareStatement", "rollback");
    }

    private Connection driver() {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getAutoCommit")) {
                        return automatic;
                    }
                    if (method.getName().equals("setAutoCommit")) {
                        automatic = (boolean) arguments[0];
                        sent.add("setAutoCommit " + automatic);
                        return null;
                    }
                    sent.add(method.getName());
                    return null;
                });
    }
}

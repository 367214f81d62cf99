package io.mizan.web.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.dispatch.DispatchSettings;
import io.mizan.intake.InboxSettings;
import io.mizan.reconciliation.ReconciliationSettings;
import io.mizan.sql.LockConflicts;
import io.mizan.sql.SqlFailure;
import io.mizan.testbed.TestBed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody waits for a lock for long, and whoever is called off loses nothing. */
class LockWaitIT {
    @BeforeEach
    void twoSeats() throws SQLException {
        try (var connection = TestBed.database().emptySchema().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE seat (id INT PRIMARY KEY, taken INT NOT NULL)");
            statement.execute("INSERT INTO seat VALUES (1, 0), (2, 0)");
        }
    }

    @Test
    void whoever_is_called_off_tries_the_whole_transaction_again() throws SQLException {
        var calledOff = new ArrayList<SQLException>();
        try (var holder = transaction();
                var other = transaction()) {
            take(holder, 2);

            LockConflicts.retrying(() -> {
                try {
                    take(other, 1);
                    take(other, 2);
                    other.commit();
                } catch (SQLException refused) {
                    calledOff.add(refused);
                    rollBack(other, holder);
                    throw new IllegalStateException(refused);
                }
            });
        }

        assertThat(calledOff).singleElement().matches(SqlFailure::isLockConflict);
        assertThat(taken()).containsExactly(1, 1);
    }

    @Test
    void five_waits_are_over_before_the_shortest_lease() throws SQLException {
        var shortest = Stream.of(
                        DispatchSettings.DEFAULT.lease(),
                        ReconciliationSettings.DEFAULT.lease(),
                        InboxSettings.DEFAULT.lease())
                .min(Comparator.naturalOrder());

        try (var connection = transaction();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT @@innodb_lock_wait_timeout")) {
            assertThat(rows.next()).isTrue();
            assertThat(Duration.ofSeconds(5L * rows.getInt(1))).isLessThan(shortest.orElseThrow());
        }
    }

    private static Connection transaction() throws SQLException {
        var settings = TestBed.database().plainSettings();
        var connection = new PaymentsDataSource(
                        settings.get("MIZAN_DB_URL"), settings.get("MIZAN_DB_USER"), settings.get("MIZAN_DB_PASSWORD"))
                .getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void take(Connection connection, int seat) throws SQLException {
        try (var statement = connection.prepareStatement("UPDATE seat SET taken = taken + 1 WHERE id = ?")) {
            statement.setInt(1, seat);
            statement.executeUpdate();
        }
    }

    private static void rollBack(Connection... connections) {
        for (var connection : connections) {
            try {
                connection.rollback();
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    private static List<Integer> taken() throws SQLException {
        var taken = new ArrayList<Integer>();
        try (var connection = transaction();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT taken FROM seat ORDER BY id")) {
            while (rows.next()) {
                taken.add(rows.getInt(1));
            }
        }
        return taken;
    }
}

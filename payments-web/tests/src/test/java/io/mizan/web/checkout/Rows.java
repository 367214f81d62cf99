package io.mizan.web.checkout;

import io.mizan.testbed.TestBed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The rows behind the API, for what it does not tell. */
public final class Rows {
    private Rows() {}

    public static int change(String statement, Object... arguments) {
        try (var connection = connection();
                var prepared = connection.prepareStatement(statement)) {
            fill(prepared, arguments);
            return prepared.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The first column of each row, as text. */
    public static List<String> read(String query, Object... arguments) {
        try (var connection = connection();
                var prepared = connection.prepareStatement(query)) {
            fill(prepared, arguments);
            try (var result = prepared.executeQuery()) {
                var read = new ArrayList<String>();
                while (result.next()) {
                    read.add(result.getString(1));
                }
                return read;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The server makes the tables, whichever test comes first. */
    private static Connection connection() throws SQLException {
        TestBed.server();
        return TestBed.database().paymentsRows().getConnection();
    }

    private static void fill(PreparedStatement prepared, Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            prepared.setString(i + 1, arguments[i].toString());
        }
    }
}

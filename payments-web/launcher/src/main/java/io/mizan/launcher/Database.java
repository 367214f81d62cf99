package io.mizan.launcher;

import io.mizan.database.ConnectionFault;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;

/** How one schema is reached. */
public record Database(String url, String user, String password) {

    private static final int PATIENCE_SECONDS = 5;

    public Database {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
    }

    /**
     * Tries it, so that a person learns in a second what a server would find out in a quarter of a minute.
     *
     * @throws LaunchFailure with the cure if there is no connection
     */
    void requireConnection() {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException e) {
            throw new LaunchFailure(ConnectionFault.of(url, user, e).sentence(), e);
        }
    }

    @Override
    public String toString() {
        return "Database[" + url + ", user=" + user + ", password=[redacted]]";
    }
}

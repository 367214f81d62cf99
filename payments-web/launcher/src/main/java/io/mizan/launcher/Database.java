package io.mizan.launcher;

import java.util.Objects;

/** How one schema is reached. */
public record Database(String url, String user, String password) {

    public Database {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
    }

    @Override
    public String toString() {
        return "Database[" + url + ", user=" + user + ", password=[redacted]]";
    }
}

package io.mizan.web.start;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * How the database is reached.
 *
 * @param url {@code mizan.db.url}, for example {@code jdbc:mariadb://db.example/payments}; absent is a fault
 * @param user {@code mizan.db.user}; needs all privileges on the schema, because migrations run as this user
 * @param password {@code mizan.db.password}
 */
record DatabaseSettings(Optional<String> url, String user, String password) {

    static DatabaseSettings of(Config config) {
        return new DatabaseSettings(
                config.getOptionalValue("mizan.db.url", String.class),
                config.getOptionalValue("mizan.db.user", String.class).orElse(""),
                config.getOptionalValue("mizan.db.password", String.class).orElse(""));
    }

    @Override
    public String toString() {
        return "DatabaseSettings[url=" + url.orElse("none") + ", user=" + user + ", password=[redacted]]";
    }
}

package io.mizan.launcher;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * What the person who starts the system may choose, and where the build left what is to be started.
 *
 * @param home {@code mizan.home}: everything that this system keeps; {@code .mizan} below the project unless given
 * @param httpPort {@code http.port} of 127.0.0.1, 8080 unless given
 * @param simulatorsPort {@code sandbox.port}; the first free one after {@code http.port} unless given
 * @param payments an existing database ({@code mizan.db.url} or {@code MIZAN_DB_URL}, with user and password); absent
 *     means an embedded one
 * @param sandbox an existing database for the simulators ({@code MIZAN_SANDBOX_DB_URL}, likewise)
 */
record Options(
        Path home,
        int httpPort,
        Optional<Integer> simulatorsPort,
        Optional<Database> payments,
        Optional<Database> sandbox,
        Path microJar,
        Path war,
        Path simulatorsWar) {

    static Options of(Properties properties) {
        Optional<Database> payments = database(properties, "mizan.db", Optional.empty());
        return new Options(
                Path.of(properties.getProperty("mizan.home", ".mizan"))
                        .toAbsolutePath()
                        .normalize(),
                port(properties, "http.port").orElse(8080),
                port(properties, "sandbox.port"),
                payments,
                database(properties, "mizan.sandbox.db", payments),
                path(properties, "payara.micro.jar"),
                path(properties, "mizan.war"),
                path(properties, "mizan.sandbox.war"));
    }

    private static Optional<Database> database(Properties properties, String name, Optional<Database> sameAccountAs) {
        return value(properties, name + ".url")
                .map(url -> new Database(
                        url,
                        value(properties, name + ".user")
                                .or(() -> sameAccountAs.map(Database::user))
                                .orElse(""),
                        value(properties, name + ".password")
                                .or(() -> sameAccountAs.map(Database::password))
                                .orElse("")));
    }

    /** A system property, or else the environment variable of the same name in capitals. */
    private static Optional<String> value(Properties properties, String name) {
        return Optional.ofNullable(properties.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(environmentName(name))))
                .filter(text -> !text.isBlank());
    }

    private static String environmentName(String name) {
        return name.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static Optional<Integer> port(Properties properties, String name) {
        return Optional.ofNullable(properties.getProperty(name)).map(text -> {
            if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > 65535) {
                throw new LaunchFailure("-D" + name + "=" + text + " is not a port: use a number from 1 to 65535.");
            }
            return Integer.valueOf(text);
        });
    }

    private static Path path(Properties properties, String name) {
        String text = properties.getProperty(name);
        if (text == null) {
            throw new LaunchFailure("Nothing says where " + name + " is: start with ./mvnw -Prun.");
        }
        return Path.of(text).toAbsolutePath();
    }
}

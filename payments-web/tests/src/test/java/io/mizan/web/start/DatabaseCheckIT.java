package io.mizan.web.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.testbed.TestBed;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a real server says of itself, and what is made of it before anything else runs. */
class DatabaseCheckIT {
    private static final Clock RIGHT = Clock.systemUTC();

    @Test
    void a_supported_server_on_the_same_machine_is_good_enough() {
        assertThat(refusals(RIGHT)).isEmpty();
    }

    @Test
    void a_clock_that_is_a_minute_off_the_databases_is_refused_with_the_cure() {
        assertThat(refusals(Clock.offset(RIGHT, Duration.ofMinutes(1))))
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("database_clock");
                    assertThat(refusal.sentence()).contains("seconds behind this machine's", "NTP");
                });
        assertThat(refusals(Clock.offset(RIGHT, Duration.ofMinutes(-1))))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.sentence()).contains("seconds ahead of this machine's"));
    }

    /** The server of the tests, which calls itself an older one. */
    @Test
    void a_server_that_is_too_old_is_refused_with_the_cure() throws SQLException {
        try (var connection = TestBed.database().paymentsRows().getConnection()) {
            var older = Map.<String, Object>of(
                    "getDatabaseMajorVersion", 10,
                    "getDatabaseMinorVersion", 6,
                    "getDatabaseProductVersion", "10.6.22-MariaDB");
            var metadata = answering(DatabaseMetaData.class, connection.getMetaData(), older);

            assertThat(DatabaseFacts.of(answering(Connection.class, connection, Map.of("getMetaData", metadata)), RIGHT)
                            .refusals())
                    .singleElement()
                    .satisfies(refusal -> {
                        assertThat(refusal.code()).isEqualTo("database_version");
                        assertThat(refusal.sentence())
                                .contains("MariaDB 10.6.22-MariaDB", "use MariaDB 10.11 or later");
                    });
        }
    }

    private static List<Refusal> refusals(Clock clock) {
        var settings = TestBed.database().plainSettings();
        return new DatabaseCheck(
                        new DatabaseSettings(
                                Optional.of(settings.get("MIZAN_DB_URL")),
                                settings.get("MIZAN_DB_USER"),
                                settings.get("MIZAN_DB_PASSWORD")),
                        clock)
                .refusals();
    }

    /** The same, but for what these methods answer. */
    private static <T> T answering(Class<T> type, T real, Map<String, Object> answers) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (answers.containsKey(method.getName())) {
                return answers.get(method.getName());
            }
            try {
                return method.invoke(real, arguments);
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}

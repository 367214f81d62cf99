package io.mizan.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    private static final String URL = "jdbc:mariadb://db.example/payments";

    @Test
    void without_a_database_an_embedded_one_is_meant() {
        Options options = options();

        assertThat(options.payments()).isEmpty();
        assertThat(options.httpPort()).isEqualTo(8080);
        assertThat(options.home()).isAbsolute().hasFileName(".mizan");
    }

    @Test
    void a_given_database_is_used_as_it_is() {
        Options options = options("mizan.db.url", URL, "mizan.db.user", "u", "mizan.db.password", "p");

        assertThat(options.payments()).contains(new Database(URL, "u", "p"));
        assertThat(options.sandbox()).isEqualTo(Optional.empty());
    }

    @Test
    void the_simulators_schema_may_be_on_a_given_server_under_the_same_account() {
        Options options = options(
                "mizan.db.url", URL, "mizan.db.user", "u", "mizan.db.password", "p", "mizan.sandbox.db.url", URL + "2");

        assertThat(options.sandbox()).contains(new Database(URL + "2", "u", "p"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "0", "65536", "-1", ""})
    void what_is_no_port_is_refused_with_the_range(String port) {
        assertThatExceptionOfType(LaunchFailure.class)
                .isThrownBy(() -> options("http.port", port))
                .withMessageContaining("from 1 to 65535");
    }

    private static Options options(String... namesAndValues) {
        Properties properties = new Properties();
        for (String built : new String[] {"payara.micro.jar", "mizan.war", "mizan.sandbox.war"}) {
            properties.setProperty(built, "target/" + built);
        }
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.setProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Options.of(properties);
    }
}

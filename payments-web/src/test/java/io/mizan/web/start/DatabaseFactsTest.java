package io.mizan.web.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseFactsTest {

    private static final String STRICT = "STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION";

    @Test
    void a_supported_server_whose_clock_is_right_is_good_enough() {
        assertThat(facts("MariaDB", 1011, STRICT, Duration.ofSeconds(5)).refusals())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"MariaDB, 1006", "MySQL, 804"})
    void an_older_release_or_another_product_is_refused_with_the_cure(String product, int release) {
        assertThat(facts(product, release, STRICT, Duration.ZERO).refusals())
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("database_version");
                    assertThat(refusal.sentence()).contains(product, "use MariaDB 10.11 or later");
                });
    }

    @ParameterizedTest
    @CsvSource({"PT42S, 42 seconds ahead of", "PT-1H, 3600 seconds behind"})
    void a_clock_that_is_far_from_ours_is_refused_with_the_cure(Duration ahead, String said) {
        assertThat(facts("MariaDB", 1104, STRICT, ahead).refusals())
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("database_clock");
                    assertThat(refusal.sentence()).contains(said, "NTP");
                });
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        assertThat(facts("MariaDB", 1006, "", Duration.ofMinutes(1)).refusals())
                .extracting(Refusal::code)
                .isEqualTo(List.of("database_version", "database_sql_mode", "database_clock"));
    }

    private static DatabaseFacts facts(String product, int release, String sqlMode, Duration ahead) {
        return new DatabaseFacts(product, release / 100 + "." + release % 100, release, sqlMode, ahead);
    }
}

package io.mizan.web.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabaseCheckTest {

    @Test
    void without_an_address_the_cure_names_the_settings() {
        assertThat(refusal(Optional.empty()).code()).isEqualTo("database_url");
        assertThat(refusal(Optional.empty()).sentence()).contains("MIZAN_DB_URL", "MIZAN_DB_USER", "MIZAN_DB_PASSWORD");
    }

    @Test
    void an_address_of_another_product_is_refused_before_anything_is_sent_to_it() {
        assertThat(refusal(Optional.of("jdbc:postgresql://db.example/payments")).code())
                .isEqualTo("database_url");
    }

    @Test
    void a_database_that_does_not_answer_is_named_without_its_options() {
        Refusal refusal = refusal(Optional.of("jdbc:mariadb://127.0.0.1:1/payments?password=s3cret"));

        assertThat(refusal.code()).isEqualTo("database_unreachable");
        assertThat(refusal.sentence()).contains("127.0.0.1:1/payments").doesNotContain("s3cret");
    }

    @Test
    void a_refusal_is_one_line_that_programs_recognise() {
        assertThat(new Refusal("some_code", "First\nsecond.")).hasToString("MIZAN-REFUSED some_code First second.");
    }

    private static Refusal refusal(Optional<String> url) {
        var refusals = new DatabaseCheck(new DatabaseSettings(url, "payments", "s3cret"), Clock.systemUTC()).refusals();
        assertThat(refusals).hasSize(1);
        return refusals.get(0);
    }
}

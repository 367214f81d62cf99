package io.mizan.web.start;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mizan.launcher.LaunchFailure;
import io.mizan.testbed.TestBed;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalIT {

    @Test
    void a_server_that_its_database_does_not_let_in_refuses_to_start_and_says_what_to_correct() {
        assertThatExceptionOfType(LaunchFailure.class)
                .isThrownBy(() -> TestBed.startServer("refused", Map.of("MIZAN_DB_PASSWORD", "not-the-one")))
                .withMessageContaining("does not let user 'payments' in: correct MIZAN_DB_USER and MIZAN_DB_PASSWORD")
                .withMessageNotContaining("not-the-one");
    }
}

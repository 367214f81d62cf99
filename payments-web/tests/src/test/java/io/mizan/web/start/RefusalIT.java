package io.mizan.web.start;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mizan.launcher.LaunchFailure;
import io.mizan.testbed.TestBed;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalIT {

    @Test
    void a_server_that_cannot_be_safe_refuses_to_start_and_says_at_once_all_that_is_to_be_corrected() {
        var wrong = Map.of(
                "MIZAN_DB_PASSWORD", "not-the-one",
                "MIZAN_MASTER_KEY", "",
                "MIZAN_STRIPE_SECRET_KEY", "sk_live_abc");

        assertThatExceptionOfType(LaunchFailure.class)
                .isThrownBy(() -> TestBed.startServer("refused", wrong))
                .withMessageContaining("does not let user 'payments' in: correct MIZAN_DB_USER and MIZAN_DB_PASSWORD")
                .withMessageContaining("The master key is missing")
                .withMessageContaining("is a live key and this is the sandbox")
                .withMessageNotContainingAny("not-the-one", "sk_live_abc");
    }
}

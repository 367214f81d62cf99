package io.mizan.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconciliationSettingsTest {
    @ParameterizedTest(name = "after look {0} an order that cannot expire yet rests for {1}")
    @CsvSource({"1, PT2M", "2, PT4M", "3, PT8M", "5, PT32M", "6, PT1H", "400, PT1H"})
    void an_order_that_cannot_expire_for_days_is_looked_at_ever_more_rarely(int looks, Duration wait) {
        assertThat(ReconciliationSettings.DEFAULT.expiryRetryAfter(looks)).isEqualTo(wait);
    }
}

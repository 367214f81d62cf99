package io.mizan.gateways.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.mizan.gateway.AdapterSettings;
import io.mizan.gateway.GatewayName;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final Duration PAGE = Duration.ofMinutes(20);
    private static final Patience STANDARD =
            new Patience(Duration.ofMinutes(15), Duration.ofDays(1), List.of(Duration.ofSeconds(30)));

    @Test
    void what_is_not_set_has_its_standard() {
        assertThat(CallTimes.from(settings(Map.of()))).isEqualTo(CallTimes.STANDARD);
        assertThat(Patience.from(settings(Map.of()), STANDARD)).isEqualTo(STANDARD);
    }

    @Test
    void what_is_set_is_read() {
        var settings = settings(Map.of(
                "connect.timeout", "PT2S",
                "call.budget", "PT9S",
                "pay.for", "PT5M",
                "watch.for", "PT2H",
                "inquiry.intervals", "PT1S,PT2S"));

        assertThat(CallTimes.from(settings)).isEqualTo(new CallTimes(Duration.ofSeconds(2), Duration.ofSeconds(9)));
        assertThat(Patience.from(settings, STANDARD))
                .isEqualTo(new Patience(
                        Duration.ofMinutes(5),
                        Duration.ofHours(2),
                        List.of(Duration.ofSeconds(1), Duration.ofSeconds(2))));
    }

    @ParameterizedTest
    @CsvSource({
        "connect.timeout, PT0.01S, connect time-out",
        "connect.timeout, PT8S, call budget",
        "call.budget, PT1S, call budget",
        "call.budget, PT31S, call budget",
        "watch.for, PT59M, time to watch",
        "inquiry.intervals, 'PT5S,PT0.1S', inquiry interval"
    })
    void what_cannot_work_is_refused(String name, String value, String says) {
        var settings = settings(Map.of(name, value));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> {
                    CallTimes.from(settings);
                    Patience.from(settings, STANDARD);
                })
                .withMessageContaining(says);
    }

    @Test
    void nothing_is_given_up_while_a_form_of_the_last_moment_could_be_paid() {
        var least = Duration.ofMinutes(5);

        assertThatNoException().isThrownBy(() -> life(20, 36).requireOutlasts(STANDARD, least, PAGE));
        assertThatIllegalArgumentException().isThrownBy(() -> life(20, 35).requireOutlasts(STANDARD, least, PAGE));
        assertThatIllegalArgumentException().isThrownBy(() -> life(21, 36).requireOutlasts(STANDARD, least, PAGE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> life(20, 36).requireOutlasts(STANDARD, Duration.ofMinutes(16), PAGE));
    }

    /** Else what can still be paid is given up, and the customer pays a second time. */
    @Test
    void a_page_may_only_be_believed_to_be_open_longer_than_is_known_of_it() {
        var least = Duration.ofMinutes(5);

        assertThatNoException().isThrownBy(() -> life(21, 60).requireOutlasts(STANDARD, least, PAGE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> life(19, 60).requireOutlasts(STANDARD, least, PAGE))
                .withMessageContaining("life of a page is between PT20M and PT24H");
    }

    @Test
    void how_long_a_page_can_be_paid_is_read() {
        var standard = life(20, 40);

        assertThat(FormLife.from(settings(Map.of()), standard)).isEqualTo(standard);
        assertThat(FormLife.from(settings(Map.of("page.life", "PT30M", "broken.after", "PT2H")), standard))
                .isEqualTo(life(30, 120));
    }

    @ParameterizedTest
    @CsvSource({"0, 40", "1441, 1442", "20, 19", "20, 2881"})
    void a_page_that_outlives_its_attempt_is_refused(int page, int brokenAfter) {
        assertThatIllegalArgumentException().isThrownBy(() -> life(page, brokenAfter));
    }

    private static FormLife life(int page, int brokenAfter) {
        return new FormLife(Duration.ofMinutes(page), Duration.ofMinutes(brokenAfter));
    }

    @ParameterizedTest
    @CsvSource({
        "true, https://pay.example/api, true",
        "false, https://pay.example/api, true",
        "false, http://127.0.0.1:8180/api, true",
        "false, http://[::1]:8180/api, true",
        "true, http://127.0.0.1:8180/api, false",
        "false, http://pay.example/api, false",
        "false, http:api, false",
        "true, ftp://pay.example/api, false",
        "true, https://pay.example/api/, false",
        "true, https://pay.example/api?x=y, false",
        "true, https://pay.example/api#x, false",
        "true, https://user@pay.example/api, false"
    })
    void secrets_go_in_clear_to_this_machine_only(boolean live, URI base, boolean accepted) {
        if (accepted) {
            assertThatNoException().isThrownBy(() -> Requirements.requireBase("API", base, live));
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> Requirements.requireBase("API", base, live));
        }
    }

    private static AdapterSettings settings(Map<String, String> given) {
        return new AdapterSettings(
                new GatewayName("lab"),
                true,
                URI.create("https://shop.example"),
                Clock.systemUTC(),
                name -> Optional.ofNullable(given.get(name.substring("mizan.lab.".length()))));
    }
}

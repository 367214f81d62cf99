package io.mizan.gateways.cybersource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mizan.gateway.AdapterSettings;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CyberSourceSettingsTest {
    private static final Map<String, String> GIVEN = Map.of(
            "profile.id", CyberSourceVectors.PROFILE,
            "access.key", CyberSourceVectors.ACCESS_KEY,
            "secret.key", CyberSourceVectors.SECRET,
            "merchant.id", "example_mid_001",
            "api.key.id", "11111111-2222-3333-4444-555555555555",
            "api.secret", CyberSourceVectors.API_SECRET);

    @Test
    void what_is_required_is_enough() {
        var gateway = (CyberSourceGateway)
                new CyberSourceFactory().build(settings(true, GIVEN)).gateway();

        assertThat(gateway.account().value()).isEqualTo("cybersource/example_mid_001/live");
    }

    @ParameterizedTest
    @CsvSource({
        "profile.id, 7D2F",
        "access.key, short",
        "secret.key, short",
        "merchant.id, ''",
        "api.key.id, ''",
        "api.secret, not base64",
        "webhook.key.id, 1",
        "currencies, CLF",
        "currencies, XXX",
        "currencies, qar",
        "locale.arabic, Arabic",
        "page, http://pay.example/pay",
        "page, https://pay.example/pay/",
        "page, https://testsecureacceptance.cybersource.com/pay",
        "api.base, http://127.0.0.1:1",
        "api.base, https://apitest.cybersource.com",
        "call.budget, PT1M",
        "pay.for, PT2H",
        "pay.for, PT45M",
        "broken.after, PT1M",
        "inquiry.intervals, PT0.1S"
    })
    void what_cannot_work_is_refused_without_a_secret(String name, String value) {
        var given = new HashMap<>(GIVEN);
        given.put(name, value);

        assertThatThrownBy(() -> new CyberSourceFactory().build(settings(true, given)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(CyberSourceVectors.SECRET)
                .hasMessageNotContaining("not base64");
    }

    @Test
    void a_key_of_before_whose_secret_is_gone_is_none() {
        var given = new HashMap<>(GIVEN);
        given.put("access.key.previous", "ffffffffffffffffffffffffffffffff");
        given.put("webhook.key.id", CyberSourceVectors.WEBHOOK_KEY_ID);
        given.put("webhook.key", CyberSourceVectors.WEBHOOK_KEY);
        given.put("webhook.key.id.previous", CyberSourceVectors.WEBHOOK_KEY_ID);
        given.put("webhook.key.previous", CyberSourceVectors.API_SECRET);

        assertThat(new CyberSourceFactory().build(settings(true, given)).gateway())
                .isInstanceOf(CyberSourceGateway.class);
    }

    @Test
    void nothing_printed_holds_a_secret() {
        var settings = CyberSourceVectors.settings(
                URI.create("http://127.0.0.1:1"), CyberSourceSettings.Dealings.STANDARD, CyberSourceVectors.KEY);

        assertThat(settings + " " + settings.profile() + " " + settings.api())
                .doesNotContain(
                        CyberSourceVectors.SECRET, CyberSourceVectors.API_SECRET, CyberSourceVectors.WEBHOOK_KEY);
    }

    private static AdapterSettings settings(boolean live, Map<String, String> given) {
        return new AdapterSettings(
                CyberSourceGateway.NAME,
                live,
                URI.create("https://shop.example"),
                Clock.systemUTC(),
                name -> Optional.ofNullable(given.get(name.substring("mizan.cybersource.".length()))));
    }
}

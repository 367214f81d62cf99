package io.mizan.gateways.razorpay;

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

class RazorpaySettingsTest {
    private static final Map<String, String> GIVEN = Map.of(
            "account", "acc_SIM00000000001",
            "key.id", "rzp_test_Sim0000000001",
            "key.secrets", "simKeySecret_1,simKeySecret_0",
            "webhook.secrets", "webhookSecret_1");

    @Test
    void what_is_given_is_enough() {
        var adapter = built(false, GIVEN).gateway();

        assertThat(adapter.account().value()).isEqualTo("razorpay/acc_SIM00000000001/sandbox");
        assertThat(adapter.profile().payFor()).isEqualTo(RazorpaySettings.PATIENCE.payFor());
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        account            | ''                                     | account
        account            | SIM00000000001                         | account
        key.id             | rzp_live_Sim0000000001                 | rzp_test_
        key.id             | ''                                     | rzp_test_
        key.secrets        | ''                                     | one key secret
        key.secrets        | aaaaaaaa,bbbbbbbb,cccccccc             | one key secret
        key.secrets        | short                                  | too short
        webhook.secrets    | ''                                     | one webhook secret
        webhook.secrets    | simKeySecret_1                         | two different
        merchant.name      | ' '                                    | name
        api.base           | http://api.example.test                | https
        api.base           | https://api.example.test/              | slash
        hold.for           | PT10M                                  | time to hold
        hold.for           | P6D                                    | time to hold
        page.life          | PT29M                                  | life of a page
        pay.for            | PT11M                                  | time to pay
        watch.for          | PT1M                                   | time to watch
        connect.timeout    | PT1M                                   | connect time-out
        call.budget        | PT31S                                  | call budget
        inquiry.intervals  | PT0.1S                                 | inquiry interval
        """)
    void what_cannot_work_is_refused_without_a_secret(String name, String value, String says) {
        var settings = new HashMap<>(GIVEN);
        settings.put(name, value);

        assertThatThrownBy(() -> built(false, settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(says)
                .hasMessageNotContaining("simKeySecret");
    }

    @Test
    void a_test_key_is_no_live_key() {
        assertThatThrownBy(() -> built(true, GIVEN)).hasMessageContaining("rzp_live_");
        assertThat(RazorpayObjects.settings(URI.create("https://a.test")).toString())
                .doesNotContain(RazorpayObjects.KEY_SECRET)
                .doesNotContain(RazorpayObjects.WEBHOOK_SECRET);
    }

    private static io.mizan.gateway.AdapterFactory.Adapter built(boolean live, Map<String, String> settings) {
        return new RazorpayFactory()
                .build(new AdapterSettings(
                        RazorpayGateway.NAME,
                        live,
                        URI.create("https://pay.example.test"),
                        Clock.systemUTC(),
                        name -> Optional.ofNullable(settings.get(name.substring("mizan.razorpay.".length())))));
    }
}

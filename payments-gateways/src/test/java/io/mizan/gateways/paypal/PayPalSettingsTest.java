package io.mizan.gateways.paypal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mizan.gateway.AdapterSettings;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateways.settings.CallTimes;
import io.mizan.gateways.settings.Patience;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayPalSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "true,https://api-m.paypal.com,true",
        "true,https://api.paypal.com,true",
        "true,https://api-m.sandbox.paypal.com,false",
        "true,http://127.0.0.1:8180/paypal,false",
        "true,https://api-m.paypal.com.example.test,false",
        "true,http://api-m.paypal.com,false",
        "true,https://api-m.paypal.com/,false",
        "true,https://x@api-m.paypal.com,false",
        "false,https://api-m.sandbox.paypal.com,true",
        "false,https://api-m.paypal.com,false",
        "false,http://127.0.0.1:8180/paypal,true",
        "false,http://127.0.0.1:8180/paypal/,false",
        "false,http://192.0.2.1/paypal,false",
    })
    void the_address_of_the_api_is_the_modes(boolean live, String base, boolean allowed) {
        var settings = standard(live);

        if (allowed) {
            assertThat(settings.at(URI.create(base), Optional.empty()).apiBase())
                    .isEqualTo(URI.create(base));
        } else {
            assertThatThrownBy(() -> settings.at(URI.create(base), Optional.empty()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"ar-QA, ar-QA", ", ar-EG"})
    void what_arabic_is_called_is_set(String given, String meant) {
        assertThat(built(Optional.ofNullable(given))
                        .openCheckout(PayPalObjects.intent(CaptureMode.AUTOMATIC, "ar"))
                        .content())
                .contains("\"locale\":\"" + meant + "\"");
    }

    @Test
    void what_is_no_locale_is_refused() {
        assertThatThrownBy(() -> built(Optional.of("arabic"))).hasMessageContaining("locale");
    }

    private static PaymentGateway built(Optional<String> arabic) {
        var all = new HashMap<>(Map.of(
                "mizan.paypal.client.id",
                "client",
                "mizan.paypal.client.secret",
                "hush",
                "mizan.paypal.webhook.ids",
                "W"));
        arabic.ifPresent(locale -> all.put("mizan.paypal.locale.arabic", locale));
        return new PayPalFactory()
                .build(new AdapterSettings(
                        PayPalGateway.NAME,
                        false,
                        URI.create("https://pay.example"),
                        Clock.systemUTC(),
                        name -> Optional.ofNullable(all.get(name))))
                .gateway();
    }

    @Test
    void books_and_signer_are_the_modes() {
        assertThat(standard(true).books().value()).isEqualTo("paypal/MERCHANT1/live");
        assertThat(standard(true).signerName()).isEqualTo("messageverificationcerts.paypal.com");
        assertThat(standard(false).books().value()).isEqualTo("paypal/MERCHANT1/sandbox");
        assertThat(standard(false).signerName()).isEqualTo(SignedMessages.COMMON_NAME);
    }

    @Test
    void the_secret_is_not_printed_nor_quoted() {
        assertThat(standard(false).toString()).doesNotContain("hush");
        assertThatThrownBy(() -> PayPalSettings.standard(false, "MERCHANT1", "client", "hush hush", List.of("W")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hush");
    }

    @Test
    void what_is_impossible_is_refused() {
        assertThatThrownBy(() -> PayPalSettings.standard(false, "no account!", "client", "hush", List.of("W")))
                .hasMessageContaining("account");
        assertThatThrownBy(() -> PayPalSettings.standard(false, "MERCHANT1", "client", "hush", List.of()))
                .hasMessageContaining("webhook");
        assertThatThrownBy(() -> PayPalSettings.standard(false, "MERCHANT1", "client", "hush", List.of("A", "B", "C")))
                .hasMessageContaining("webhook");
        assertThatThrownBy(() -> standard(false)
                        .with(new Patience(Duration.ofHours(4), Duration.ofDays(3), List.of(Duration.ofSeconds(30)))))
                .hasMessageContaining("time to pay");
        assertThatThrownBy(() -> standard(false).with(new Patience(Duration.ofHours(1), Duration.ofDays(3), List.of())))
                .hasMessageContaining("interval");
        assertThatThrownBy(() -> standard(false).with(CallTimes.within(Duration.ofSeconds(1))))
                .hasMessageContaining("budget");
    }

    private static PayPalSettings standard(boolean live) {
        return PayPalSettings.standard(live, "MERCHANT1", "client", "hush", List.of("WEBHOOK1"));
    }
}

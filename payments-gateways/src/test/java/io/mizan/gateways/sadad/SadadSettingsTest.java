package io.mizan.gateways.sadad;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SadadSettingsTest {
    @Test
    void live_mode_does_not_use_the_sandbox() {
        var live = SadadSettings.standard(
                true,
                new SadadSettings.Merchant("1234567", "shop.example", "shop@shop.example", "97455555555"),
                new SadadSettings.Secrets(List.of("hush_hush"), "hush_hush", ""));

        assertThatThrownBy(() -> live.at(SadadSettings.PAGE, SadadSettings.SANDBOX_API))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sandbox")
                .hasMessageNotContaining("hush");
    }
}

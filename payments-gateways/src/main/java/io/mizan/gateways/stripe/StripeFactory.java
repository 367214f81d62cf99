package io.mizan.gateways.stripe;

import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.AdapterSettings;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Setting;
import io.mizan.gateways.settings.CallTimes;
import io.mizan.gateways.settings.Patience;
import java.util.List;

/** Builds Stripe's adapter from {@code mizan.stripe.…}. */
public final class StripeFactory implements AdapterFactory {
    @Override
    public GatewayName name() {
        return StripeGateway.NAME;
    }

    @Override
    public String displayName() {
        return StripeGateway.DISPLAY_NAME;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.text("account"),
                Setting.address("api.base", "stripe.com"),
                Setting.secret("secret.key"),
                Setting.secrets("webhook.secrets"));
    }

    @Override
    public Adapter build(AdapterSettings settings) {
        var key = settings.text("secret.key");
        var account = settings.text("account", settings.live() ? "" : StripeSettings.ANY_ACCOUNT);
        var secrets = settings.list("webhook.secrets");
        var base = settings.address("api.base", StripeSettings.STRIPE);
        requireKeyOfMode(settings.live(), key);
        var times = CallTimes.from(settings);
        var patience = Patience.from(settings, StripeSettings.PATIENCE);
        var stripe = new StripeSettings(settings.live(), account, key, secrets, base, times, patience);
        return new Adapter(new StripeGateway(stripe, settings.clock()), times.budget());
    }

    private static void requireKeyOfMode(boolean live, String key) {
        if (!live && key.matches("[a-z]+_live_.*")) {
            throw new IllegalArgumentException(
                    "MIZAN_STRIPE_SECRET_KEY is a live key and this is the sandbox: use a test key, or MIZAN_MODE=live");
        }
        if (live && key.matches("[a-z]+_test_.*")) {
            throw new IllegalArgumentException(
                    "MIZAN_STRIPE_SECRET_KEY is a test key and this is live mode: use a live key, or MIZAN_MODE=sandbox");
        }
    }
}

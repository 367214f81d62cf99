package io.mizan.gateways.stripe;

import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.AdapterSettings;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Setting;
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
        var account = settings.text("account", settings.live() ? "" : "acct_sandbox");
        var secrets = settings.list("webhook.secrets");
        var base = settings.address("api.base", StripeSettings.STRIPE);
        var connectTimeout = settings.duration("connect.timeout", StripeSettings.DEFAULT_CONNECT_TIMEOUT);
        var callBudget = settings.duration("call.budget", StripeSettings.DEFAULT_CALL_BUDGET);
        var payFor = settings.duration("pay.for", StripeSettings.DEFAULT_PAY_FOR);
        var watchFor = settings.duration("watch.for", StripeSettings.DEFAULT_WATCH_FOR);
        var intervals = settings.durations("inquiry.intervals", StripeSettings.DEFAULT_INQUIRY_INTERVALS);
        requireKeyOfMode(settings.live(), key);
        var stripe = new StripeSettings(
                settings.live(), account, key, secrets, base, connectTimeout, callBudget, payFor, watchFor, intervals);
        return new Adapter(new StripeGateway(stripe, settings.clock()), callBudget);
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

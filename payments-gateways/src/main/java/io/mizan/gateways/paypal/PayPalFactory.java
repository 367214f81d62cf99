package io.mizan.gateways.paypal;

import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.AdapterSettings;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Setting;
import io.mizan.gateways.settings.CallTimes;
import io.mizan.gateways.settings.Patience;
import java.nio.file.Path;
import java.util.List;

/** Builds PayPal's adapter from {@code mizan.paypal.…}. */
public final class PayPalFactory implements AdapterFactory {
    @Override
    public GatewayName name() {
        return PayPalGateway.NAME;
    }

    @Override
    public String displayName() {
        return PayPalGateway.DISPLAY_NAME;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.text("account"),
                Setting.text("webhook.ids"),
                Setting.address("api.base", "paypal.com"),
                Setting.secret("client.secret").named("client.id"));
    }

    @Override
    public Adapter build(AdapterSettings settings) {
        var live = settings.live();
        var account = settings.text("account", live ? "" : "sandbox");
        var clientId = settings.text("client.id");
        var clientSecret = settings.text("client.secret");
        var webhookIds = settings.list("webhook.ids");
        var base = settings.address("api.base", live ? PayPalSettings.LIVE : PayPalSettings.SANDBOX);
        var roots = settings.find("trusted.roots").map(Path::of);
        var messageAge = settings.duration("message.age", PayPalSettings.DEFAULT_MESSAGE_AGE);
        var arabic = settings.text("locale.arabic", PayPalSettings.DEFAULT_ARABIC);
        var times = CallTimes.from(settings);
        var patience = Patience.from(settings, PayPalSettings.PATIENCE);
        var paypal = new PayPalSettings(
                live, account, clientId, clientSecret, webhookIds, base, roots, messageAge, arabic, times, patience);
        return new Adapter(new PayPalGateway(paypal, settings.clock()), times.budget());
    }
}

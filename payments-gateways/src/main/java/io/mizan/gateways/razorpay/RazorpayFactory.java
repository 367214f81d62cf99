package io.mizan.gateways.razorpay;

import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.AdapterSettings;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Setting;
import io.mizan.gateways.settings.CallTimes;
import io.mizan.gateways.settings.FormLife;
import io.mizan.gateways.settings.Patience;
import java.util.List;

/** Builds Razorpay's adapter from {@code mizan.razorpay.…}. */
public final class RazorpayFactory implements AdapterFactory {
    @Override
    public GatewayName name() {
        return RazorpayGateway.NAME;
    }

    @Override
    public String displayName() {
        return RazorpayGateway.DISPLAY_NAME;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.text("account"),
                Setting.text("merchant.name"),
                Setting.address("api.base", "razorpay.com"),
                Setting.secrets("key.secrets").named("key.id"),
                Setting.secrets("webhook.secrets"));
    }

    @Override
    public Adapter build(AdapterSettings settings) {
        var account = settings.text("account");
        var keyId = settings.text("key.id");
        var keySecrets = settings.list("key.secrets");
        var webhookSecrets = settings.list("webhook.secrets");
        var name = settings.text("merchant.name", RazorpaySettings.MERCHANT_NAME);
        var base = settings.address("api.base", RazorpaySettings.API_BASE);
        var uniqueReceipts = settings.flag("unique.receipts", true);
        var holdFor = settings.duration("hold.for", RazorpaySettings.HOLD_FOR);
        var life = FormLife.from(settings, RazorpaySettings.LIFE);
        var times = CallTimes.from(settings);
        var patience = Patience.from(settings, RazorpaySettings.PATIENCE);
        var razorpay = new RazorpaySettings(
                settings.live(),
                account,
                keyId,
                keySecrets,
                webhookSecrets,
                name,
                base,
                uniqueReceipts,
                holdFor,
                life,
                times,
                patience);
        return new Adapter(new RazorpayGateway(razorpay, settings.clock()), times.budget());
    }
}

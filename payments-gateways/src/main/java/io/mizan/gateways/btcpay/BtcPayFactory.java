package io.mizan.gateways.btcpay;

import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.AdapterSettings;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Setting;
import io.mizan.gateways.settings.CallTimes;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** Builds BTCPay's adapter from {@code mizan.btcpay.…}. */
public final class BtcPayFactory implements AdapterFactory {
    private static final URI NOWHERE = URI.create("https://btcpay.invalid");

    @Override
    public GatewayName name() {
        return BtcPayGateway.NAME;
    }

    @Override
    public String displayName() {
        return BtcPayGateway.DISPLAY_NAME;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.text("store.id"),
                Setting.text("currencies"),
                Setting.ownServer("api.base"),
                Setting.secret("api.key"),
                Setting.secrets("webhook.secrets"));
    }

    @Override
    public Adapter build(AdapterSettings settings) {
        var store = settings.text("store.id");
        var key = settings.text("api.key");
        var secrets = settings.list("webhook.secrets");
        var base = settings.address("api.base", NOWHERE);
        var currencies = settings.list("currencies");
        var speed = settings.text("speed.policy", BtcPaySettings.DEFAULT_SPEED_POLICY);
        var payoutMethod = settings.text("payout.method", BtcPaySettings.DEFAULT_PAYOUT_METHOD);
        var monitoring = settings.duration("monitoring", BtcPaySettings.DEFAULT_MONITORING);
        var times = CallTimes.from(settings);
        var payFor = settings.duration("pay.for", BtcPaySettings.DEFAULT_PAY_FOR);
        var intervals = settings.durations("inquiry.intervals", BtcPaySettings.DEFAULT_INQUIRY_INTERVALS);
        if (base.equals(NOWHERE)) {
            throw new IllegalArgumentException("the address of the BTCPay Server is missing");
        }
        var btcpay = new BtcPaySettings(
                settings.live(),
                store,
                key,
                secrets,
                base,
                currencies.isEmpty() ? BtcPaySettings.DEFAULT_CURRENCIES : Set.copyOf(currencies),
                speed,
                payoutMethod,
                monitoring,
                times,
                payFor,
                intervals);
        return new Adapter(new BtcPayGateway(btcpay), times.budget());
    }
}

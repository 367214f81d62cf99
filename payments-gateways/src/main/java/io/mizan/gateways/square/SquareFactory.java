package io.mizan.gateways.square;

import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.AdapterSettings;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Setting;
import io.mizan.gateways.settings.CallTimes;
import io.mizan.gateways.settings.Patience;
import java.util.List;

/** Builds Square's adapter from {@code mizan.square.…}. */
public final class SquareFactory implements AdapterFactory {
    @Override
    public GatewayName name() {
        return SquareGateway.NAME;
    }

    @Override
    public String displayName() {
        return SquareGateway.DISPLAY_NAME;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.text("location"),
                Setting.text("currency"),
                Setting.callback("notification.url"),
                Setting.address("api.base", "squareup.com", "squareupsandbox.com"),
                Setting.secret("access.token"),
                Setting.secrets("signature.keys"));
    }

    @Override
    public Adapter build(AdapterSettings settings) {
        var location = settings.text("location");
        var currency = settings.text("currency");
        var token = settings.text("access.token");
        var keys = settings.list("signature.keys");
        var notifications = settings.address("notification.url", settings.callbackUrl());
        var base = settings.address("api.base", settings.live() ? SquareSettings.PRODUCTION : SquareSettings.SANDBOX);
        var least = settings.text("least.amount", Long.toString(SquareAmounts.leastOf(currency)));
        var keyLife = settings.duration("key.life", SquareSettings.DEFAULT_KEY_LIFE);
        var times = CallTimes.from(settings);
        var patience = Patience.from(settings, SquareSettings.PATIENCE);
        var square = new SquareSettings(
                settings.live(), location, currency, token, keys, notifications, base, least, keyLife, times, patience);
        return new Adapter(new SquareGateway(square), times.budget());
    }
}

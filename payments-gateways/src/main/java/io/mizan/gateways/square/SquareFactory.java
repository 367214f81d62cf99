package io.mizan.gateways.square;

import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.AdapterSettings;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Setting;
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
        var connectTimeout = settings.duration("connect.timeout", SquareSettings.CONNECT_TIMEOUT);
        var callBudget = settings.duration("call.budget", SquareSettings.CALL_BUDGET);
        var payFor = settings.duration("pay.for", SquareSettings.PAY_FOR);
        var watchFor = settings.duration("watch.for", SquareSettings.WATCH_FOR);
        var intervals = settings.durations("inquiry.intervals", SquareSettings.INQUIRY_INTERVALS);
        var square = new SquareSettings(
                settings.live(),
                location,
                currency,
                token,
                keys,
                notifications,
                base,
                connectTimeout,
                callBudget,
                payFor,
                watchFor,
                intervals);
        return new Adapter(new SquareGateway(square), callBudget);
    }
}

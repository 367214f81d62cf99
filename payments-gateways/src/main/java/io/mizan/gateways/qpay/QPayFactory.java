package io.mizan.gateways.qpay;

import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.AdapterSettings;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Setting;
import java.util.ArrayList;
import java.util.List;

/** Builds QPay's adapter from {@code mizan.qpay.…}. */
public final class QPayFactory implements AdapterFactory {
    @Override
    public GatewayName name() {
        return QPayGateway.NAME;
    }

    @Override
    public String displayName() {
        return QPayGateway.DISPLAY_NAME;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.text("bank.id"),
                Setting.text("merchant.id"),
                Setting.address("api.base", "qpay.gov.qa", "qcb.gov.qa"),
                Setting.secret("secret.key", "secret.key.previous"));
    }

    @Override
    public Adapter build(AdapterSettings settings) {
        var bank = settings.text("bank.id");
        var merchant = settings.text("merchant.id");
        var secrets = new ArrayList<>(List.of(settings.text("secret.key")));
        settings.find("secret.key.previous").ifPresent(secrets::add);
        var address = settings.address("api.base", settings.live() ? QPaySettings.LIVE : QPaySettings.STAGING);
        var partialRefunds = settings.flag("refunds.partial", true);
        var brokenAfter = settings.duration("broken.after", QPaySettings.DEFAULT_BROKEN_AFTER);
        var connectTimeout = settings.duration("connect.timeout", QPaySettings.DEFAULT_CONNECT_TIMEOUT);
        var callBudget = settings.duration("call.budget", QPaySettings.DEFAULT_CALL_BUDGET);
        var payFor = settings.duration("pay.for", QPaySettings.DEFAULT_PAY_FOR);
        var watchFor = settings.duration("watch.for", QPaySettings.DEFAULT_WATCH_FOR);
        var intervals = settings.durations("inquiry.intervals", QPaySettings.DEFAULT_INQUIRY_INTERVALS);
        var qpay = new QPaySettings(
                settings.live(),
                address,
                bank,
                merchant,
                secrets,
                partialRefunds,
                brokenAfter,
                connectTimeout,
                callBudget,
                payFor,
                watchFor,
                intervals);
        return new Adapter(new QPayGateway(qpay, settings.clock()), callBudget);
    }
}

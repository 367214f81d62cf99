package io.mizan.gateways.qpay;

import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.AdapterSettings;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Setting;
import io.mizan.gateways.settings.CallTimes;
import io.mizan.gateways.settings.FormLife;
import io.mizan.gateways.settings.Patience;
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
        var dealings = dealings(settings);
        var life = FormLife.from(settings, QPaySettings.LIFE);
        var times = CallTimes.from(settings);
        var patience = Patience.from(settings, QPaySettings.PATIENCE);
        var qpay = new QPaySettings(settings.live(), address, bank, merchant, secrets, dealings, life, times, patience);
        return new Adapter(new QPayGateway(qpay, settings.clock()), times.budget());
    }

    private static QPaySettings.Dealings dealings(AdapterSettings settings) {
        var standard = QPaySettings.Dealings.STANDARD;
        var partialRefunds = settings.flag("refunds.partial", standard.partialRefunds());
        var cancelFinal = settings.flag("cancel.final", standard.cancelFinal());
        var pending = settings.set("codes.pending", standard.codes().pending());
        var refusing = settings.set("codes.refused", standard.codes().refusing());
        return new QPaySettings.Dealings(partialRefunds, cancelFinal, new QPayCodes(pending, refusing));
    }
}

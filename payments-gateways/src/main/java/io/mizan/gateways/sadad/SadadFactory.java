package io.mizan.gateways.sadad;

import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.AdapterSettings;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Setting;
import io.mizan.gateways.settings.CallTimes;
import io.mizan.gateways.settings.FormLife;
import io.mizan.gateways.settings.Patience;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Builds SADAD's adapter from {@code mizan.sadad.…}. */
public final class SadadFactory implements AdapterFactory {
    @Override
    public GatewayName name() {
        return SadadGateway.NAME;
    }

    @Override
    public String displayName() {
        return SadadGateway.DISPLAY_NAME;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.text("merchant.id"),
                Setting.text("website"),
                Setting.text("contact.email"),
                Setting.text("contact.mobile"),
                Setting.text("version"),
                Setting.text("api.token.prefix"),
                Setting.address("api.base", "sadad.qa"),
                Setting.address("page", "sadadqa.com", "sadad.qa"),
                Setting.secret("secret.key", "secret.key.previous"),
                Setting.secret("api.secret.key"));
    }

    @Override
    public Adapter build(AdapterSettings settings) {
        var merchantId = settings.text("merchant.id");
        var website = settings.text("website");
        var email = settings.text("contact.email");
        var mobile = settings.text("contact.mobile");
        var keys = new ArrayList<>(List.of(settings.text("secret.key")));
        settings.find("secret.key.previous").ifPresent(keys::add);
        var apiKey = settings.text("api.secret.key", keys.get(0));
        var prefix = settings.text("api.token.prefix");
        var api = settings.find("api.base").map(URI::create);
        var page = settings.address(
                "page", api.map(base -> base.resolve("webpurchase")).orElse(SadadSettings.PAGE));
        var version = settings.text("version", SadadSettings.Version.V2_1.written());
        var encodedSecret = settings.flag("secret.encoded", SadadSettings.Dealings.STANDARD.encodedSecret());
        var tokenLife = settings.duration("api.token.life", SadadSettings.Dealings.STANDARD.tokenLife());
        var life = FormLife.from(settings, SadadSettings.LIFE);
        var times = CallTimes.from(settings);
        var patience = Patience.from(settings, SadadSettings.PATIENCE);
        var sadad = new SadadSettings(
                settings.live(),
                page,
                api.orElse(settings.live() ? SadadSettings.LIVE_API : SadadSettings.SANDBOX_API),
                new SadadSettings.Merchant(merchantId, website, email, mobile),
                new SadadSettings.Secrets(keys, apiKey, prefix),
                new SadadSettings.Dealings(SadadSettings.Version.of(version), encodedSecret, tokenLife),
                life,
                times,
                patience);
        return new Adapter(new SadadGateway(sadad, settings.clock()), times.budget());
    }
}

package io.mizan.gateways.cybersource;

import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.AdapterSettings;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Setting;
import io.mizan.gateways.cybersource.CyberSourceSettings.Api;
import io.mizan.gateways.cybersource.CyberSourceSettings.Applications;
import io.mizan.gateways.cybersource.CyberSourceSettings.Dealings;
import io.mizan.gateways.cybersource.CyberSourceSettings.Profile;
import io.mizan.gateways.cybersource.CyberSourceSettings.Times;
import io.mizan.gateways.settings.CallTimes;
import io.mizan.gateways.settings.FormLife;
import io.mizan.gateways.settings.Patience;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Builds CyberSource's adapter from {@code mizan.cybersource.…}. */
public final class CyberSourceFactory implements AdapterFactory {
    @Override
    public GatewayName name() {
        return CyberSourceGateway.NAME;
    }

    @Override
    public String displayName() {
        return CyberSourceGateway.DISPLAY_NAME;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.text("profile.id"),
                Setting.text("merchant.id"),
                Setting.text("currencies"),
                Setting.callback("notice.url"),
                Setting.address("api.base", "cybersource.com"),
                Setting.address("page", "cybersource.com"),
                Setting.secret("secret.key", "secret.key.previous").named("access.key", "access.key.previous"),
                Setting.secret("api.secret").named("api.key.id"),
                Setting.secret("webhook.key", "webhook.key.previous")
                        .named("webhook.key.id", "webhook.key.id.previous"),
                Setting.secrets("webhook.private.keys"));
    }

    @Override
    public Adapter build(AdapterSettings settings) {
        var profileId = settings.text("profile.id");
        var keys = pair(settings, "access.key", "secret.key");
        var previousKeys = pair(settings, "access.key.previous", "secret.key.previous");
        var noticesTo = settings.address("notice.url", settings.callbackUrl());
        var api = settings.address(
                "api.base", settings.live() ? CyberSourceSettings.LIVE_API : CyberSourceSettings.TEST_API);
        var page = settings.address("page", page(settings.live(), api));
        var merchantId = settings.text("merchant.id");
        var apiKey = pair(settings, "api.key.id", "api.secret");
        var notificationKeys = notificationKeys(settings);
        var messageKeys = MessageKeys.of(settings.list("webhook.private.keys"));
        var dealings = dealings(settings);
        var times = times(settings);
        var cyberSource = new CyberSourceSettings(
                settings.live(),
                new Profile(page, profileId, profileKeys(keys, previousKeys), noticesTo),
                new Api(api, merchantId, apiKey.name(), apiKey.secret()),
                notificationKeys,
                messageKeys,
                dealings,
                times);
        return new Adapter(
                new CyberSourceGateway(cyberSource, settings.clock()),
                times.calls().budget());
    }

    /** A simulator on this machine has both beside each other. */
    private static URI page(boolean live, URI api) {
        if ("http".equals(api.getScheme())) {
            return api.resolve("pay");
        }
        return live ? CyberSourceSettings.LIVE_PAGE : CyberSourceSettings.TEST_PAGE;
    }

    /** The name of a key and the key; both empty where they are not set. */
    private record Named(String name, String secret) {
        boolean isSet() {
            return !name.isEmpty();
        }

        boolean isWhole() {
            return isSet() && !secret.isEmpty();
        }

        @Override
        public String toString() {
            return name + " [redacted]";
        }
    }

    private static Named pair(AdapterSettings settings, String name, String secret) {
        return new Named(settings.text(name), settings.text(secret));
    }

    /**
     * A key of before is one only while both its name and itself are there: an environment may leave the name of one that it
     * no longer tells.
     */
    private static List<CyberSourceSettings.SecurityKey> profileKeys(Named current, Named previous) {
        return Stream.concat(Stream.of(current), Stream.of(previous).filter(Named::isWhole))
                .map(key -> new CyberSourceSettings.SecurityKey(key.name(), key.secret()))
                .toList();
    }

    private static Map<String, String> notificationKeys(AdapterSettings settings) {
        var keys = new HashMap<String, String>();
        Stream.of(pair(settings, "webhook.key.id.previous", "webhook.key.previous"))
                .filter(Named::isWhole)
                .forEach(key -> keys.put(key.name(), key.secret()));
        // The present one last: where both have one name, it is what that name means.
        Stream.of(pair(settings, "webhook.key.id", "webhook.key"))
                .filter(Named::isSet)
                .forEach(key -> keys.put(key.name(), key.secret()));
        return keys;
    }

    private static Dealings dealings(AdapterSettings settings) {
        var currencies = settings.set("currencies", Dealings.DEFAULT_CURRENCIES);
        var multipleCaptures = settings.flag("multiple.captures", false);
        var retriesOnPage = settings.flag("retries.on.page", false);
        var arabic = settings.text("locale.arabic", Dealings.DEFAULT_ARABIC);
        var named = Applications.STANDARD;
        var applications = new Applications(
                settings.text("application.credit", named.credit()),
                settings.text("application.reversal", named.reversal()));
        return new Dealings(currencies, multipleCaptures, retriesOnPage, arabic, applications);
    }

    private static Times times(AdapterSettings settings) {
        var standard = Times.STANDARD;
        var calls = CallTimes.from(settings);
        var patience = Patience.from(settings, standard.patience());
        var life = FormLife.from(settings, standard.life());
        var noticeTolerance = settings.duration("webhook.tolerance", standard.noticeTolerance());
        return new Times(calls, patience, life, noticeTolerance);
    }
}

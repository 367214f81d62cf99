package io.mizan.gatewayaccount;

import io.mizan.approval.ActRefused;
import io.mizan.approval.Wish;
import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Setting;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;

/** What entering and taking back secrets have in common. Subject: gateway and setting, with a slash between. */
abstract class SecretAct extends GatewayAct {
    SecretAct(StaffAct act, GatewayAccounts accounts, GatewayRows rows, StaffAudit audit) {
        super(act, accounts, rows, audit);
    }

    static String subject(GatewayName gateway, String setting) {
        return gateway + "/" + setting;
    }

    AdapterFactory provider(Wish wish) {
        return provider(wish.subject().substring(0, slash(wish)));
    }

    static Setting setting(AdapterFactory provider, Wish wish) {
        return setting(provider, wish.subject().substring(slash(wish) + 1));
    }

    static Setting setting(AdapterFactory provider, String name) {
        return provider.settings().stream()
                .filter(setting -> setting.isSecret() && setting.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ActRefused("gateway_setting_unknown"));
    }

    private static int slash(Wish wish) {
        int slash = wish.subject().indexOf('/');
        if (slash < 0) {
            throw new ActRefused("gateway_unknown");
        }
        return slash;
    }
}

package io.mizan.gatewayaccount;

import io.mizan.approval.ActRefused;
import io.mizan.approval.DoneBy;
import io.mizan.approval.Wish;
import io.mizan.gateway.AdapterFactory;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Destroys what was entered of a secret at once, so that the environment's rules again. */
@ApplicationScoped
public class RemoveSecret extends SecretAct {
    /** For the proxy of the container only. */
    protected RemoveSecret() {
        this(null, null, null);
    }

    @Inject
    public RemoveSecret(GatewayAccounts accounts, GatewayRows rows, StaffAudit audit) {
        super(StaffAct.GATEWAY_SECRET_REMOVED, accounts, rows, audit);
    }

    @Override
    public void check(Wish wish) {
        var provider = provider(wish);
        accounts.judge(provider, removed(rows.find(provider.name()), provider, wish));
    }

    @Override
    public Map<String, String> carryOut(Wish wish, DoneBy by) {
        var provider = provider(wish);
        var before = rows.lock(provider.name());
        var after = removed(before, provider, wish);
        accounts.judge(provider, after);
        rows.save(before, after, by.asker());
        record(wish, by, Map.of());
        return Map.of();
    }

    private static Entered removed(Entered before, AdapterFactory provider, Wish wish) {
        var setting = setting(provider, wish);
        if (before.active(setting).isEmpty()) {
            throw new ActRefused("gateway_secret_gone");
        }
        return before.without(setting);
    }
}

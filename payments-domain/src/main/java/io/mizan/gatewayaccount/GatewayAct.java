package io.mizan.gatewayaccount;

import static java.lang.System.Logger.Level.ERROR;

import io.mizan.administration.AdministratorsAct;
import io.mizan.approval.ActRefused;
import io.mizan.approval.Wish;
import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.GatewayName;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;

/** What changes of gateways have in common: they are judged as they would be, and taken over at once where they are made. */
abstract class GatewayAct extends AdministratorsAct {
    private static final System.Logger LOG = System.getLogger("mizan.gateways");

    final GatewayAccounts accounts;
    final GatewayRows rows;

    GatewayAct(StaffAct act, GatewayAccounts accounts, GatewayRows rows, StaffAudit audit) {
        super(act, audit);
        this.accounts = accounts;
        this.rows = rows;
    }

    AdapterFactory provider(String gateway) {
        return accounts.provider(new GatewayName(gateway)).orElseThrow(() -> new ActRefused("gateway_unknown"));
    }

    @Override
    public void afterwards(Wish wish) {
        try {
            accounts.refresh();
        } catch (RuntimeException failure) {
            LOG.log(ERROR, "event=gateways.not_followed", failure); // tried again within seconds
        }
    }
}

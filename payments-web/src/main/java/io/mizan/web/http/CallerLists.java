package io.mizan.web.http;

import io.mizan.gateway.GatewayName;
import io.mizan.gatewayaccount.GatewayAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** From where each gateway may call us: beside its signature, never instead of it. */
@ApplicationScoped
public class CallerLists {
    @Inject
    GatewayAccounts accounts;

    public boolean admits(GatewayName gateway, String address) {
        return new AddressList(accounts.callersOf(gateway)).admits(address);
    }
}

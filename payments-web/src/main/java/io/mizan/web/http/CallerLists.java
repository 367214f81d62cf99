package io.mizan.web.http;

import io.mizan.gateway.GatewayName;
import java.util.List;
import java.util.Map;

/** From where each gateway may call us: beside its signature, never instead of it. */
public record CallerLists(Map<GatewayName, AddressList> byGateway) {
    private static final AddressList EVERYWHERE = new AddressList(List.of());

    public CallerLists {
        byGateway = Map.copyOf(byGateway);
    }

    public boolean admits(GatewayName gateway, String address) {
        return byGateway.getOrDefault(gateway, EVERYWHERE).admits(address);
    }
}

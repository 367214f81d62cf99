package io.mizan.gateway;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The gateways of this deployment, in the order in which a checkout page offers them. Immutable. */
public class Gateways {
    private final Map<GatewayName, PaymentGateway> byName = new LinkedHashMap<>();
    private final Set<GatewayName> stopped;

    /** For the proxy of the container only. */
    protected Gateways() {
        this(List.of(), Set.of());
    }

    /** @param stopped take no new attempts; their callbacks, inquiries and captures go on */
    public Gateways(Collection<? extends PaymentGateway> gateways, Set<GatewayName> stopped) {
        gateways.forEach(gateway -> byName.put(gateway.name(), gateway));
        this.stopped = Set.copyOf(stopped);
    }

    public Optional<PaymentGateway> find(GatewayName name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The gateway as something that has this capability; empty if it has not, or is not there. */
    public <C> Optional<C> find(GatewayName name, Class<C> capability) {
        return find(name).filter(capability::isInstance).map(capability::cast);
    }

    /** @throws IllegalStateException if a row names a gateway that this deployment no longer has */
    public PaymentGateway require(GatewayName name) {
        return find(name).orElseThrow(() -> new IllegalStateException("no gateway " + name + " is configured"));
    }

    /** Those that may take new attempts. */
    public List<PaymentGateway> offered() {
        return byName.values().stream()
                .filter(gateway -> !stopped.contains(gateway.name()))
                .toList();
    }

    public List<PaymentGateway> all() {
        return List.copyOf(byName.values());
    }
}

package io.mizan.casework;

import io.mizan.gateway.GatewayName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Gateways that attempts were begun with and this deployment no longer has: a person is told, and nothing is tried in vain. */
@ApplicationScoped
public class MissingGateways {
    /** Before it is looked again whether a gateway is there. */
    public static final Duration PAUSE = Duration.ofHours(1);

    private final Cases cases;
    /** Those of which there is no case. */
    private final Set<GatewayName> present = ConcurrentHashMap.newKeySet();

    /** For the proxy of the container only. */
    protected MissingGateways() {
        this(null);
    }

    @Inject
    public MissingGateways(Cases cases) {
        this.cases = cases;
    }

    @Transactional
    public void missing(GatewayName gateway) {
        present.remove(gateway);
        cases.open(
                Optional.empty(),
                new Finding(
                        CaseKind.GATEWAY_MISSING,
                        gateway.value(),
                        Optional.empty(),
                        Map.of("gateway", gateway.value())));
    }

    /** It is there; also again, if it was not. */
    @Transactional
    public void present(GatewayName gateway) {
        if (present.add(gateway)) {
            cases.clear(CaseKind.GATEWAY_MISSING, gateway.value());
        }
    }
}

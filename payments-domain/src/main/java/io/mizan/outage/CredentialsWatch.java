package io.mizan.outage;

import io.mizan.casework.CaseKind;
import io.mizan.casework.GatewayCases;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Gateways;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells a person of a gateway that goes on turning us away: waiting does not put our credentials right. */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class CredentialsWatch {
    private final Gateways gateways;
    private final GatewayCalls calls;
    private final GatewayCases cases;
    /** Those of which a person was told; what that person settles is not asked again while it lasts. */
    private final Set<GatewayName> told = ConcurrentHashMap.newKeySet();
    /** Those that this process calls, or has called. */
    private final Set<GatewayName> known = ConcurrentHashMap.newKeySet();

    /** For the proxy of the container only. */
    protected CredentialsWatch() {
        this(null, null, null);
    }

    @Inject
    public CredentialsWatch(Gateways gateways, GatewayCalls calls, GatewayCases cases) {
        this.gateways = gateways;
        this.calls = calls;
        this.cases = cases;
    }

    /** As this process has seen. */
    public void look() {
        gateways.all().forEach(gateway -> look(gateway.name()));
    }

    /**
     * Nobody calls them any more, so nobody turns us away. One that this process never had may be another's, whose settings
     * have not come here yet.
     */
    public void notUsed(Collection<GatewayName> switchedOff) {
        switchedOff.stream().filter(known::remove).forEach(this::settled);
    }

    private void settled(GatewayName gateway) {
        told.remove(gateway);
        cases.clear(CaseKind.CREDENTIALS_REFUSED, gateway);
    }

    private void look(GatewayName gateway) {
        known.add(gateway);
        if (calls.outage(gateway).filter(Outage::isTurnedAway).isPresent()) {
            if (!told.contains(gateway)) {
                cases.open(CaseKind.CREDENTIALS_REFUSED, gateway);
                told.add(gateway);
            }
        } else if (calls.answers(gateway)) {
            settled(gateway);
        }
    }
}

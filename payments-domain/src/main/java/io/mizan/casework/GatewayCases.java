package io.mizan.casework;

import io.mizan.fact.Account;
import io.mizan.gateway.GatewayName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Cases about a gateway and no order: each is opened while its cause is there, and cleared when it has gone. */
@ApplicationScoped
public class GatewayCases {
    /** Before it is looked again whether a gateway that is missing is there. */
    public static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private final Cases cases;
    /** Those of which it is known that there is none. */
    private final Set<Key> cleared = ConcurrentHashMap.newKeySet();

    private record Key(CaseKind kind, String subject) {}

    /** For the proxy of the container only. */
    protected GatewayCases() {
        this(null);
    }

    @Inject
    public GatewayCases(Cases cases) {
        this.cases = cases;
    }

    @Transactional
    public void open(CaseKind kind, GatewayName gateway) {
        open(kind, gateway.value(), Map.of("gateway", gateway.value()));
    }

    /** Of one merchant account of a gateway. */
    @Transactional
    public void open(CaseKind kind, Account account) {
        open(kind, account.value(), Map.of("account", account.value()));
    }

    private void open(CaseKind kind, String subject, Map<String, String> evidence) {
        cleared.remove(new Key(kind, subject));
        cases.open(Optional.empty(), new Finding(kind, subject, Optional.empty(), evidence));
    }

    /** The cause is not there, or no longer; asked often, it costs nothing. */
    @Transactional
    public void clear(CaseKind kind, GatewayName gateway) {
        clear(kind, gateway.value());
    }

    /** As {@link #clear(CaseKind, GatewayName)}, of one merchant account. */
    @Transactional
    public void clear(CaseKind kind, Account account) {
        clear(kind, account.value());
    }

    private void clear(CaseKind kind, String subject) {
        if (cleared.add(new Key(kind, subject))) {
            cases.clear(kind, subject);
        }
    }
}

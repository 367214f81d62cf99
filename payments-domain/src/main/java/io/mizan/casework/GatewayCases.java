package io.mizan.casework;

import io.mizan.fact.Account;
import io.mizan.gateway.GatewayName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Cases about a gateway and no order: each is opened while its cause is there, and cleared when it has gone. */
@ApplicationScoped
public class GatewayCases {
    /** Before it is looked again whether a gateway that is missing is there; another server may have it meanwhile. */
    public static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

    /** Other servers open cases too, and a clearing may be rolled back: it is believed for so long. */
    private static final Duration BELIEVED = Duration.ofMinutes(1);

    private final Cases cases;
    private final Clock clock;
    /** Those of which there was none at that time. */
    private final Map<Key, Instant> cleared = new ConcurrentHashMap<>();

    private record Key(CaseKind kind, String subject) {}

    /** For the proxy of the container only. */
    protected GatewayCases() {
        this(null, null);
    }

    @Inject
    public GatewayCases(Cases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
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
        cases.open(Optional.empty(), new Finding(kind, subject, Optional.empty(), evidence));
        cleared.remove(new Key(kind, subject));
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
        var key = new Key(kind, subject);
        var now = clock.instant();
        var last = cleared.getOrDefault(key, Instant.MIN);
        if (last.isBefore(now.minus(BELIEVED))) {
            cases.clear(kind, subject);
            cleared.put(key, now);
        }
    }
}

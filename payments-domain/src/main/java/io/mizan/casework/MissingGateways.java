package io.mizan.casework;

import io.mizan.fact.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gateways that attempts were begun with and this deployment no longer has, or has for another merchant account: a person is
 * told, and nothing is tried in vain or asked in the wrong books.
 */
@ApplicationScoped
public class MissingGateways {
    /** Before it is looked again whether a gateway is there. */
    public static final Duration PAUSE = Duration.ofHours(1);

    private final Cases cases;
    /** Those of which there is no case. */
    private final Set<Account> present = ConcurrentHashMap.newKeySet();

    /** For the proxy of the container only. */
    protected MissingGateways() {
        this(null);
    }

    @Inject
    public MissingGateways(Cases cases) {
        this.cases = cases;
    }

    @Transactional
    public void missing(Account account) {
        present.remove(account);
        cases.open(
                Optional.empty(),
                new Finding(
                        CaseKind.GATEWAY_MISSING,
                        account.value(),
                        Optional.empty(),
                        Map.of("account", account.value())));
    }

    /** It is there; also again, if it was not. */
    @Transactional
    public void present(Account account) {
        if (present.add(account)) {
            cases.clear(CaseKind.GATEWAY_MISSING, account.value());
        }
    }
}

package io.mizan.intake;

import io.mizan.fact.Account;
import io.mizan.gateway.Gateways;
import io.mizan.gateway.PaymentGateway;
import io.mizan.inbox.WebhookInbox;
import io.mizan.sql.LockConflicts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;

/** What waits for a gateway is taken up when it is there again, and not only at its next look. */
@ApplicationScoped
public class ReturnedGateways {
    private final Gateways gateways;
    private final WebhookInbox inbox;
    /** Whose books this process could read at the last look. */
    private volatile Set<Account> known = Set.of();

    /** For the proxy of the container only. */
    protected ReturnedGateways() {
        this(null, null);
    }

    @Inject
    public ReturnedGateways(Gateways gateways, WebhookInbox inbox) {
        this.gateways = gateways;
        this.inbox = inbox;
    }

    /** As this process sees it; a server that has it not yet may put a callback back, and wakes it again by itself. */
    public void look() {
        var now = gateways.all().stream().map(PaymentGateway::account).collect(Collectors.toUnmodifiableSet());
        var before = known;
        now.stream().filter(account -> !before.contains(account)).forEach(this::wake);
        known = now;
    }

    private void wake(Account account) {
        LockConflicts.retrying(() -> inbox.wake(account));
    }
}

package io.mizan.order;

import io.mizan.id.OrderId;
import io.mizan.secrets.Digests;
import io.mizan.secrets.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;

/** The secret by which a browser may act on one order and read its status: 256 bits, derived, kept as a hash. */
@ApplicationScoped
public class OrderSecrets {
    /** How long a browser may still read an order that needs nothing more of the customer. */
    private static final Duration AFTER_SETTLING = Duration.ofHours(24);

    private final Orders orders;
    private final Vault vault;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected OrderSecrets() {
        this(null, null, null);
    }

    @Inject
    public OrderSecrets(Orders orders, Vault vault, Clock clock) {
        this.orders = orders;
        this.vault = vault;
        this.clock = clock;
    }

    /** The secret of an order, the same whenever it is asked for. */
    String of(OrderId order) {
        return "os_" + vault.token("order-secret", order.toString());
    }

    static String hash(String secret) {
        return Digests.sha256(secret);
    }

    /** Whether this secret opens that order now. In constant time; false for an order that is not there. */
    @Transactional
    public boolean matches(OrderId id, String secret) {
        var order = orders.managed(id);
        var expected = order.map(Order::clientSecretHash).orElse("0".repeat(64));
        boolean same = MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), hash(secret).getBytes(StandardCharsets.US_ASCII));
        boolean lapsed = order.flatMap(Order::settledAt)
                .filter(at -> at.plus(AFTER_SETTLING).isBefore(clock.instant()))
                .isPresent();
        return order.isPresent() && same && !lapsed;
    }
}

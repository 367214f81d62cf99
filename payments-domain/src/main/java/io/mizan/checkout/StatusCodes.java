package io.mizan.checkout;

import io.mizan.id.Ids;
import io.mizan.id.OrderId;
import io.mizan.secrets.Digests;
import io.mizan.secrets.Vault;
import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Codes with which a browser that comes back, perhaps without the order's secret, reads the status once. */
@ApplicationScoped
@Transactional
public class StatusCodes {
    private static final Duration VALID_FOR = Duration.ofMinutes(15);

    private final Vault vault;
    private final Ids ids;
    private final Sql sql;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected StatusCodes() {
        this(null, null, null, null);
    }

    @Inject
    public StatusCodes(Vault vault, Ids ids, Sql sql, Clock clock) {
        this.vault = vault;
        this.ids = ids;
        this.sql = sql;
        this.clock = clock;
    }

    /** @return a code of 256 bits that is valid for 15 minutes; only its hash is kept */
    String issue(OrderId order) {
        var code = vault.token("status-code", ids.next().toString());
        sql.update(
                "INSERT INTO order_return_code (code_hash, order_id, expires_at) VALUES (?, ?, ?)",
                Digests.sha256(code),
                order.value(),
                clock.instant().plus(VALID_FOR));
        return code;
    }

    /** Whether a code opens this order now; it does so once. */
    public boolean redeem(OrderId order, String code) {
        var now = clock.instant();
        return sql.update(
                        "UPDATE order_return_code SET used_at = ? WHERE code_hash = ? AND order_id = ? AND used_at IS NULL"
                                + " AND expires_at > ?",
                        now,
                        Digests.sha256(code),
                        order.value(),
                        now)
                == 1;
    }

    /** Drops what opens nothing any more. @return how many, at most {@code most} */
    public int sweep(int most) {
        return sql.update(
                "DELETE FROM order_return_code WHERE expires_at <= ? ORDER BY expires_at LIMIT " + most,
                clock.instant());
    }
}

package io.mizan.cardtesting;

import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * So many orders or attempts from one address in a while. Those who come at the same moment, to whichever server, take
 * turns: otherwise each would count before any of the others was written, and a burst would pass every limit.
 */
@ApplicationScoped
public class AddressLimits {
    private final Sql sql;

    /** For the proxy of the container only. */
    protected AddressLimits() {
        this(null);
    }

    @Inject
    public AddressLimits(Sql sql) {
        this.sql = sql;
    }

    /** What is limited. */
    public enum Limited {
        ORDERS("orders"),
        ATTEMPTS("payment_attempt");

        private final String table;

        Limited(String table) {
            this.table = table;
        }
    }

    /**
     * Looks whether one more may come, in the transaction that writes it. Nobody else of this address is counted until
     * that ends.
     *
     * @param addressHash keyed
     * @throws MizanException {@code RATE_LIMITED} if there are {@code most} already
     */
    public void require(Limited what, String addressHash, int most, Duration window, Instant now) {
        sql.update(
                "INSERT INTO address_turn (address_hash, taken_at) VALUES (?, ?)"
                        + " ON DUPLICATE KEY UPDATE taken_at = VALUES(taken_at)",
                addressHash,
                now);
        long came = sql.first(
                        "SELECT COUNT(*) AS came FROM " + what.table + " WHERE address_hash = ? AND created_at > ?",
                        row -> row.number("came"),
                        addressHash,
                        now.minus(window))
                .orElse(0L);
        if (came >= most) {
            throw new MizanException(
                            ErrorCode.RATE_LIMITED,
                            "Too many " + what.name().toLowerCase(Locale.ROOT) + " from this address; wait a while.")
                    .retryAfter(window);
        }
    }

    /** Drops turns that nobody has taken since. @return how many, at most {@code most} */
    public int forgetBefore(Instant since, int most) {
        return sql.update("DELETE FROM address_turn WHERE taken_at < ? ORDER BY taken_at LIMIT " + most, since);
    }
}

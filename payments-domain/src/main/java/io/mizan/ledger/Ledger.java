package io.mizan.ledger;

import io.mizan.id.Ids;
import io.mizan.id.OrderId;
import io.mizan.money.Money;
import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The postings of all orders. */
@ApplicationScoped
public class Ledger {
    private final Sql sql;
    private final Ids ids;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected Ledger() {
        this(null, null, null);
    }

    @Inject
    public Ledger(Sql sql, Ids ids, Clock clock) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
    }

    /** The balances of an order, by account and currency; accounts that come to nothing are left out. */
    public List<Balance> balances(OrderId order) {
        return sql.list(
                "SELECT account, currency, SUM(amount_minor) AS amount_minor FROM posting WHERE order_id = ?"
                        + " GROUP BY account, currency HAVING SUM(amount_minor) <> 0 ORDER BY account, currency",
                row -> new Balance(
                        row.text("account"), Money.ofMinor(row.number("amount_minor"), row.text("currency"))),
                order.value());
    }

    /**
     * Posts what is missing between the balances posted and those demanded, on account of one fact. A repeat posts
     * nothing.
     *
     * @param demanded sums to zero for each currency
     * @throws IllegalArgumentException if it does not
     */
    public void post(OrderId order, UUID factId, List<Balance> demanded) {
        requireBalanced(demanded);
        var missing = new TreeMap<String, Balance>();
        balances(order)
                .forEach(
                        posted -> add(missing, posted.account(), posted.amount().negated()));
        demanded.forEach(balance -> add(missing, balance.account(), balance.amount()));
        missing.values().removeIf(posting -> posting.amount().isZero());
        if (missing.isEmpty()) {
            return;
        }
        long earlier = postings(order, factId);
        for (var posting : missing.values()) {
            sql.update(
                    "INSERT INTO posting (id, order_id, fact_id, earlier, account, currency, amount_minor, posted_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    ids.next(),
                    order.value(),
                    factId,
                    earlier,
                    posting.account(),
                    posting.amount().currencyCode(),
                    posting.amount().amountMinor(),
                    clock.instant());
        }
    }

    /**
     * What a fact amounts to can change without another fact: by the answer to a capture, of what is due. Then postings on
     * account of the same fact follow one another.
     */
    private long postings(OrderId order, UUID factId) {
        return sql.first(
                        "SELECT COUNT(*) AS earlier FROM posting WHERE order_id = ? AND fact_id = ?",
                        row -> row.number("earlier"),
                        order.value(),
                        factId)
                .orElse(0L);
    }

    private static void add(Map<String, Balance> balances, String account, Money amount) {
        balances.merge(
                account + "/" + amount.currencyCode(),
                new Balance(account, amount),
                (a, b) -> new Balance(account, a.amount().plus(b.amount())));
    }

    private static void requireBalanced(List<Balance> demanded) {
        var sums = new TreeMap<String, Money>();
        demanded.forEach(balance -> sums.merge(balance.amount().currencyCode(), balance.amount(), Money::plus));
        if (sums.values().stream().anyMatch(sum -> !sum.isZero())) {
            throw new IllegalArgumentException("debits and credits differ: " + sums);
        }
    }
}

package io.mizan.erasure;

import static java.lang.System.Logger.Level.ERROR;

import io.mizan.cardtesting.AddressLimits;
import io.mizan.customer.People;
import io.mizan.inbox.WebhookInbox;
import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;

/** Destroys what was kept long enough. Each call does a bounded part; a repeat goes on where the last one ended. */
@ApplicationScoped
public class Retention {
    private static final System.Logger LOG = System.getLogger("mizan.erasure");
    private static final Duration TOMORROW = Duration.ofDays(1);
    /** Far longer than the limits of one address look back. */
    private static final Duration ADDRESSES = Duration.ofDays(1);

    private final Sql sql;
    private final WebhookInbox inbox;
    private final People people;
    private final CustomerRecords records;
    private final AddressLimits addresses;
    private final RetentionSettings settings;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected Retention() {
        this(null, null, null, null, null, RetentionSettings.DEFAULT, null);
    }

    @Inject
    public Retention(
            Sql sql,
            WebhookInbox inbox,
            People people,
            CustomerRecords records,
            AddressLimits addresses,
            RetentionSettings settings,
            Clock clock) {
        this.sql = sql;
        this.inbox = inbox;
        this.people = people;
        this.records = records;
        this.addresses = addresses;
        this.settings = settings;
        this.clock = clock;
    }

    /** Raw bodies of callbacks. @return how many rows were looked at, at most {@code most} */
    public int forgetBodies(int most) {
        return inbox.forgetBodiesBefore(clock.instant().minus(settings.bodies()), most);
    }

    /** Where orders and attempts came from, once no limit looks at it any more. @return how many, at most {@code most} */
    public int forgetAddresses(int most) {
        var since = clock.instant().minus(ADDRESSES);
        return IntStream.of(
                        forgetAddresses("orders", since, most),
                        forgetAddresses("payment_attempt", since, most),
                        addresses.forgetBefore(since, most))
                .max()
                .orElseThrow();
    }

    private int forgetAddresses(String table, Instant since, int most) {
        // By the index of hashes, which holds no more rows than came of late.
        var old = sql.list(
                "SELECT id FROM " + table + " WHERE address_hash > '' AND created_at < ? LIMIT " + most,
                row -> row.id("id"),
                since);
        old.forEach(id -> sql.update("UPDATE " + table + " SET address_hash = NULL WHERE id = ?", id));
        return old.size();
    }

    /** Customers whose last movement is long ago. @return how many were looked at, at most {@code most} */
    public int forgetPeople(int most) {
        var now = clock.instant();
        var due = people.dueForRetention(now, most);
        due.forEach(person -> look(person, now));
        return due.size();
    }

    /** One that cannot be erased is looked at again tomorrow and holds up nobody. */
    private void look(UUID person, Instant now) {
        try {
            var until = lastMovement(person).plus(settings.people());
            if (until.isAfter(now)) {
                people.keepUntil(person, until);
            } else if (records.erase(person, "mizan") == 0) {
                people.erase(person);
            }
        } catch (RuntimeException failure) {
            LOG.log(ERROR, "event=retention.failed person=" + person, failure);
            people.keepUntil(person, now.plus(TOMORROW));
        }
    }

    private Instant lastMovement(UUID person) {
        return sql.first(
                        "SELECT GREATEST(MAX(o.created_at), COALESCE(MAX(f.recorded_at), MAX(o.created_at))) AS last_at"
                                + " FROM orders o LEFT JOIN fact f ON f.order_id = o.id WHERE o.person_id = ?",
                        row -> row.optionalInstant("last_at"),
                        person)
                .flatMap(last -> last)
                .orElse(Instant.EPOCH);
    }
}

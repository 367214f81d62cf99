package io.mizan.attention;

import static io.mizan.attention.Matter.CASES_MINE;
import static io.mizan.attention.Matter.CASES_OPEN;
import static io.mizan.attention.Matter.CASES_OVERDUE;
import static io.mizan.attention.Matter.CHANGES_WAITING;
import static io.mizan.attention.Matter.ERASURES_WAITING;
import static io.mizan.attention.Matter.EVENTS_DEAD;
import static io.mizan.attention.Matter.EVENTS_FAILED;
import static io.mizan.attention.Matter.EVENTS_WAITING;
import static io.mizan.attention.Matter.GATEWAYS_AWAY;
import static io.mizan.attention.Matter.GATEWAYS_REFUSING;
import static io.mizan.attention.Matter.KEYS_STOPPED;
import static io.mizan.attention.Matter.ORDERS_OVERDUE;
import static io.mizan.attention.Matter.OUTCOMES_UNKNOWN;
import static io.mizan.attention.Matter.RECORD_BROKEN;
import static io.mizan.attention.Matter.RECORD_UNVERIFIED;
import static io.mizan.attention.Matter.WORK_LATE;
import static java.util.stream.Collectors.joining;

import io.mizan.casework.CaseKind;
import io.mizan.chain.ChainChecks;
import io.mizan.command.Commands;
import io.mizan.gateway.Gateways;
import io.mizan.outage.GatewayCalls;
import io.mizan.search.OrderSearch;
import io.mizan.sql.Sql;
import io.mizan.staff.StaffMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * Counts what wants a look. Each count stops at {@link #MOST}, and each goes by an index, so that looking costs the same
 * however much there is and however much there was.
 */
@ApplicationScoped
public class Attention {
    /** Where counting stops: more than this is "many". */
    public static final int MOST = 100;

    private static final Duration LATE = Duration.ofMinutes(5);
    private static final Duration UNVERIFIED = Duration.ofDays(2);

    /** An index leads to those that were taken and are old enough for the most urgent kind; of them each has its time. */
    private static final String TAKEN_TOO_LONG_AGO =
            "state = 'ASSIGNED' AND holds AND opened_at <= ? AND (opened_at <= ?"
                    + " OR kind IN ("
                    + CaseKind.URGENT.stream()
                            .map(kind -> "'" + kind + "'")
                            .sorted()
                            .collect(joining(", ")) + "))";

    private final Sql sql;
    private final OrderSearch orders;
    private final ChainChecks checks;
    private final Gateways gateways;
    private final GatewayCalls calls;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected Attention() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public Attention(
            Sql sql, OrderSearch orders, ChainChecks checks, Gateways gateways, GatewayCalls calls, Clock clock) {
        this.sql = sql;
        this.orders = orders;
        this.checks = checks;
        this.gateways = gateways;
        this.calls = calls;
        this.clock = clock;
    }

    /** What there is for this person, the most urgent first; what there is none of is absent. */
    public Map<Matter, Integer> now(StaffMember who) {
        var now = clock.instant();
        var found = new EnumMap<Matter, Integer>(Matter.class);
        put(found, EVENTS_DEAD, "webhook_event WHERE state = 'DEAD'");
        gatewaysAway(found);
        put(found, KEYS_STOPPED, "key_stop WHERE ends_at > ?", now);
        put(found, EVENTS_FAILED, "webhook_event WHERE state = 'FAILED'");
        put(found, EVENTS_WAITING, "webhook_event WHERE state = 'WAITING'");
        put(found, WORK_LATE, "webhook_event WHERE due_at <= ?", now.minus(LATE));
        put(found, ORDERS_OVERDUE, orders.countOverdue(MOST));
        put(found, CASES_OPEN, "exception_case WHERE state = 'OPEN' AND holds");
        put(found, CASES_MINE, "exception_case WHERE state = 'ASSIGNED' AND owner = ?", who.username());
        put(found, CASES_OVERDUE, "exception_case WHERE " + TAKEN_TOO_LONG_AGO, tooLongAgo(now));
        put(found, OUTCOMES_UNKNOWN, "gateway_command WHERE " + Commands.OUTCOME_UNKNOWN);
        put(
                found,
                CHANGES_WAITING,
                "approval WHERE state = 'WAITING' AND expires_at > ? AND made_by <> ?",
                now,
                who.id());
        put(
                found,
                ERASURES_WAITING,
                "erasure WHERE state = 'AWAITING_APPROVAL' AND due_at > ? AND requested_by <> ?",
                now,
                who.id());
        record(found, now);
        return found;
    }

    private void record(Map<Matter, Integer> found, Instant now) {
        var latest = checks.latest();
        latest.filter(check -> check.faultCount() > 0)
                .ifPresent(check -> found.put(RECORD_BROKEN, (int) Math.min(check.faultCount(), MOST)));
        boolean verified = latest.filter(check -> check.requestedAt().isAfter(now.minus(UNVERIFIED)))
                .isPresent();
        if (!verified && isThereToVerify(now.minus(UNVERIFIED))) {
            found.put(RECORD_UNVERIFIED, 1);
        }
    }

    /** A system that is younger than that has missed no night. */
    private boolean isThereToVerify(Instant before) {
        return !sql.list("SELECT 1 AS one FROM orders WHERE created_at <= ? LIMIT 1", row -> row.integer("one"), before)
                .isEmpty();
    }

    /** As this process has seen. */
    private void gatewaysAway(Map<Matter, Integer> found) {
        gateways.all().stream()
                .flatMap(gateway -> calls.outage(gateway.name()).stream())
                .forEach(outage ->
                        found.merge(outage.isTurnedAway() ? GATEWAYS_REFUSING : GATEWAYS_AWAY, 1, Integer::sum));
    }

    private static Object[] tooLongAgo(Instant now) {
        return new Object[] {now.minus(CaseKind.URGENT_WITHIN), now.minus(CaseKind.WITHIN)};
    }

    private void put(Map<Matter, Integer> found, Matter matter, String rows, Object... arguments) {
        put(
                found,
                matter,
                sql.list("SELECT 1 AS one FROM " + rows + " LIMIT " + MOST, row -> row.integer("one"), arguments)
                        .size());
    }

    private static void put(Map<Matter, Integer> found, Matter matter, int count) {
        if (count > 0) {
            found.put(matter, count);
        }
    }
}

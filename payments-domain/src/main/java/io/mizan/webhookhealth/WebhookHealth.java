package io.mizan.webhookhealth;

import static java.util.stream.Collectors.toMap;

import io.mizan.gateway.GatewayName;
import io.mizan.gateway.GatewayProfile;
import io.mizan.gateway.Gateways;
import io.mizan.gateway.PaymentGateway;
import io.mizan.inbox.WebhookInbox;
import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Looks at the last day of each gateway's callbacks. Every list that it reads is bounded and goes by an index. */
@ApplicationScoped
public class WebhookHealth {
    /** Where counting and reading stop. */
    public static final int MOST = 1_000;

    private static final Duration WINDOW = Duration.ofDays(1);
    /** What a callback may take before it counts as not come. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    private static final Duration LATE = Duration.ofMinutes(1);

    private final Sql sql;
    private final Gateways gateways;
    private final ArrivalCounts counts;
    private final WebhookInbox inbox;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected WebhookHealth() {
        this(null, null, null, null, null);
    }

    @Inject
    public WebhookHealth(Sql sql, Gateways gateways, ArrivalCounts counts, WebhookInbox inbox, Clock clock) {
        this.sql = sql;
        this.gateways = gateways;
        this.counts = counts;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Of every gateway of this deployment, in their order; then of those that are gone, and of which callbacks wait. */
    public List<Health> all() {
        counts.write();
        var gone = inbox.missed().stream()
                .filter(name -> gateways.find(name).isEmpty())
                .map(name -> of(name, GatewayProfile.Callbacks.HINTING));
        return Stream.concat(gateways.all().stream().map(this::of), gone).toList();
    }

    private Health of(PaymentGateway gateway) {
        return of(gateway.name(), gateway.profile().traits().callbacks());
    }

    /** @param callbacks of one whose callbacks do not say what happened, nothing is missed */
    Health of(GatewayName gateway, GatewayProfile.Callbacks callbacks) {
        var now = clock.instant();
        var since = now.minus(WINDOW);
        var told = callbacks == GatewayProfile.Callbacks.TELLING
                ? told(gateway, since, now.minus(GRACE))
                : List.<Boolean>of();
        return new Health(
                gateway,
                callbacks == GatewayProfile.Callbacks.NONE,
                arrivals(gateway, since),
                told.size(),
                (int) told.stream().filter(it -> it).count(),
                (int) told.stream().takeWhile(it -> !it).count(),
                delays(gateway, since),
                events(gateway, "state = 'WAITING' AND reason = ?", WebhookInbox.GATEWAY_MISSING),
                events(gateway, "state = 'WAITING' AND reason <> ?", WebhookInbox.GATEWAY_MISSING),
                events(gateway, "state = 'FAILED'"),
                events(gateway, "state = 'DEAD'"),
                events(gateway, "due_at <= ?", now.minus(LATE)));
    }

    private record Counted(Arrival arrival, Health.Arrivals arrivals) {}

    private Map<Arrival, Health.Arrivals> arrivals(GatewayName gateway, Instant since) {
        return sql
                .list(
                        "SELECT outcome, SUM(calls) AS calls, MAX(last_at) AS last_at FROM callback_count"
                                + " WHERE gateway = ? AND hour >= ? GROUP BY outcome",
                        row -> new Counted(
                                Arrival.valueOf(row.text("outcome")),
                                new Health.Arrivals(row.number("calls"), row.instant("last_at"))),
                        gateway.value(),
                        since.truncatedTo(ChronoUnit.HOURS))
                .stream()
                .collect(toMap(Counted::arrival, Counted::arrivals));
    }

    /**
     * For each outcome of a payment that we know: whether a callback told it; the latest first, for ids sort by time. What was
     * the answer to a wish of ours (a page closed, a try declined), or concluded from silence, no gateway has to tell.
     */
    private List<Boolean> told(GatewayName gateway, Instant since, Instant until) {
        return sql.list(
                "SELECT EXISTS (SELECT 1 FROM fact_evidence e WHERE e.fact_id = f.id AND e.source = 'WEBHOOK') AS told"
                        + " FROM fact f WHERE f.id >= ? AND f.id < ? AND f.account LIKE ? AND f.kind IN"
                        + " ('CAPTURED', 'CAPTURED_TOTAL', 'AUTHORIZED', 'TRY_DECLINED', 'CHECKOUT_CLOSED')"
                        + " AND (f.kind NOT IN ('CHECKOUT_CLOSED', 'TRY_DECLINED')"
                        + " OR EXISTS (SELECT 1 FROM fact_evidence e WHERE e.fact_id = f.id AND e.source = 'WEBHOOK')"
                        + " OR NOT EXISTS (SELECT 1 FROM fact_evidence e WHERE e.fact_id = f.id AND (e.source = 'ANSWER'"
                        + " OR JSON_VALUE(e.detail, '$.basis') = 'inferred'))) ORDER BY f.id DESC LIMIT " + MOST,
                row -> row.flag("told"),
                idOf(since),
                idOf(until),
                gateway.value() + "/%");
    }

    private Optional<Health.Delays> delays(GatewayName gateway, Instant since) {
        var delays = sql
                .list(
                        "SELECT sent_at, received_at FROM webhook_event WHERE id >= ? AND gateway = ? AND return_of IS NULL"
                                + " AND sent_at IS NOT NULL ORDER BY id DESC LIMIT " + MOST,
                        row -> Duration.between(row.instant("sent_at"), row.instant("received_at")),
                        idOf(since),
                        gateway.value())
                .stream()
                .sorted()
                .toList();
        return delays.isEmpty()
                ? Optional.empty()
                : Optional.of(new Health.Delays(at(delays, 50), at(delays, 95), at(delays, 99)));
    }

    /** The nearest rank: the least delay that so many of a hundred do not exceed. */
    static Duration at(List<Duration> sorted, int percent) {
        return sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1));
    }

    private int events(GatewayName gateway, String condition, Object... arguments) {
        return sql.list(
                        "SELECT 1 AS one FROM webhook_event WHERE " + condition + " AND gateway = ? LIMIT " + MOST,
                        row -> row.integer("one"),
                        Stream.concat(Stream.of(arguments), Stream.of(gateway.value()))
                                .toArray())
                .size();
    }

    /** The least id of that moment. */
    private static UUID idOf(Instant at) {
        return new UUID(at.toEpochMilli() << 16, 0);
    }
}

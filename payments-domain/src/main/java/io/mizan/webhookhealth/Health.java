package io.mizan.webhookhealth;

import io.mizan.gateway.GatewayName;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the callbacks of one gateway fared in the last day.
 *
 * @param silent whether it never calls: signed returns and inquiries are all there is
 * @param arrivals calls by what became of them; absent is none
 * @param outcomes what happened at the gateway and is known by now, up to 1,000
 * @param told how many of those a callback told too; the others we only know because we asked
 * @param missed how many of the latest were not told, up to the last that was
 * @param delays from the gateway's sending to our receiving, of the latest 1,000
 * @param stranded wait for their gateway to be among the settings again; this and the next four up to 1,000
 * @param waiting for their order
 * @param late due for more than a minute
 */
public record Health(
        GatewayName gateway,
        boolean silent,
        Map<Arrival, Arrivals> arrivals,
        int outcomes,
        int told,
        int missed,
        Optional<Delays> delays,
        int stranded,
        int waiting,
        int failed,
        int dead,
        int late) {
    public Health {
        arrivals = Map.copyOf(arrivals);
    }

    /** The half, 95 and 99 of a hundred came at least as fast as this. */
    public record Delays(Duration median, Duration p95, Duration p99) {
        private static final Duration PATIENCE = Duration.ofMinutes(1);

        boolean areLong() {
            return p95.compareTo(PATIENCE) > 0;
        }
    }

    /** @param lastAt when the last of them came */
    public record Arrivals(long calls, Instant lastAt) {}

    public long calls(Arrival arrival) {
        return Optional.ofNullable(arrivals.get(arrival)).map(Arrivals::calls).orElse(0L);
    }

    public long good() {
        return calls(Arrival.STORED) + calls(Arrival.DUPLICATE);
    }

    public long forged() {
        return Arrival.FORGED.stream().mapToLong(this::calls).sum();
    }

    /** When the last genuine one of ours came. */
    public Optional<Instant> lastGood() {
        return last(Arrival.GOOD);
    }

    /** When the last came that was not believed. */
    public Optional<Instant> lastForged() {
        return last(Arrival.FORGED);
    }

    /**
     * Whether one of these came and since then none that was believed. What came before the last genuine one is over,
     * whatever it was.
     */
    boolean isShutOutBy(Arrival... refused) {
        return last(Set.of(refused))
                .filter(bad -> lastGood().filter(bad::isBefore).isEmpty())
                .isPresent();
    }

    /** The same, and the gateway had something to tell: then it is not a stranger who knocks, for anybody can do that. */
    boolean isMissedFor(Arrival... refused) {
        return missed > 0 && isShutOutBy(refused);
    }

    private Optional<Instant> last(Set<Arrival> of) {
        return of.stream()
                .flatMap(arrival -> Optional.ofNullable(arrivals.get(arrival)).stream())
                .map(Arrivals::lastAt)
                .max(Comparator.naturalOrder());
    }
}

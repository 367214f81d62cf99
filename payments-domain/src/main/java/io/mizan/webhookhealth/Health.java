package io.mizan.webhookhealth;

import io.mizan.gateway.GatewayName;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How the callbacks of one gateway fared in the last day.
 *
 * @param arrivals calls by what became of them; absent is none
 * @param lastGood the last genuine one of ours
 * @param lastBad the last that was not believed
 * @param outcomes what happened at the gateway and is known by now, up to 1,000
 * @param told how many of those a callback told too; the others we only know because we asked
 * @param delays from the gateway's sending to our receiving, of the latest 1,000
 * @param stranded wait for their gateway to be among the settings again; this and the next four up to 1,000
 * @param waiting for their order
 * @param late due for more than a minute
 */
public record Health(
        GatewayName gateway,
        Map<Arrival, Long> arrivals,
        Optional<Instant> lastGood,
        Optional<Instant> lastBad,
        int outcomes,
        int told,
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

    public long calls(Arrival arrival) {
        return arrivals.getOrDefault(arrival, 0L);
    }

    public long good() {
        return calls(Arrival.STORED) + calls(Arrival.DUPLICATE);
    }

    public long forged() {
        return arrivals.entrySet().stream()
                .filter(entry -> entry.getKey().isForged())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Since the last one that was not believed, none was believed: it is not a stranger who knocks, it is the gateway. */
    boolean isShutOut() {
        return lastBad.filter(bad -> lastGood.filter(bad::isBefore).isEmpty()).isPresent();
    }
}

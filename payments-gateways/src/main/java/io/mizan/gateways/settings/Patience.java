package io.mizan.gateways.settings;

import static io.mizan.gateways.settings.Requirements.requireBetween;
import static io.mizan.gateways.settings.Requirements.requireIntervals;

import io.mizan.gateway.AdapterSettings;
import java.time.Duration;
import java.util.List;

/**
 * How long the payments of a provider are waited for, and how often it is asked about them.
 *
 * @param payFor how long a page is payable, or the way to it is shown; each provider has bounds of its own
 * @param watchFor how long an attempt that can take no more money is still asked about. 1 hour to 30 days
 * @param inquiryIntervals the waits before the first, second, … inquiry; the last repeats. Each 1 s to 1 day
 */
public record Patience(Duration payFor, Duration watchFor, List<Duration> inquiryIntervals) {
    public Patience {
        inquiryIntervals = List.copyOf(inquiryIntervals);
        requireBetween("time to watch", watchFor, Duration.ofHours(1), Duration.ofDays(30));
        requireIntervals(inquiryIntervals);
    }

    /** The settings {@code pay.for}, {@code watch.for} and {@code inquiry.intervals}. */
    public static Patience from(AdapterSettings settings, Patience standard) {
        return new Patience(
                settings.duration("pay.for", standard.payFor),
                settings.duration("watch.for", standard.watchFor),
                settings.durations("inquiry.intervals", standard.inquiryIntervals));
    }

    /** @throws IllegalArgumentException if a page is payable for less or for longer */
    public void requirePayForBetween(Duration least, Duration most) {
        requireBetween("time to pay", payFor, least, most);
    }
}

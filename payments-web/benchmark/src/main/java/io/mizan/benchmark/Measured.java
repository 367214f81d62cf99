package io.mizan.benchmark;

import java.time.Duration;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * What a load came to.
 *
 * @param micros how long each call took, in microseconds
 * @param failed calls that were answered otherwise than expected; they are not in {@code micros}
 */
record Measured(Histogram micros, long failed, Duration took) {

    double perSecond() {
        return micros.getTotalCount() / (took.toNanos() / 1e9);
    }

    /** Of a hundred calls, {@code percent} took at most so many milliseconds. */
    double millis(double percent) {
        return micros.getValueAtPercentile(percent) / 1000.0;
    }

    String line(String what) {
        return String.format(
                Locale.ROOT,
                "%-52s %8.1f /s   p50 %7.1f ms   p99 %7.1f ms   failed %d",
                what,
                perSecond(),
                millis(50),
                millis(99),
                failed);
    }
}

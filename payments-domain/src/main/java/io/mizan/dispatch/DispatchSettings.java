package io.mizan.dispatch;

import java.time.Duration;
import java.util.List;

/**
 * How commands are sent.
 *
 * @param retryPauses the wait after the first, second, ... sending without an answer; when they are used up the command is
 *     given up and a case opens. Default 1 s, 3 s, 10 s, 30 s, 2 min, 10 min
 * @param lease how long a thread may hold a command before a worker takes it up; must exceed the longest call. Default
 *     20 s
 * @param batch how many commands a worker claims at once, 1 to 500; no more than it sends side by side, or the last would wait
 *     out their lease. Default 8
 * @param concurrentCallsPerGateway how many request threads may wait for one gateway; the others leave their command to
 *     the worker, so that a gateway that hangs never holds them all. 1 to 200, default 8
 */
public record DispatchSettings(List<Duration> retryPauses, Duration lease, int batch, int concurrentCallsPerGateway) {
    public static final DispatchSettings DEFAULT = new DispatchSettings(
            List.of(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10)),
            Duration.ofSeconds(20),
            8,
            8);

    public DispatchSettings {
        retryPauses = List.copyOf(retryPauses);
        if (batch < 1 || batch > 500 || concurrentCallsPerGateway < 1 || concurrentCallsPerGateway > 200) {
            throw new IllegalArgumentException("batch is 1 to 500, concurrent calls 1 to 200");
        }
    }
}

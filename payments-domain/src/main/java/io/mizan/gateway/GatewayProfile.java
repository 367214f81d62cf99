package io.mizan.gateway;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What an adapter declares about its gateway, for callers to read before they call.
 *
 * @param displayName what a customer calls it
 * @param recovery how a lost answer is found out, for every operation the adapter has
 * @param payFor how long a page stays payable; long enough that an opening retried to the end is still valid
 * @param watchFor how long an attempt that can take no more money is still asked about
 * @param inquiryIntervals how long to wait before the first, second, ... inquiry of an attempt; the last repeats
 */
public record GatewayProfile(
        String displayName,
        Map<Operation, Recovery> recovery,
        Duration payFor,
        Duration watchFor,
        List<Duration> inquiryIntervals) {
    public GatewayProfile {
        recovery = Map.copyOf(recovery);
        inquiryIntervals = List.copyOf(inquiryIntervals);
        if (inquiryIntervals.isEmpty()) {
            throw new IllegalArgumentException("a gateway needs at least one inquiry interval");
        }
    }

    /** @throws IllegalArgumentException if the adapter does not declare the operation */
    public Recovery recoveryOf(Operation operation) {
        var declared = recovery.get(operation);
        if (declared == null) {
            throw new IllegalArgumentException(displayName + " declares no recovery of " + operation.code());
        }
        return declared;
    }

    /** The wait before inquiry number {@code asked + 1}. */
    public Duration intervalAfter(int asked) {
        return inquiryIntervals.get(Math.min(asked, inquiryIntervals.size() - 1));
    }
}

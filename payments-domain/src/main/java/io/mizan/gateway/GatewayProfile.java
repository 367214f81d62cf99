package io.mizan.gateway;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an adapter declares about its gateway, for callers to read before they call.
 *
 * @param displayName what a customer calls it
 * @param recovery how a lost answer is found out, for every operation the adapter has
 * @param payFor how long a page stays payable; long enough that an opening retried to the end is still valid
 * @param watchFor how long an attempt that can take no more money is still asked about
 * @param inquiryIntervals how long to wait before the first, second, ... inquiry of an attempt; the last repeats
 * @param traits how it differs from the usual
 */
public record GatewayProfile(
        String displayName,
        Map<Operation, Recovery> recovery,
        Duration payFor,
        Duration watchFor,
        List<Duration> inquiryIntervals,
        Traits traits) {
    public GatewayProfile {
        recovery = Map.copyOf(recovery);
        inquiryIntervals = List.copyOf(inquiryIntervals);
        requireNonNull(traits, "traits");
        if (inquiryIntervals.isEmpty()) {
            throw new IllegalArgumentException("a gateway needs at least one inquiry interval");
        }
    }

    /** A gateway without peculiarities. */
    public GatewayProfile(
            String displayName,
            Map<Operation, Recovery> recovery,
            Duration payFor,
            Duration watchFor,
            List<Duration> inquiryIntervals) {
        this(displayName, recovery, payFor, watchFor, inquiryIntervals, Traits.USUAL);
    }

    /** How a provider's own calls reach us. */
    public enum Callbacks {
        /** It never calls: signed returns and inquiries are all there is. */
        NONE,
        /** They say what happened. */
        TELLING,
        /** They only say that something did; what, is found out by asking. */
        HINTING
    }

    /** Whether an address at which a customer can pay can be made to take no more money. */
    public enum PayableUrl {
        /** The provider closes it when we ask. */
        CLOSED_BY_PROVIDER,
        /** No money moves without our own completion, so that we close it by not giving it. */
        CLOSED_BY_US,
        /** It stays payable until its time is over. */
        STAYS_PAYABLE
    }

    /** How a provider tells how much. */
    public enum Totals {
        /** Each movement by itself. */
        MOVEMENTS,
        /** The sum so far. */
        LEVELS
    }

    /**
     * How a gateway differs from the usual.
     *
     * @param pageLife how long a page that was shown in time goes on taking money; empty if nobody knows
     * @param acknowledgement the body that its callbacks want for an answer, JSON
     */
    public record Traits(
            Callbacks callbacks,
            PayableUrl payableUrl,
            Optional<Duration> pageLife,
            Totals totals,
            String acknowledgement) {
        public static final Traits USUAL = new Traits(
                Callbacks.TELLING,
                PayableUrl.CLOSED_BY_PROVIDER,
                Optional.of(Duration.ZERO),
                Totals.MOVEMENTS,
                "{\"received\":true}");

        public Traits with(Callbacks other) {
            return new Traits(other, payableUrl, pageLife, totals, acknowledgement);
        }

        public Traits with(PayableUrl other) {
            return new Traits(callbacks, other, pageLife, totals, acknowledgement);
        }

        /** Its page cannot be closed: whoever has it before them may pay for so long after the time to pay. */
        public Traits stayingPayable(Duration life) {
            return new Traits(callbacks, PayableUrl.STAYS_PAYABLE, Optional.of(life), totals, acknowledgement);
        }

        /** Its page cannot be closed, and nobody knows for how long it takes money. */
        public Traits stayingPayable() {
            return new Traits(callbacks, PayableUrl.STAYS_PAYABLE, Optional.empty(), totals, acknowledgement);
        }

        public Traits with(Totals other) {
            return new Traits(callbacks, payableUrl, pageLife, other, acknowledgement);
        }

        public Traits acknowledging(String json) {
            return new Traits(callbacks, payableUrl, pageLife, totals, json);
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

    /** Whether its pages are opened here, so that it needs no answer to be paid through. */
    public boolean opensHere() {
        return recovery.get(Operation.OPEN_CHECKOUT) instanceof Recovery.Local;
    }

    /** The wait before inquiry number {@code asked + 1}. */
    public Duration intervalAfter(int asked) {
        return inquiryIntervals.get(Math.min(asked, inquiryIntervals.size() - 1));
    }
}

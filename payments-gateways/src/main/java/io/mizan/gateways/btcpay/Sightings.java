package io.mizan.gateways.btcpay;

import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Target;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which payments of an invoice were seen before a block held them, and which of them were seen no more. A transaction that
 * was replaced may come back, as when the block of the other is given up, so that each time has its number; what was seen of
 * it stands among the references of the attempt, by which this is found again.
 *
 * @param payments the references of those that were ever seen
 * @param marks of what happened to them after that
 */
record Sightings(List<String> payments, Set<String> marks) {
    static final Sightings NONE = new Sightings(List.of(), Set.of());
    private static final String RETURNED = "payment_returned";
    private static final String VANISHED = "payment_vanished";

    static Sightings of(Target target) {
        return new Sightings(
                target.allRefs(BtcPayRequests.PAYMENT),
                Set.copyOf(Stream.of(RETURNED, VANISHED)
                        .map(target::allRefs)
                        .flatMap(Collection::stream)
                        .toList()));
    }

    /** The number of the time at which a payment is there, if it is there now; 1 for the first. */
    int timeOf(String payment) {
        return Math.max(1, vanished(payment) < seen(payment) ? seen(payment) : vanished(payment) + 1);
    }

    /** The number of the last time at which a payment that was ever seen was there. */
    int lastTimeOf(String payment) {
        return seen(payment);
    }

    /** Notes that a payment is there for that time. */
    ProviderRef there(String payment, int time) {
        return time == 1
                ? new ProviderRef(BtcPayRequests.PAYMENT, payment)
                : new ProviderRef(RETURNED, mark(RETURNED, time, payment));
    }

    /** Notes that a payment which was there for that time is there no more. */
    ProviderRef gone(String payment, int time) {
        return new ProviderRef(VANISHED, mark(VANISHED, time, payment));
    }

    /** Tells the facts of one time apart from those of another. */
    static String qualifier(int time) {
        return time == 1 ? "" : String.valueOf(time);
    }

    private int seen(String payment) {
        return payments.contains(payment) ? 1 + marked(2, time -> mark(RETURNED, time, payment)) : 0;
    }

    private int vanished(String payment) {
        return marked(1, time -> mark(VANISHED, time, payment));
    }

    /** How many marks there are, one after another. */
    private int marked(int first, IntFunction<String> mark) {
        return (int) IntStream.iterate(first, time -> time + 1)
                .takeWhile(time -> marks.contains(mark.apply(time)))
                .count();
    }

    private static String mark(String what, int time, String payment) {
        return BtcPayReader.reference(what + ":" + time + ":" + payment);
    }
}

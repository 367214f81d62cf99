package io.mizan.halt;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The instants between which the life of a payment is durable in a different way, in the order in which a payment passes
 * them. A process that is armed for one of them ends there at once, as if it had been killed; the code says where by one
 * line, {@code HaltPoint.COMMAND_SENT.pass()}.
 */
public enum HaltPoint {
    /** The attempt and its command are committed, claimed by this thread; nothing was sent. */
    ATTEMPT_PLANNED,
    /** "Sent" is committed; nothing has left the process. */
    COMMAND_SENT,
    /** The gateway has acted and begins to answer; nobody has read it. */
    GATEWAY_ACTED,
    /** The answer is read; nothing of it is stored. */
    ANSWER_READ,
    /** A callback is found to be genuine; nothing of it is stored, and it is not acknowledged. */
    CALLBACK_JUDGED,
    /** A callback is committed; the gateway does not know that yet. */
    CALLBACK_STORED,
    /** A callback is claimed by a worker that does nothing more. */
    CALLBACK_CLAIMED,
    /** A visit has written everything behind the one door; its commit is next. */
    VISIT_WRITTEN,
    /** A visit is committed; whoever waits for it has not heard. */
    VISIT_COMMITTED;

    /** What an armed process ends with; a killed one ends with another. */
    public static final int EXIT_STATUS = 86;

    private static volatile Armed armed;

    private record Armed(HaltPoint point, AtomicInteger passesLeft) {}

    /** Ends this process, without any hook, if it is armed for this point and this is the pass that was asked for. */
    public void pass() {
        if (isLast()) {
            Runtime.getRuntime().halt(EXIT_STATUS);
        }
    }

    boolean isLast() {
        var trap = armed;
        return trap != null && trap.point == this && trap.passesLeft.decrementAndGet() == 0;
    }

    /**
     * Arms this process for one point, instead of any before. Whoever calls this has made sure that it is a sandbox.
     *
     * @param passes how often it is passed until the process ends; 1 is the next time
     */
    public static void arm(HaltPoint point, int passes) {
        armed = new Armed(requireNonNull(point, "point"), new AtomicInteger(passes));
    }

    static void disarm() {
        armed = null;
    }

    /**
     * The point of that name, written in small letters.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static HaltPoint of(String code) {
        for (var point : values()) {
            if (point.code().equals(code)) {
                return point;
            }
        }
        throw new IllegalArgumentException("must be the name of a halt point");
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

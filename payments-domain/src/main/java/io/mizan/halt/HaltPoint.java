package io.mizan.halt;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The instants between which the life of a payment is durable in a different way, in the order in which a payment passes
 * them. A process that is armed for some of them ends there at once, as if it had been killed; the code says where by one
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

    private static final Map<HaltPoint, AtomicInteger> ARMED = new ConcurrentHashMap<>();

    /** What becomes of a thread that passes a point. */
    enum Fate {
        GOES_ON,
        STAYS,
        ENDS_THE_PROCESS
    }

    /**
     * Ends this process, without any hook, if this is the last of the passes for which it is armed. If it is one of them and
     * others are still to come, this thread stays where it is until then.
     */
    public void pass() {
        switch (fate()) {
            case GOES_ON -> {
                // as nearly always
            }
            case STAYS -> stay();
            case ENDS_THE_PROCESS -> Runtime.getRuntime().halt(EXIT_STATUS);
        }
    }

    Fate fate() {
        var passesLeft = ARMED.get(this);
        if (passesLeft == null || passesLeft.decrementAndGet() != 0) {
            return Fate.GOES_ON;
        }
        ARMED.remove(this);
        return ARMED.isEmpty() ? Fate.ENDS_THE_PROCESS : Fate.STAYS;
    }

    private static void stay() {
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.park();
        }
    }

    /**
     * Arms this process for one more point. It ends when each point that it is armed for was passed, and whoever passed one
     * stays there until then: so one death catches several payments, each at a point of its own. Whoever calls this has made
     * sure that it is a sandbox.
     *
     * @param passes which pass is meant; 1 is the next one
     */
    public static void arm(HaltPoint point, int passes) {
        ARMED.put(point, new AtomicInteger(passes));
    }

    static void disarm() {
        ARMED.clear();
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

package sandbox.webhook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the rules in force do to one message.
 *
 * @param delay how much later it is sent
 * @param copies how often it is sent
 * @param held kept back altogether
 * @param forged sent with a signature that does not verify
 */
record Treatment(Duration delay, int copies, boolean held, boolean forged) {
    static final Treatment NONE = new Treatment(Duration.ZERO, 1, false, false);

    Treatment late(Duration by) {
        return new Treatment(by, copies, held, forged);
    }

    Treatment twice() {
        return new Treatment(delay, 2, held, forged);
    }

    Treatment never() {
        return new Treatment(delay, copies, true, forged);
    }

    Treatment forgery() {
        return new Treatment(delay, copies, held, true);
    }

    /** In words for people; empty if the message is treated as every other. */
    String words(boolean reversed) {
        var words = new ArrayList<String>();
        if (held) {
            words.add("held back");
        }
        if (!delay.isZero()) {
            words.add("late by " + delay.toSeconds() + " s");
        }
        if (copies > 1) {
            words.add("twice");
        }
        if (forged) {
            words.add("forged");
        }
        if (reversed) {
            words.add("reversed");
        }
        return String.join(", ", words);
    }

    /** The messages of one act, first one first, or last one first. */
    static <T> List<T> inOrder(List<T> messages, boolean reversed) {
        var ordered = new ArrayList<>(messages);
        if (reversed) {
            Collections.reverse(ordered);
        }
        return ordered;
    }
}

package sandbox.webhook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sandbox.rule.Misbehaviour;

/**
 * What the rules in force do to one message.
 *
 * @param delay how much later it is sent
 * @param wrong all that is done to it
 */
record Treatment(Duration delay, Set<Misbehaviour> wrong) {
    static final Treatment NONE = new Treatment(Duration.ZERO, EnumSet.noneOf(Misbehaviour.class));

    /** What can be done to a message, the delay apart; with words for people. */
    static final Map<Misbehaviour, String> KINDS = Map.of(
            Misbehaviour.TWICE, "twice",
            Misbehaviour.NEVER, "held back",
            Misbehaviour.FORGED, "forged",
            Misbehaviour.REENCODED, "written anew",
            Misbehaviour.OTHER_MODE, "of the other mode",
            Misbehaviour.OTHER_ACCOUNT, "of another account");

    Treatment {
        wrong = Collections.unmodifiableSet(EnumSet.copyOf(wrong));
    }

    boolean is(Misbehaviour kind) {
        return wrong.contains(kind);
    }

    /** How often it is sent. */
    int copies() {
        return is(Misbehaviour.TWICE) ? 2 : 1;
    }

    /** In words for people; empty if the message is treated as every other. */
    String words(boolean reversed) {
        var words = new ArrayList<String>();
        if (!delay.isZero()) {
            words.add("late by " + delay.toSeconds() + " s");
        }
        wrong.stream()
                .flatMap(kind -> Optional.ofNullable(KINDS.get(kind)).stream())
                .forEach(words::add);
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

package io.mizan.admin.start;

import io.mizan.admin.render.Tone;
import io.mizan.admin.render.Words;
import io.mizan.attention.Attention;
import io.mizan.attention.Matter;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Who is shown which matter, how urgent it looks, and where it leads. */
public final class Concern {
    private static final Set<Matter> OF_OPERATORS = EnumSet.of(
            Matter.RECORD_BROKEN,
            Matter.RECORD_UNVERIFIED,
            Matter.EVENTS_DEAD,
            Matter.GATEWAYS_AWAY,
            Matter.KEYS_STOPPED,
            Matter.EVENTS_FAILED,
            Matter.EVENTS_WAITING,
            Matter.WORK_LATE);

    private Concern() {}

    /** The matters that concern somebody who looks after the system, or after people; cases concern everybody. */
    public static Set<Matter> of(boolean operates, boolean administers) {
        var concerns = EnumSet.allOf(Matter.class);
        if (!operates) {
            concerns.removeAll(OF_OPERATORS);
        }
        if (!administers) {
            concerns.remove(Matter.ERASURES_WAITING);
        }
        return concerns;
    }

    public static StartView view(Map<Matter, Integer> found, Set<Matter> concerns, Words words) {
        return new StartView(concerns.stream()
                .filter(found::containsKey)
                .map(matter -> line(matter, found.get(matter), words))
                .toList());
    }

    private static StartView.Line line(Matter matter, int count, Words words) {
        var key = "attention." + matter.code();
        return new StartView.Line(
                count >= Attention.MOST ? Attention.MOST + "+" : Integer.toString(count),
                words.text(key),
                words.text(key + ".sentence"),
                tone(matter),
                link(matter));
    }

    private static Tone tone(Matter matter) {
        return switch (matter) {
            case RECORD_BROKEN, EVENTS_DEAD, GATEWAYS_AWAY, KEYS_STOPPED, WORK_LATE -> Tone.BAD;
            case CASES_OPEN, OUTCOMES_UNKNOWN, EVENTS_FAILED, EVENTS_WAITING, ERASURES_WAITING -> Tone.WAITING;
            case CASES_MINE, RECORD_UNVERIFIED -> Tone.QUIET;
        };
    }

    private static String link(Matter matter) {
        return "/admin/"
                + switch (matter) {
                    case RECORD_BROKEN, RECORD_UNVERIFIED -> "chains";
                    case EVENTS_DEAD -> "events?state=dead";
                    case EVENTS_FAILED -> "events?state=failed";
                    case EVENTS_WAITING -> "events?state=waiting";
                    case WORK_LATE -> "events?state=received";
                    case CASES_OPEN -> "cases";
                    case CASES_MINE -> "cases?mine=true";
                    case OUTCOMES_UNKNOWN -> "orders?attention=true";
                    case GATEWAYS_AWAY -> "webhooks";
                    case KEYS_STOPPED -> "keys";
                    case ERASURES_WAITING -> "erasures";
                };
    }
}

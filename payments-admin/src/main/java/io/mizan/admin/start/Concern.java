package io.mizan.admin.start;

import static java.util.stream.Collectors.joining;

import io.mizan.admin.render.Objections;
import io.mizan.admin.render.Tone;
import io.mizan.admin.render.Words;
import io.mizan.attention.Attention;
import io.mizan.attention.Matter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Who is shown which matter, how urgent it looks, and where it leads.
 *
 * @param operates whether it is somebody who looks after the system
 * @param administers whether it is somebody who looks after people and gateways
 * @param faults what is wrong with the gateways that could not be built, by what people call them
 */
public record Concern(boolean operates, boolean administers, Map<String, String> faults, Words words) {
    private static final Set<Matter> OF_OPERATORS = EnumSet.of(
            Matter.RECORD_BROKEN,
            Matter.RECORD_UNVERIFIED,
            Matter.EVENTS_DEAD,
            Matter.GATEWAYS_FAULTY,
            Matter.GATEWAYS_REFUSING,
            Matter.GATEWAYS_AWAY,
            Matter.KEYS_STOPPED,
            Matter.EVENTS_FAILED,
            Matter.EVENTS_WAITING,
            Matter.WORK_LATE,
            Matter.ORDERS_OVERDUE);

    /** They decide about what others wish for. */
    private static final Set<Matter> OF_ADMINISTRATORS = EnumSet.of(Matter.CHANGES_WAITING, Matter.ERASURES_WAITING);

    public Concern {
        faults = Collections.unmodifiableMap(new LinkedHashMap<>(faults));
    }

    /** Cases concern everybody. */
    private Set<Matter> matters() {
        var concerns = EnumSet.allOf(Matter.class);
        if (!operates) {
            concerns.removeAll(OF_OPERATORS);
        }
        if (!administers) {
            concerns.removeAll(OF_ADMINISTRATORS);
        }
        return concerns;
    }

    /** @param counted beside the gateways that could not be built */
    public StartView view(Map<Matter, Integer> counted) {
        var found = new EnumMap<Matter, Integer>(Matter.class);
        found.putAll(counted);
        if (!faults.isEmpty()) {
            found.put(Matter.GATEWAYS_FAULTY, faults.size());
        }
        return new StartView(matters().stream()
                .filter(found::containsKey)
                .map(matter -> line(matter, found.get(matter)))
                .toList());
    }

    private StartView.Line line(Matter matter, int count) {
        var key = "attention." + matter.code();
        return new StartView.Line(
                count >= Attention.MOST ? Attention.MOST + "+" : Integer.toString(count),
                words.text(key),
                matter == Matter.GATEWAYS_FAULTY
                        ? words.text(key + ".sentence", causes())
                        : words.text(key + ".sentence"),
                tone(matter),
                link(matter));
    }

    private String causes() {
        var objections = new Objections(words);
        return faults.entrySet().stream()
                .map(fault ->
                        words.text("attention.gateways_faulty.cause", fault.getKey(), objections.of(fault.getValue())))
                .collect(joining(" "));
    }

    private static Tone tone(Matter matter) {
        return switch (matter) {
            case RECORD_BROKEN,
                    EVENTS_DEAD,
                    GATEWAYS_FAULTY,
                    GATEWAYS_REFUSING,
                    GATEWAYS_AWAY,
                    KEYS_STOPPED,
                    WORK_LATE,
                    ORDERS_OVERDUE,
                    CASES_OVERDUE -> Tone.BAD;
            case CASES_OPEN, OUTCOMES_UNKNOWN, EVENTS_FAILED, EVENTS_WAITING, CHANGES_WAITING, ERASURES_WAITING ->
                Tone.WAITING;
            case CASES_MINE, RECORD_UNVERIFIED -> Tone.QUIET;
        };
    }

    private String link(Matter matter) {
        return "/admin/"
                + switch (matter) {
                    case RECORD_BROKEN, RECORD_UNVERIFIED -> "chains";
                    case EVENTS_DEAD -> "events?state=dead";
                    case EVENTS_FAILED -> "events?state=failed";
                    case EVENTS_WAITING -> "events?state=waiting";
                    case WORK_LATE -> "events?state=received";
                    case CASES_OPEN -> "cases";
                    case CASES_OVERDUE -> "cases?state=assigned";
                    case CASES_MINE -> "cases?mine=true";
                    case ORDERS_OVERDUE -> "orders?overdue=true";
                    case OUTCOMES_UNKNOWN -> "orders?attention=true";
                    case GATEWAYS_FAULTY, GATEWAYS_REFUSING -> administers ? "gateways" : "webhooks";
                    case GATEWAYS_AWAY -> "webhooks";
                    case KEYS_STOPPED -> "keys";
                    case CHANGES_WAITING -> "approvals";
                    case ERASURES_WAITING -> "erasures";
                };
    }
}

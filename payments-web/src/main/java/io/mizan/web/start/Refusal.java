package io.mizan.web.start;

import io.mizan.database.ConnectionFault;
import java.util.List;
import java.util.Objects;
import java.util.logging.Logger;

/**
 * One reason not to start.
 *
 * @param code stable, lower case with underscores, for programs
 * @param sentence what is wrong and what to do about it, for people; on one line and without secrets
 */
public record Refusal(String code, String sentence) {

    public Refusal {
        Objects.requireNonNull(code, "code");
        sentence = sentence.replaceAll("\\s+", " ").strip();
    }

    static Refusal of(ConnectionFault fault) {
        return new Refusal(fault.code(), fault.sentence());
    }

    /**
     * Logs a line for each, and then how many there were: whoever reads the log while it is being written knows by that
     * when he has read them all.
     */
    static void tell(Logger log, List<Refusal> refusals) {
        refusals.forEach(refusal -> log.severe(refusal.toString()));
        log.severe("MIZAN-REFUSED-IN-ALL " + refusals.size());
    }

    /** The line of the log by which launchers and operators recognise it. */
    @Override
    public String toString() {
        return "MIZAN-REFUSED " + code + " " + sentence;
    }
}

package io.mizan.web.start;

import io.mizan.database.ConnectionFault;
import java.util.Objects;

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

    /** The line of the log by which launchers and operators recognise it. */
    @Override
    public String toString() {
        return "MIZAN-REFUSED " + code + " " + sentence;
    }
}

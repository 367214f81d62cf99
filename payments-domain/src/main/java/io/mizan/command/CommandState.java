package io.mizan.command;

import java.util.Locale;

/** How far a command has come. */
public enum CommandState {
    /** Stored; certainly not acted on. */
    PLANNED,
    /** On the wire, or it was when the process died: only its recovery may follow. */
    SENT,
    /** Answered, with yes or no. */
    DONE,
    /** Asked and not answered: it may have happened (invariant 7). */
    UNKNOWN,
    /** Not sent any more. What it may have moved stays held until a fact or a person resolves it. */
    GIVEN_UP;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

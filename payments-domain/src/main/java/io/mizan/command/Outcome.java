package io.mizan.command;

import java.util.Locale;

/** The answer to a command that is done. */
public enum Outcome {
    ACCEPTED,
    DECLINED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.mizan.intake;

import io.mizan.gateway.Operation;
import io.mizan.id.AttemptId;

/** The idempotency key of a command: the same intent has the same key, whoever plans it. */
public final class CommandKeys {
    private CommandKeys() {}

    public static String of(AttemptId attempt, Operation operation, int ordinal) {
        return attempt + "-" + operation.code() + "-" + ordinal;
    }
}

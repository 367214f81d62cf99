package io.mizan.web.problem;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether the same request may be sent again. */
enum Retry {
    /** Nothing was done: the same again, after {@code Retry-After} if there is one. */
    SAFE,
    /** It is not known whether something was done: the same again with the same {@code Idempotency-Key}. */
    SAME_KEY,
    /** The same again comes to the same: change something first. */
    NEVER;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

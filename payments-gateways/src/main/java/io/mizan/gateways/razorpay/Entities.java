package io.mizan.gateways.razorpay;

import io.mizan.gateways.json.JsonDocument;
import io.mizan.id.AttemptId;
import java.util.Optional;

/** What Razorpay's entities have in common, with what they do not keep to: empty objects that are arrays, and the like. */
final class Entities {
    private Entities() {}

    /** {@code notes} is an object, an empty array if there are none, or nothing at all. */
    static Optional<String> note(JsonDocument entity, String name) {
        return entity.isObject("notes")
                ? Optional.ofNullable(entity.texts("notes").get(name))
                : Optional.empty();
    }

    /** The attempt that we wrote on it. */
    static Optional<AttemptId> mark(JsonDocument entity) {
        return note(entity, RazorpayRequests.ATTEMPT_NOTE).flatMap(Entities::attempt);
    }

    static Optional<AttemptId> attempt(String text) {
        try {
            return Optional.of(AttemptId.fromString(text));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** A flag that some documents write as {@code true} and others as {@code "1"}; yes if it is not there. */
    static boolean yes(JsonDocument entity, String name) {
        return entity.isText(name)
                ? entity.text(name).filter("1"::equals).isPresent()
                : entity.flag(name).orElse(true);
    }
}

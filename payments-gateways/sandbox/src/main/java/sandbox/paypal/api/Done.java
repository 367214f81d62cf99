package sandbox.paypal.api;

import java.util.Optional;

/**
 * What a request came to.
 *
 * @param kind {@code order}, {@code authorization}, {@code capture}, {@code refund} or {@code event}
 * @param isNew whether it made that object
 * @param refused the issue for which it did not; what it changed all the same stays changed
 */
record Done(String kind, String id, boolean isNew, Optional<String> refused) {
    static Done made(String kind, String id) {
        return new Done(kind, id, true, Optional.empty());
    }

    static Done found(String kind, String id) {
        return new Done(kind, id, false, Optional.empty());
    }

    static Done completed(String order, Optional<String> refused) {
        return new Done("order", order, true, refused);
    }
}

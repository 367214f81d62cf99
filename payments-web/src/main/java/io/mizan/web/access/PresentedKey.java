package io.mizan.web.access;

import io.mizan.access.ApiKey;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What the {@code Authorization} header of a call came to; kept with the request by the mechanism that looked. */
sealed interface PresentedKey {
    String ATTRIBUTE = PresentedKey.class.getName();

    /** There was none. */
    record None() implements PresentedKey {}

    /** There was one that opens nothing. */
    record Unknown() implements PresentedKey {}

    /** There was a good one, from an address that it may not be used from. */
    record Elsewhere() implements PresentedKey {}

    /** Nobody could look: the database is away. */
    record Unchecked(RuntimeException cause) implements PresentedKey {}

    record Valid(ApiKey key) implements PresentedKey {}

    static PresentedKey of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof PresentedKey presented ? presented : new None();
    }

    static Optional<ApiKey> keyOf(HttpServletRequest request) {
        return of(request) instanceof Valid valid ? Optional.of(valid.key()) : Optional.empty();
    }
}

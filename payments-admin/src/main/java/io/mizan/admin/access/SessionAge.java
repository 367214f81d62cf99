package io.mizan.admin.access;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;

/** A session ends eight hours after signing in, however busy it is; in real time, also in a sandbox. */
final class SessionAge {
    private static final Duration LONGEST = Duration.ofHours(8);
    private static final String SIGNED_IN_AT = "mizan.signed_in_at";

    private SessionAge() {}

    static void begin(HttpSession session) {
        session.setAttribute(SIGNED_IN_AT, System.currentTimeMillis());
    }

    static boolean isOver(HttpSession session) {
        return session.getAttribute(SIGNED_IN_AT) instanceof Long since
                && System.currentTimeMillis() - since > LONGEST.toMillis();
    }
}

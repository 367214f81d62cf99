package io.mizan.gateways.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A provider's words that no table of ours lists. Each is logged once: what comes with every payment would fill the log. */
public final class UnlistedCodes {
    /** So many new words at once are no words. */
    private static final int MOST = 1000;

    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final Logger log;
    private final Level level;
    private final String event;

    /** @param event the name of the line, such as {@code stripe.decline.unlisted} */
    public UnlistedCodes(Logger log, Level level, String event) {
        this.log = log;
        this.level = level;
        this.event = event;
    }

    public void tell(String code) {
        var word = Words.forLog(code);
        if (told.size() < MOST && told.add(word)) {
            log.log(level, "event={0} code={1}", new Object[] {event, word});
        }
    }
}

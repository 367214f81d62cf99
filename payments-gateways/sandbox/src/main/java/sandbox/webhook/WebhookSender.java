package sandbox.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** What a simulated provider knows about sending its messages. */
public interface WebhookSender {
    /** The gateway whose messages these are. */
    String gateway();

    URI target();

    /**
     * The headers of one sending, the signature among them.
     *
     * @param at when it is sent; each try is signed afresh
     * @param forged true for a signature that must not verify
     */
    Map<String, String> headers(String body, Instant at, boolean forged);
}

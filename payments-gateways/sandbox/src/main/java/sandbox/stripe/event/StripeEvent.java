package sandbox.stripe.event;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;

/**
 * An event as it is kept: the exact text that was sent.
 *
 * @param sessionId the checkout that it belongs to
 * @param undelivered how many messages about it have not arrived, what the API shows as {@code pending_webhooks}
 */
public record StripeEvent(
        long seq, String id, String type, String sessionId, Instant createdAt, String body, int undelivered) {
    /** The event as the API answers it. */
    public JsonObject document() {
        try (var reader = Json.createReader(new StringReader(body))) {
            return Json.createObjectBuilder(reader.readObject())
                    .add("pending_webhooks", undelivered)
                    .build();
        }
    }
}

package sandbox.stripe.event;

import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Instant;

/**
 * An event as it is kept: the exact text that was sent.
 *
 * @param undelivered how many messages about it have not arrived, what the API shows as {@code pending_webhooks}
 */
public record StripeEvent(long seq, String id, String type, Instant createdAt, String body, int undelivered) {
    /** Kept, because each look-up of it reads through every library of the application. */
    private static final JsonProvider JSON = JsonProvider.provider();

    /** The event as the API answers it. */
    public JsonObject document() {
        try (var reader = JSON.createReader(new StringReader(body))) {
            return JSON.createObjectBuilder(reader.readObject())
                    .add("pending_webhooks", undelivered)
                    .build();
        }
    }
}

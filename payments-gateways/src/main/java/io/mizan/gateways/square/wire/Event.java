package io.mizan.gateways.square.wire;

import io.mizan.gateways.json.JsonDocument;
import io.mizan.secrets.Digests;
import java.time.Instant;
import java.util.Optional;

/**
 * The envelope of a webhook.
 *
 * @param id of the event, the same at each try to deliver it; the digest of the message if Square gave it none
 * @param location whose event it is, where Square says so
 * @param object what it is about, under the name of its kind
 */
public record Event(
        String id, String type, Optional<Instant> createdAt, Optional<String> location, Optional<JsonDocument> object) {
    public static Event parse(byte[] body) {
        var event = JsonDocument.parse(body);
        return new Event(
                event.text("event_id").filter(Ids::isOne).orElseGet(() -> Digests.sha256(body)),
                event.requiredText("type"),
                event.instant("created_at"),
                event.text("location_id"),
                event.object("data").flatMap(data -> data.object("object")));
    }

    /** @throws IllegalArgumentException if it shows no object of that kind */
    public JsonDocument shown(String kind) {
        return object.orElseThrow(() -> new IllegalArgumentException("data.object is missing"))
                .requiredObject(kind);
    }
}

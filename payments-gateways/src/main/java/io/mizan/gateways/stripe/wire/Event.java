package io.mizan.gateways.stripe.wire;

import java.time.Instant;
import java.util.Optional;

/**
 * The {@code event} object: the envelope of a webhook.
 *
 * @param created when it happened
 * @param liveMode absent only in messages that no endpoint of ours asked for
 * @param account the connected account it is about; absent if it is about our own
 * @param object a snapshot of what it is about, as it was then
 */
public record Event(
        String id,
        String type,
        Optional<Instant> created,
        Optional<Boolean> liveMode,
        Optional<String> account,
        Optional<Document> object) {
    public static Event parse(byte[] body) {
        var event = Document.parse(body);
        return new Event(
                event.requiredId("id"),
                event.requiredText("type"),
                event.time("created"),
                event.flag("livemode"),
                event.id("account"),
                event.object("data").flatMap(data -> data.object("object")));
    }

    /** @throws IllegalArgumentException if it shows nothing */
    public Document shown() {
        return object.orElseThrow(() -> new IllegalArgumentException("data.object is missing"));
    }
}

package io.mizan.gateways.stripe.wire;

import io.mizan.gateways.json.JsonDocument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One JSON object of Stripe's, read member by member, with what is special about Stripe's ids and times. */
public final class Document {
    /** Stripe's ids are of these characters; anything else has no place in an address or in a column of ours. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_]{1,120}");

    /** The last second of the year 9999. */
    private static final long END_OF_TIME = 253_402_300_799L;

    private final JsonDocument json;

    private Document(JsonDocument json) {
        this.json = json;
    }

    /** @throws IllegalArgumentException if the bytes are not one JSON object in UTF-8 */
    public static Document parse(byte[] utf8) {
        return new Document(JsonDocument.parse(utf8));
    }

    /** What kind of object it says it is: {@code checkout.session}. */
    public String objectName() {
        return requiredText("object");
    }

    Optional<Document> object(String name) {
        return json.object(name).map(Document::new);
    }

    /** The objects of an array; none if it is absent. */
    List<Document> objects(String name) {
        return json.objects(name).stream().map(Document::new).toList();
    }

    Optional<String> text(String name) {
        return json.text(name);
    }

    String requiredText(String name) {
        return json.requiredText(name);
    }

    Optional<String> id(String name) {
        return text(name).map(id -> {
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException(name + " is not an id of Stripe's");
            }
            return id;
        });
    }

    String requiredId(String name) {
        return id(name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    /** The id under that name, whether Stripe wrote only the id or put the whole object in its place. */
    Optional<String> expandableId(String name) {
        return expanded(name).map(object -> object.requiredId("id")).or(() -> id(name));
    }

    /** The object under that name, if Stripe put it in the place of its id. */
    Optional<Document> expanded(String name) {
        return json.isObject(name) ? object(name) : Optional.empty();
    }

    Optional<Long> number(String name) {
        return json.number(name);
    }

    long requiredNumber(String name) {
        return json.requiredNumber(name);
    }

    Optional<Boolean> flag(String name) {
        return json.flag(name);
    }

    /** A time, which Stripe counts in seconds since the epoch; one that no calendar of ours reaches is refused. */
    Optional<Instant> time(String name) {
        return number(name).map(seconds -> {
            if (seconds < 0 || seconds > END_OF_TIME) {
                throw new IllegalArgumentException(name + " is not a time");
            }
            return Instant.ofEpochSecond(seconds);
        });
    }

    /** The members that are strings; Stripe's metadata has no others. */
    Map<String, String> texts(String name) {
        return json.texts(name);
    }
}

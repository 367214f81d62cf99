package sandbox.stripe.api;

import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import sandbox.stripe.checkout.Listing;
import sandbox.stripe.wire.Document;

/** What all lists have in common: how a page is asked for and how it is answered. */
final class Listings {
    /** Kept, because each look-up of it reads through every library of the application. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final int DEFAULT_LIMIT = 10;
    private static final int GREATEST_LIMIT = 100;

    private Listings() {}

    static Listing asked(Parameters parameters) {
        var limit = parameters.integer("limit").orElse((long) DEFAULT_LIMIT);
        if (limit < 1 || limit > GREATEST_LIMIT) {
            throw StripeError.invalidParameter("parameter_invalid_integer", "limit", "limit must be from 1 to 100.");
        }
        if (parameters.has("starting_after") && parameters.has("ending_before")) {
            throw StripeError.invalidParameter(
                    "", "ending_before", "Only one of starting_after and ending_before may be sent.");
        }
        var created = parameters.below("created");
        var exactly = parameters.integer("created");
        return new Listing(
                limit.intValue(),
                parameters.text("starting_after"),
                parameters.text("ending_before"),
                exactly.or(() -> created.integer("gte"))
                        .or(() -> created.integer("gt").map(after -> after + 1))
                        .map(Instant::ofEpochSecond),
                exactly.or(() -> created.integer("lte"))
                        .or(() -> created.integer("lt").map(before -> before - 1))
                        .map(Instant::ofEpochSecond));
    }

    static JsonObject answered(String url, List<JsonObject> items, boolean hasMore) {
        var data = JSON.createArrayBuilder();
        items.forEach(data::add);
        return Document.of("list")
                .value("data", data.build())
                .flag("has_more", hasMore)
                .text("url", url)
                .build();
    }

    /** The cursor that a page was asked by must be an object of that list. */
    static void checkCursor(Optional<String> cursor, String param, boolean exists) {
        if (cursor.isPresent() && !exists) {
            throw StripeError.noSuch("object", cursor.get(), param);
        }
    }
}

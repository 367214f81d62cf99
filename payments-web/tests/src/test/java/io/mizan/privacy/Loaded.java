package io.mizan.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateway.Callback;
import io.mizan.gateways.contract.FormFields;
import io.mizan.gateways.contract.SimulatedProvider;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Puts words into each field of a provider's message that takes them: wherever the message, signed anew by the provider, is
 * still about the same.
 */
final class Loaded {
    private static final String NEW_FIELD = "payer_note";

    private final SimulatedProvider provider;
    private final Function<Callback.Raw, Optional<String>> about;
    private final List<String> words;
    private Callback.Raw message;
    private int places;

    /**
     * @param about what a message is about if it is believed
     * @param words the first that a field takes is put there
     */
    Loaded(
            SimulatedProvider provider,
            Callback.Raw genuine,
            Function<Callback.Raw, Optional<String>> about,
            List<String> words) {
        this.provider = provider;
        this.about = about;
        this.words = List.copyOf(words);
        this.message = genuine;
        if (body().startsWith("{")) {
            loadJson();
        } else {
            loadForm();
        }
    }

    Callback.Raw message() {
        return message;
    }

    /** How many fields took words. */
    int places() {
        return places;
    }

    private void loadJson() {
        texts("", json())
                .forEach(pointer -> load(word -> Json.createPointer(pointer)
                        .replace(json(), Json.createValue(word))
                        .toString()));
        load(word ->
                Json.createObjectBuilder(json()).add(NEW_FIELD, word).build().toString());
    }

    private void loadForm() {
        IntStream.range(0, form().fields().size())
                .forEach(place -> load(word -> {
                    var fields = new ArrayList<>(form().fields());
                    fields.set(place, new FormFields.Field(fields.get(place).name(), word));
                    return new FormFields(fields).encoded();
                }));
        load(word -> {
            var fields = new ArrayList<>(form().fields());
            fields.add(new FormFields.Field(NEW_FIELD, word));
            return new FormFields(fields).encoded();
        });
    }

    private void load(Function<String, String> place) {
        var now = about.apply(message);
        words.stream()
                .map(place)
                .flatMap(body -> stillAbout(now, body).stream())
                .findFirst()
                .ifPresent(loaded -> {
                    message = loaded;
                    places++;
                });
    }

    /** Nothing where the provider could not have written it, or nobody could read it. */
    private Optional<Callback.Raw> stillAbout(Optional<String> now, String body) {
        try {
            return Optional.of(provider.signedAnew(message, body))
                    .filter(loaded -> about.apply(loaded).equals(now));
        } catch (IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    private String body() {
        return new String(message.body(), UTF_8);
    }

    private FormFields form() {
        return FormFields.of(message);
    }

    private JsonObject json() {
        try (var reader = Json.createReader(new StringReader(body()))) {
            return reader.readObject();
        }
    }

    private static List<String> texts(String pointer, JsonValue value) {
        var found = new ArrayList<String>();
        if (value instanceof JsonObject object) {
            object.forEach((name, member) ->
                    found.addAll(texts(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), member)));
        } else if (value instanceof JsonArray array) {
            IntStream.range(0, array.size()).forEach(i -> found.addAll(texts(pointer + "/" + i, array.get(i))));
        } else if (value.getValueType() == JsonValue.ValueType.STRING || value == JsonValue.NULL) {
            found.add(pointer);
        }
        return found;
    }
}

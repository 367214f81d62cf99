package sandbox.stripe.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Optional;
import sandbox.stripe.checkout.Checkouts;
import sandbox.stripe.checkout.ObjectKind;
import sandbox.stripe.wire.Documents;
import sandbox.stripe.wire.RefundJson;

/** Puts objects in the place of their ids, along the paths that a request names: {@code payment_intent.latest_charge}. */
@ApplicationScoped
class Expansion {
    /** Kept, because each look-up of it reads through every library of the application. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final int DEEPEST = 4;

    @Inject
    Checkouts checkouts;

    @Inject
    Documents documents;

    @Inject
    SessionOperations sessions;

    /** @throws StripeError 400 if a path leads to something that has no object behind it */
    JsonObject expand(JsonObject document, List<String> paths) {
        var expanded = document;
        for (var path : paths) {
            var steps = List.of(path.split("\\."));
            if (steps.size() > DEEPEST) {
                throw unexpandable(path);
            }
            expanded = expandStep(expanded, steps, path);
        }
        return expanded;
    }

    private JsonObject expandStep(JsonObject document, List<String> steps, String path) {
        var name = steps.get(0);
        var value = valueToExpand(document, name, path);
        var further = steps.subList(1, steps.size());
        return JSON.createObjectBuilder(document)
                .add(name, further.isEmpty() ? value : expandBelow(value, further, path))
                .build();
    }

    private JsonValue expandBelow(JsonValue value, List<String> steps, String path) {
        if (value instanceof JsonArray array) {
            var members = JSON.createArrayBuilder();
            array.forEach(member -> members.add(expandStep(member.asJsonObject(), steps, path)));
            return members.build();
        }
        return value instanceof JsonObject object ? expandStep(object, steps, path) : value;
    }

    private JsonValue valueToExpand(JsonObject document, String name, String path) {
        if (name.equals("line_items") && isA(document, "checkout.session")) {
            return sessions.lineItems(document.getString("id"));
        }
        if (name.equals("refunds") && isA(document, "charge")) {
            var charge = document.getString("id");
            return checkouts
                    .holding(ObjectKind.CHARGE, charge)
                    .map(checkout -> RefundJson.within(checkout, charge))
                    .orElseThrow(() -> unexpandable(path));
        }
        var value = document.get(name);
        if (value == null || !isExpandable(document, name)) {
            throw unexpandable(path);
        }
        return value instanceof JsonString id
                ? objectOf(name, id.getString()).orElseThrow(() -> unexpandable(path))
                : value;
    }

    private static boolean isExpandable(JsonObject document, String name) {
        return switch (name) {
            case "data" -> isA(document, "list");
            case "payment_intent" ->
                isA(document, "checkout.session") || isA(document, "charge") || isA(document, "refund");
            case "charge" -> isA(document, "refund");
            case "latest_charge" -> isA(document, "payment_intent");
            default -> false;
        };
    }

    private Optional<JsonObject> objectOf(String name, String id) {
        return name.equals("payment_intent")
                ? checkouts.holding(ObjectKind.INTENT, id).flatMap(documents::intent)
                : checkouts.holding(ObjectKind.CHARGE, id).flatMap(checkout -> documents.charge(checkout, id));
    }

    private static boolean isA(JsonObject document, String object) {
        return document.getString("object", "").equals(object);
    }

    private static StripeError unexpandable(String path) {
        return StripeError.invalidParameter("", "expand", "This property cannot be expanded (" + path + ").");
    }
}

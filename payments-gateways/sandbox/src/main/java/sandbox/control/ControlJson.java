package sandbox.control;

import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sandbox.rule.Misbehaviour;
import sandbox.rule.Rule;
import sandbox.store.LoggedEvent;
import sandbox.webhook.Attempt;
import sandbox.webhook.Delivery;

/** The documents of the control API. */
final class ControlJson {
    /** Kept, because each look-up of it reads through every library of the application. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private ControlJson() {}

    /** The members of an object as texts; nothing at all is an empty object. */
    static Map<String, String> fields(String body) {
        var fields = new LinkedHashMap<String, String>();
        if (body.isBlank()) {
            return fields;
        }
        try (var reader = JSON.createReader(new StringReader(body))) {
            reader.readObject().forEach((name, value) -> {
                if (value instanceof JsonString text) {
                    fields.put(name, text.getString());
                } else if (value instanceof JsonNumber number) {
                    fields.put(name, number.toString());
                } else {
                    throw ControlRefused.invalid(name + " must be a text or a number");
                }
            });
        } catch (JsonException e) {
            throw ControlRefused.invalid("the body must be one JSON object");
        }
        return fields;
    }

    static JsonObject clock(Instant now, Duration offset) {
        return JSON.createObjectBuilder()
                .add("now", now.toString())
                .add("offset_seconds", offset.toSeconds())
                .build();
    }

    static JsonObject rule(Rule rule) {
        var json = JSON.createObjectBuilder()
                .add("id", rule.id())
                .add("gateway", rule.gateway())
                .add("session", rule.subject().equals(Rule.EVERYBODY) ? "all" : rule.subject())
                .add("kind", rule.kind().code());
        rule.operation().ifPresent(operation -> json.add("operation", operation));
        rule.remaining()
                .ifPresentOrElse(times -> json.add("times", times), () -> json.add("times", RuleRequest.FOREVER));
        rule.setting().ifPresent(setting -> addSetting(json, rule.kind().setting(), setting));
        return json.build();
    }

    private static void addSetting(JsonObjectBuilder json, Misbehaviour.Setting kind, String setting) {
        switch (kind) {
            case SECONDS, AMOUNT -> json.add(kind.field(), Long.parseLong(setting));
            case CURRENCY, CODE -> json.add(kind.field(), setting);
            case NOTHING -> throw new IllegalStateException("A rule without a setting has one: " + setting);
        }
    }

    static JsonObject session(SessionView session) {
        var details = JSON.createObjectBuilder();
        session.details().forEach(details::add);
        var acts = JSON.createArrayBuilder();
        session.acts().forEach(acts::add);
        var json = JSON.createObjectBuilder().add("id", session.id());
        add(json, "reference", session.reference());
        json.add("status", session.status())
                .add("amount", session.minor())
                .add("currency", session.currency())
                .add("created", session.createdAt().toString());
        add(json, "url", session.pageUrl());
        return json.add("details", details).add("acts", acts).build();
    }

    static JsonObject event(LoggedEvent event, List<JsonObject> deliveries) {
        var sent = JSON.createArrayBuilder();
        deliveries.forEach(sent::add);
        return JSON.createObjectBuilder()
                .add("id", event.message().id())
                .add("type", event.message().type())
                .add("session", event.subject())
                .add("created", event.createdAt().toString())
                .add("body", event.message().body())
                .add("deliveries", sent)
                .build();
    }

    static JsonObject delivery(Delivery delivery, List<Attempt> attempts) {
        var tries = JSON.createArrayBuilder();
        attempts.forEach(attempt -> tries.add(attempt(attempt)));
        var json = JSON.createObjectBuilder()
                .add("id", delivery.id())
                .add("state", delivery.state().code())
                .add("treatment", delivery.treatment());
        add(json, "due", delivery.dueAt().map(Instant::toString));
        return json.add("attempts", tries).build();
    }

    private static JsonObject attempt(Attempt attempt) {
        var json = JSON.createObjectBuilder().add("at", attempt.at().toString());
        attempt.status().ifPresentOrElse(status -> json.add("status", status), () -> json.addNull("status"));
        add(json, "error", attempt.error());
        return json.add("took_millis", attempt.tookMillis()).build();
    }

    static JsonObject list(List<JsonObject> members) {
        var data = JSON.createArrayBuilder();
        members.forEach(data::add);
        return JSON.createObjectBuilder().add("data", data).build();
    }

    static JsonObject error(ControlRefused refused) {
        return JSON.createObjectBuilder()
                .add(
                        "error",
                        JSON.createObjectBuilder().add("code", refused.code()).add("message", refused.getMessage()))
                .build();
    }

    private static void add(JsonObjectBuilder json, String name, Optional<String> value) {
        value.ifPresentOrElse(text -> json.add(name, text), () -> json.addNull(name));
    }
}

package io.mizan.gateways.cybersource;

import io.mizan.gateway.Callback;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateways.http.Words;
import io.mizan.gateways.json.JsonDocument;
import io.mizan.id.AttemptId;
import io.mizan.secrets.Digests;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A REST webhook. Its content differs from product to product so that it is only a reason to ask.
 *
 * @param content what it is about, wherever in the message that stands; empty if it cannot be read
 */
record Notification(String type, Optional<JsonDocument> content) {
    private static final Pattern ATTEMPT = Pattern.compile("att_[0-9a-z]{26}");

    /** Whether it is meant to be one: messages of Secure Acceptance are forms. */
    static boolean isOne(byte[] body) {
        return body.length > 0 && body[0] == '{';
    }

    /** @throws IllegalArgumentException if it is no JSON object */
    static Notification of(byte[] body) {
        var json = JsonDocument.parse(body);
        return new Notification(json.text("eventType").orElse("unnamed"), content(json));
    }

    /** The same for each sending of it, which the message itself is not. */
    String id() {
        return Digests.sha256(type + "\n" + word("id") + "\n" + word("status"));
    }

    /** What it tells is asked for; of something that is not about a payment of ours, nothing. */
    Callback.Reading reading() {
        var attempt = attempt();
        var refs = refs();
        return attempt.isEmpty() && refs.isEmpty()
                ? new Callback.Reading.Irrelevant(Words.forLog(type))
                : new Callback.Reading.Hint(attempt, refs, "webhook");
    }

    private static Optional<JsonDocument> content(JsonDocument json) {
        if (!json.isObject("payload")) {
            return json.isArray("payload")
                    ? json.objects("payload").stream().findFirst().flatMap(it -> it.object("data"))
                    : Optional.empty();
        }
        var payload = json.requiredObject("payload");
        if (payload.isObject("transactionResult")
                && payload.requiredObject("transactionResult").isObject("details")) {
            return payload.requiredObject("transactionResult").object("details");
        }
        return payload.isObject("data") ? payload.object("data") : Optional.of(payload);
    }

    /** Named by our code, in which the attempt's id stands whatever was asked for. */
    private Optional<AttemptId> attempt() {
        var code = content.filter(it -> it.isObject("clientReferenceInformation"))
                .flatMap(it -> it.requiredObject("clientReferenceInformation").text("code"))
                .or(() -> content.flatMap(it -> it.text("referenceNumber")));
        try {
            return code.map(ATTEMPT::matcher).filter(Matcher::find).map(found -> AttemptId.fromString(found.group()));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private List<ProviderRef> refs() {
        var kind = Stream.of(CyberSourceRequests.CAPTURE, CyberSourceRequests.REFUND)
                .filter(it -> type.startsWith("payments." + it))
                .findFirst();
        return content.flatMap(it -> it.scalar("id"))
                .filter(id -> id.matches("[0-9]{10,26}"))
                .flatMap(id -> kind.map(it -> new ProviderRef(it, id)))
                .map(List::of)
                .orElse(List.of());
    }

    private String word(String name) {
        return content.flatMap(it -> it.scalar(name)).orElse("");
    }
}

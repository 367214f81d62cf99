package io.mizan.testbed;

import io.mizan.launcher.Secret;
import io.mizan.launcher.Secrets;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** Calls the HTTP API of one server, as a merchant's backend, as a browser, or as a stranger. Immutable. */
public final class MizanClient {

    private final URI server;
    private final Secrets secrets;
    private final HttpCalls calls;

    MizanClient(URI server, Secrets secrets) {
        this(server, secrets, new HttpCalls(server, Map.of()));
    }

    private MizanClient(URI server, Secrets secrets, HttpCalls calls) {
        this.server = server;
        this.secrets = secrets;
        this.calls = calls;
    }

    /** Where browsers find this server. */
    public URI url() {
        return server;
    }

    /** The same calls to another instance. */
    public MizanClient at(URI otherServer) {
        return new MizanClient(otherServer, secrets);
    }

    /** As the merchant's backend. */
    public MizanClient withSecretKey() {
        return with("Authorization", "Bearer " + secrets.get(Secret.DEMO_SECRET_KEY));
    }

    /** As a checkout page of a new customer; {@code with("Order-Secret", …)} for calls about one order. */
    public MizanClient withPublishableKey() {
        return with("Authorization", "Bearer " + secrets.get(Secret.DEMO_PUBLISHABLE_KEY))
                .with("Origin", server.toString())
                .with(Addresses.HEADER, Addresses.next());
    }

    public MizanClient with(String header, String value) {
        return new MizanClient(server, secrets, calls.with(header, value));
    }

    public Answer get(String path) {
        return calls.get(path);
    }

    /** A POST with an idempotency key that was never used before. */
    public Answer post(String path, JsonValue body) {
        return post(path, UUID.randomUUID().toString(), body);
    }

    public Answer post(String path, String idempotencyKey, JsonValue body) {
        return calls.with("Idempotency-Key", idempotencyKey).send("POST", path, body);
    }

    public Answer put(String path, JsonValue body) {
        return calls.send("PUT", path, body);
    }

    /** Any body at all, for what a well-behaved client would not send; without an idempotency key. */
    public Answer send(String method, String path, String contentType, String body) {
        return calls.send(method, path, contentType, body);
    }
}

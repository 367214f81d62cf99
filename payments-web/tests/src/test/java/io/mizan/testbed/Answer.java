package io.mizan.testbed;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.Optional;

/** What a server answered. */
public record Answer(int status, String body, HttpResponse<String> response) {

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.body(), response);
    }

    /** The body as a JSON object. */
    public JsonObject json() {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** This answer, if it has the status that a test needs to go on. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("Expected status " + expected + " from " + response.uri() + ", got " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        return status + " " + body;
    }
}

package io.mizan.testbed;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.Map;

/** Plays the customer and misbehaves on request: calls the control API of the simulators. */
public final class SimulatorClient {

    private final URI simulators;
    private final HttpCalls calls;

    SimulatorClient(URI simulators) {
        this.simulators = simulators;
        this.calls = new HttpCalls(simulators, Map.of());
    }

    public URI url() {
        return simulators;
    }

    /** Pays a Stripe session as a customer on the hosted page would, and waits for the page's answer. */
    public Answer pay(String session, String cardNumber) {
        return post(
                "/control/api/stripe/sessions/" + session + "/pay",
                Json.createObjectBuilder().add("card_number", cardNumber).build());
    }

    public Answer get(String path) {
        return calls.get(path);
    }

    /** What Stripe's own API answers to the merchant. */
    public Answer getAs(String secretKey, String path) {
        return calls.with("Authorization", "Bearer " + secretKey).get(path);
    }

    public Answer post(String path, JsonValue body) {
        return calls.send("POST", path, body);
    }

    public Answer delete(String path) {
        return calls.send("DELETE", path, "application/json", "");
    }

    /** As Stripe's own clients call it: a form, with a key in the header. */
    public Answer postForm(String path, String secretKey, String form) {
        return calls.with("Authorization", "Bearer " + secretKey)
                .send("POST", path, "application/x-www-form-urlencoded", form);
    }
}

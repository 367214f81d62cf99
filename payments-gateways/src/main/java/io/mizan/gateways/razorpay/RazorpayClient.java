package io.mizan.gateways.razorpay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateways.http.Budget;
import io.mizan.gateways.http.HttpCall;
import io.mizan.gateways.http.HttpCalls;
import io.mizan.gateways.http.HttpReply;
import java.net.URI;
import java.util.Base64;

/** Calls Razorpay's API under the current key. Knows no payments; repeats nothing. */
final class RazorpayClient {
    private static final String JSON = "application/json";

    private final HttpCalls http;
    private final RazorpaySettings settings;

    RazorpayClient(RazorpaySettings settings) {
        this.http = new HttpCalls(settings.times().connect(), "Mizan/1.0");
        this.settings = settings;
    }

    Budget newBudget() {
        return new Budget(settings.times().budget());
    }

    HttpReply get(String path, Budget budget) {
        return http.send(authorized(HttpCall.get(address(path))), budget);
    }

    HttpReply post(String path, byte[] body, Budget budget) {
        return http.send(authorized(HttpCall.post(address(path), JSON, body)), budget);
    }

    /** Under a key that Razorpay takes for refunds alone. */
    HttpReply refund(String path, byte[] body, String idempotencyKey, Budget budget) {
        var call = HttpCall.post(address(path), JSON, body).header("X-Refund-Idempotency", idempotencyKey);
        return http.send(authorized(call), budget);
    }

    /** The word is {@code Basic} to the letter; others are refused. */
    private HttpCall authorized(HttpCall call) {
        var key = settings.keyId() + ":" + settings.keySecrets().get(0);
        return call.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(key.getBytes(UTF_8)))
                .header("Accept", JSON);
    }

    private URI address(String path) {
        return URI.create(settings.apiBase() + path);
    }
}

package io.mizan.benchmark;

import io.mizan.launcher.Secret;
import io.mizan.launcher.Secrets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Everybody who calls the system: the merchant's backend, the customer who pays, and Stripe with its callbacks. */
final class Merchant {

    private static final Pattern ORDER = Pattern.compile("ord_[a-z0-9]+");
    private static final Pattern SESSION = Pattern.compile("cs_test_[A-Za-z0-9]+");
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;
    private final URI simulators;
    private final Secrets secrets;

    Merchant(URI server, URI simulators, Secrets secrets) {
        this.server = server;
        this.simulators = simulators;
        this.secrets = secrets;
    }

    /** Places an order and starts an attempt to pay it; answers the payment page's session, or nothing. */
    String orderAndAttempt() throws IOException, InterruptedException {
        var order = post(
                "/api/v1/orders",
                "{\"reference\": \"" + UUID.randomUUID() + "\", \"currency\": \"QAR\","
                        + " \"items\": [{\"sku\": \"arabic-coffee\", \"quantity\": 2}],"
                        + " \"customer\": {\"email\": \"sara@example.com\", \"name\": \"Sara\"},"
                        + " \"return_url\": \"" + server + "/shop/\"}");
        if (order.statusCode() != CREATED) {
            throw new IOException("order: " + order.statusCode() + " " + order.body());
        }
        var attempt = post(
                "/api/v1/orders/" + first(ORDER, order.body()) + "/attempts",
                "{\"gateway\": \"stripe\", \"capture\": \"automatic\"}");
        if (attempt.statusCode() != CREATED) {
            throw new IOException("attempt: " + attempt.statusCode() + " " + attempt.body());
        }
        return first(SESSION, attempt.body());
    }

    /** The customer pays on the hosted page; the callbacks follow by themselves. */
    boolean pay(String session) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(simulators.resolve("/control/api/stripe/sessions/" + session + "/pay"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"card_number\": \"4242424242424242\"}"))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode() == OK;
    }

    /** A signed callback that was never sent before. Its type has no meaning to Mizan: it is stored, read and put aside. */
    boolean callback() throws IOException, InterruptedException {
        var body = "{\"id\":\"evt_" + UUID.randomUUID().toString().replace("-", "")
                + "\",\"object\":\"event\",\"type\":\"product.created\",\"created\":1700000000,\"livemode\":false,"
                + "\"data\":{\"object\":{\"note\":\"" + "x".repeat(2000) + "\"}}}";
        var request = HttpRequest.newBuilder(server.resolve("/webhooks/stripe"))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Stripe-Signature", signature(body))
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode() == OK;
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + secrets.get(Secret.DEMO_SECRET_KEY))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private String signature(String body) {
        try {
            long now = Instant.now().getEpochSecond();
            var mac = Mac.getInstance("HmacSHA256");
            var key = secrets.get(Secret.STRIPE_WEBHOOK_SECRET).getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            var signed = mac.doFinal((now + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + now + ",v1=" + HexFormat.of().formatHex(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String first(Pattern pattern, String text) throws IOException {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new IOException("no " + pattern + " in " + text);
        }
        return found.group();
    }
}

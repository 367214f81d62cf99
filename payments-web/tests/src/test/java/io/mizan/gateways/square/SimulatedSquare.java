package io.mizan.gateways.square;

import static io.mizan.testbed.TestBed.simulator;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateway.AdapterSettings;
import io.mizan.gateway.Callback;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateways.contract.Payment;
import io.mizan.gateways.contract.SimulatedProvider;
import io.mizan.gateways.contract.Traits;
import io.mizan.launcher.Secret;
import io.mizan.money.Money;
import io.mizan.testbed.TestBed;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Square's simulator. Its messages are read from its log and signed here, so that they are there at once; that it signs
 * and sends them itself is another test's matter.
 */
final class SimulatedSquare implements SimulatedProvider {
    private static final URI ENDPOINT = URI.create("https://pay.example/webhooks/square");

    @Override
    public Traits traits() {
        return Traits.of(Money.ofMinor(25_000, "USD"), "EUR")
                .with(Traits.Declines.TOLD_BY_CALLBACK_ONLY)
                .withoutChallenges()
                .withoutExpiry();
    }

    @Override
    public PaymentGateway gateway(Duration callBudget) {
        return gateway(callBudget, TestBed.secret(Secret.SQUARE_ACCESS_TOKEN));
    }

    PaymentGateway gateway(Duration callBudget, String token) {
        var settings = Map.of(
                "mizan.square.location",
                "LSIM0001",
                "mizan.square.currency",
                "USD",
                "mizan.square.access.token",
                token,
                "mizan.square.signature.keys",
                signatureKey(),
                "mizan.square.notification.url",
                ENDPOINT.toString(),
                "mizan.square.api.base",
                TestBed.simulators().url() + "/square",
                "mizan.square.call.budget",
                callBudget.toString());
        return new SquareFactory()
                .build(new AdapterSettings(
                        new GatewayName("square"),
                        false,
                        URI.create("https://pay.example"),
                        clock(),
                        name -> Optional.ofNullable(settings.get(name))))
                .gateway();
    }

    @Override
    public Clock clock() {
        var offset = simulator().get("/control/api/clock").expect(200).json().getInt("offset_seconds");
        return Clock.offset(Clock.systemUTC(), Duration.ofSeconds(offset));
    }

    @Override
    public String pageKind() {
        return "order";
    }

    @Override
    public void paysWithACardThatWorks(String page) {
        act(page, "pay", Json.createObjectBuilder());
    }

    @Override
    public void paysWithACardThatIsDeclined(String page) {
        act(page, "pay", Json.createObjectBuilder().add("cvc", "911"));
    }

    /** From Square's own dashboard, all of it. */
    void refunds(String page) {
        act(page, "refund", Json.createObjectBuilder());
    }

    @Override
    public List<Callback.Raw> callbacks(String page) {
        return simulator()
                .get("/control/api/square/events?session=" + page)
                .expect(200)
                .json()
                .getJsonArray("data")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(event -> signed(event.getString("body"), signatureKey()))
                .toList();
    }

    @Override
    public Callback.Raw forged(Callback.Raw callback) {
        return signed(new String(callback.body(), UTF_8), "guessed_by_somebody");
    }

    @Override
    public void takesAnotherAmount(Payment payment, long minor) {
        rule(payment, "amount", Json.createObjectBuilder().add("amount", minor));
    }

    @Override
    public void takesAnotherCurrency(Payment payment, String currency) {
        rule(payment, "currency", Json.createObjectBuilder().add("currency", currency));
    }

    @Override
    public void hangsOnOpening(Payment payment, boolean afterActing, Duration howLong) {
        rule(
                payment,
                afterActing ? "time_out_after" : "time_out_before",
                opening().add("seconds", howLong.toSeconds()));
    }

    @Override
    public void failsOnOpening(Payment payment) {
        rule(payment, "server_error", opening());
    }

    @Override
    public void turnsAwayOnOpening(Payment payment, Duration retryAfter) {
        rule(payment, "rate_limited", opening().add("seconds", retryAfter.toSeconds()));
    }

    @Override
    public long pages(Payment payment) {
        return simulator()
                .get("/control/api/square/sessions?reference=" + payment.attempt())
                .expect(200)
                .json()
                .getJsonArray("data")
                .size();
    }

    private static JsonObjectBuilder opening() {
        return Json.createObjectBuilder().add("operation", "create_link");
    }

    private static void rule(Payment payment, String kind, JsonObjectBuilder setting) {
        var rule = setting.add("gateway", "square")
                .add("session", payment.attempt().toString())
                .add("kind", kind);
        simulator().post("/control/api/rules", rule.build()).expect(201);
    }

    private static void act(String page, String act, JsonObjectBuilder fields) {
        simulator()
                .post("/control/api/square/sessions/" + page + "/" + act, fields.build())
                .expect(200);
    }

    private static Callback.Raw signed(String body, String key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
            var signature = Base64.getEncoder().encodeToString(mac.doFinal((ENDPOINT + body).getBytes(UTF_8)));
            return new Callback.Raw(Map.of("x-square-hmacsha256-signature", signature), body.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String signatureKey() {
        return TestBed.secret(Secret.SQUARE_SIGNATURE_KEY);
    }
}

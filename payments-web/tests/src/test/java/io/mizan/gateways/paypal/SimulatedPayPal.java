package io.mizan.gateways.paypal;

import static io.mizan.testbed.TestBed.simulator;

import io.mizan.gateway.Callback;
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
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * PayPal's simulator. Its messages are asked for as they would be sent now, signed, so that they are there at once and in
 * the order that a test wants.
 */
final class SimulatedPayPal implements SimulatedProvider {
    @Override
    public Traits traits() {
        return Traits.of(Money.ofMinor(25_000, "USD"), "EUR")
                .with(Traits.Declines.TOLD_BY_CALLBACK_ONLY)
                .withoutChallenges()
                .withoutExpiry();
    }

    @Override
    public PaymentGateway gateway(Duration callBudget) {
        return gateway(callBudget, TestBed.secret(Secret.PAYPAL_CLIENT_SECRET));
    }

    PaymentGateway gateway(Duration callBudget, String secret) {
        return new PayPalGateway(
                PayPalSettings.standard(
                                false, "sandbox", "simulated-client", secret, List.of("8PT597110X687430LKGECATA"))
                        .at(URI.create(TestBed.simulators().url() + "/paypal"), Optional.empty())
                        .withTimeouts(Duration.ofSeconds(1), callBudget),
                clock());
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
        approves(page, Map.of());
    }

    @Override
    public void paysWithACardThatIsDeclined(String page) {
        approves(page, Map.of("funding", "refused"));
    }

    void approves(String page, Map<String, String> fields) {
        act(page, "approve", fields);
    }

    void act(String page, String act, Map<String, String> fields) {
        var body = Json.createObjectBuilder();
        fields.forEach(body::add);
        simulator()
                .post("/control/api/paypal/sessions/" + page + "/" + act, body.build())
                .expect(200);
    }

    @Override
    public List<Callback.Raw> callbacks(String page) {
        return simulator()
                .get("/control/api/paypal/events?session=" + page)
                .expect(200)
                .json()
                .getJsonArray("data")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(event -> signed(event.getString("id"), false))
                .toList();
    }

    @Override
    public Callback.Raw forged(Callback.Raw callback) {
        try (var reader = Json.createReader(new StringReader(new String(callback.body(), StandardCharsets.UTF_8)))) {
            return signed(reader.readObject().getString("id"), true);
        }
    }

    private static Callback.Raw signed(String event, boolean forged) {
        var message = simulator()
                .get("/paypal/v1/notifications/simulated/" + event + "?forged=" + forged)
                .expect(200)
                .json();
        var headers = new HashMap<String, String>();
        var sent = message.getJsonObject("headers");
        sent.keySet().forEach(name -> headers.put(name.toLowerCase(Locale.ROOT), sent.getString(name)));
        return new Callback.Raw(headers, message.getString("body").getBytes(StandardCharsets.UTF_8));
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
        hangs(payment, "create_order", afterActing, howLong);
    }

    void hangs(Payment payment, String operation, boolean afterActing, Duration howLong) {
        rule(
                payment,
                afterActing ? "time_out_after" : "time_out_before",
                Json.createObjectBuilder().add("operation", operation).add("seconds", howLong.toSeconds()));
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
                .get("/control/api/paypal/sessions?reference=" + payment.order())
                .expect(200)
                .json()
                .getJsonArray("data")
                .size();
    }

    private static JsonObjectBuilder opening() {
        return Json.createObjectBuilder().add("operation", "create_order");
    }

    private static void rule(Payment payment, String kind, JsonObjectBuilder setting) {
        simulator()
                .post(
                        "/control/api/rules",
                        setting.add("gateway", "paypal")
                                .add("session", payment.order().toString())
                                .add("kind", kind)
                                .build())
                .expect(201);
    }
}

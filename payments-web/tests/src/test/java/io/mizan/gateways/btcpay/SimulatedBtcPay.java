package io.mizan.gateways.btcpay;

import static io.mizan.testbed.TestBed.simulator;

import io.mizan.gateway.Callback;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateways.contract.Payment;
import io.mizan.gateways.contract.SimulatedProvider;
import io.mizan.gateways.contract.Traits;
import io.mizan.gateways.signature.Hmac;
import io.mizan.launcher.Secret;
import io.mizan.money.Money;
import io.mizan.testbed.TestBed;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** BTCPay's simulator. Its messages are read from its event log and signed here, so that they are there at once. */
final class SimulatedBtcPay implements SimulatedProvider {
    @Override
    public Traits traits() {
        return Traits.of(Money.ofMinor(25_000, "QAR"))
                .with(Traits.Declines.END_THE_ATTEMPT)
                .withoutChallenges();
    }

    @Override
    public PaymentGateway gateway(Duration callBudget) {
        return gateway(callBudget, TestBed.secret(Secret.BTCPAY_API_KEY));
    }

    PaymentGateway gateway(Duration callBudget, String key) {
        return new BtcPayGateway(BtcPaySettings.standard(
                        false,
                        "SANDBOXSTORE1",
                        key,
                        List.of(TestBed.secret(Secret.BTCPAY_WEBHOOK_SECRET)),
                        URI.create(TestBed.simulators().url() + "/btcpay"))
                .withTimeouts(Duration.ofSeconds(1), callBudget));
    }

    @Override
    public Clock clock() {
        var offset = simulator().get("/control/api/clock").expect(200).json().getInt("offset_seconds");
        return Clock.offset(Clock.systemUTC(), Duration.ofSeconds(offset));
    }

    @Override
    public String pageKind() {
        return "invoice";
    }

    @Override
    public void paysWithACardThatWorks(String page) {
        act(page, "pay", "full");
    }

    /** Coins are sent by the customer: nobody declines them. */
    @Override
    public void paysWithACardThatIsDeclined(String page) {
        throw new UnsupportedOperationException("nobody declines coins");
    }

    @Override
    public void letsItExpire(String page) {
        act(page, "expire", "");
    }

    void act(String page, String act, String how) {
        simulator()
                .post(
                        "/control/api/btcpay/sessions/" + page + "/" + act,
                        Json.createObjectBuilder().add("how", how).build())
                .expect(200);
    }

    @Override
    public List<Callback.Raw> callbacks(String page) {
        return simulator()
                .get("/control/api/btcpay/events?session=" + page)
                .expect(200)
                .json()
                .getJsonArray("data")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(event -> signed(body(event.getString("id")), TestBed.secret(Secret.BTCPAY_WEBHOOK_SECRET)))
                .toList();
    }

    private static String body(String event) {
        return simulator().get("/btcpay/events/" + event).expect(200).json().toString();
    }

    @Override
    public Callback.Raw forged(Callback.Raw callback) {
        return signed(new String(callback.body(), StandardCharsets.UTF_8), "guessed by somebody");
    }

    private static Callback.Raw signed(String body, String secret) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var signature = Hmac.sha256(secret.getBytes(StandardCharsets.UTF_8), bytes);
        return new Callback.Raw(Map.of("btcpay-sig", "sha256=" + HexFormat.of().formatHex(signature)), bytes);
    }

    @Override
    public void takesAnotherAmount(Payment payment, long minor) {
        rule(payment, "amount", Json.createObjectBuilder().add("amount", minor));
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
                .get("/control/api/btcpay/sessions?reference=" + payment.order())
                .expect(200)
                .json()
                .getJsonArray("data")
                .size();
    }

    private static JsonObjectBuilder opening() {
        return Json.createObjectBuilder().add("operation", "create_invoice");
    }

    private static void rule(Payment payment, String kind, JsonObjectBuilder setting) {
        simulator()
                .post(
                        "/control/api/rules",
                        setting.add("gateway", "btcpay")
                                .add("session", payment.order().toString())
                                .add("kind", kind)
                                .build())
                .expect(201);
    }
}

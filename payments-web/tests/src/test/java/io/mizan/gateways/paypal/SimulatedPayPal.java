package io.mizan.gateways.paypal;

import static io.mizan.testbed.TestBed.simulator;

import io.mizan.gateway.Callback;
import io.mizan.gateway.Operation;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateways.contract.HttpSimulator;
import io.mizan.gateways.contract.Payment;
import io.mizan.gateways.contract.Traits;
import io.mizan.gateways.settings.CallTimes;
import io.mizan.launcher.Secret;
import io.mizan.money.Money;
import io.mizan.testbed.Answer;
import io.mizan.testbed.TestBed;
import jakarta.json.Json;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
public final class SimulatedPayPal extends HttpSimulator {
    public SimulatedPayPal() {
        super(
                "paypal",
                Map.of(
                        Operation.OPEN_CHECKOUT,
                        "create_order",
                        Operation.COMPLETE,
                        "capture_order",
                        Operation.CAPTURE,
                        "capture_authorization",
                        Operation.VOID,
                        "void_authorization",
                        Operation.REFUND,
                        "refund_capture"));
    }

    @Override
    public Traits traits() {
        return Traits.of(Money.ofMinor(25_000, "USD"), Money.ofMinor(5_000, "JPY"), Money.ofMinor(500_000, "HUF"))
                .with(Traits.Declines.TOLD_BY_CALLBACK_ONLY);
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
                        .with(CallTimes.within(callBudget)),
                clock());
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

    /** Once, with that issue. */
    void refusesCompletion(Payment payment, String issue) {
        rule(payment, "decline", Json.createObjectBuilder().add("code", issue));
    }

    void approves(String page, Map<String, String> fields) {
        act(page, "approve", fields);
    }

    @Override
    public List<Callback.Raw> callbacks(String page) {
        return events(page).stream()
                .map(event -> signed(event.getString("id"), false))
                .toList();
    }

    @Override
    public Callback.Raw signedAnew(Callback.Raw message, String body) {
        return sent(simulator()
                .post(
                        "/paypal/v1/notifications/simulated/" + eventOf(message),
                        Json.createObjectBuilder().add("body", body).build()));
    }

    @Override
    public Callback.Raw forged(Callback.Raw callback) {
        return signed(eventOf(callback), true);
    }

    private static String eventOf(Callback.Raw message) {
        try (var reader = Json.createReader(new StringReader(new String(message.body(), StandardCharsets.UTF_8)))) {
            return reader.readObject().getString("id");
        }
    }

    private static Callback.Raw signed(String event, boolean forged) {
        return sent(simulator().get("/paypal/v1/notifications/simulated/" + event + "?forged=" + forged));
    }

    private static Callback.Raw sent(Answer answer) {
        var message = answer.expect(200).json();
        var headers = new HashMap<String, String>();
        var sent = message.getJsonObject("headers");
        sent.keySet().forEach(name -> headers.put(name.toLowerCase(Locale.ROOT), sent.getString(name)));
        return new Callback.Raw(headers, message.getString("body").getBytes(StandardCharsets.UTF_8));
    }
}

package io.mizan.gateways.square;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateway.AdapterSettings;
import io.mizan.gateway.Callback;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Operation;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateways.contract.HttpSimulator;
import io.mizan.gateways.contract.Payment;
import io.mizan.gateways.contract.Traits;
import io.mizan.launcher.Secret;
import io.mizan.money.Money;
import io.mizan.testbed.TestBed;
import java.net.URI;
import java.security.GeneralSecurityException;
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
public final class SimulatedSquare extends HttpSimulator {
    private final URI endpoint;

    SimulatedSquare() {
        this(URI.create("https://pay.example/webhooks/square"));
    }

    /** @param endpoint to which its messages go, for it signs that too */
    public SimulatedSquare(URI endpoint) {
        super(
                "square",
                Map.of(
                        Operation.OPEN_CHECKOUT,
                        "create_link",
                        Operation.CLOSE,
                        "delete_link",
                        Operation.REFUND,
                        "create_refund"));
        this.endpoint = endpoint;
    }

    @Override
    public Traits traits() {
        return Traits.of(Money.ofMinor(25_000, "USD")).with(Traits.Declines.TOLD_BY_CALLBACK_ONLY);
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
                endpoint.toString(),
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
    protected String referenceOf(Payment payment) {
        return payment.attempt().toString();
    }

    /** Square's reference is the attempt, and the order stands beside it. */
    @Override
    protected String ruledBy(Payment payment) {
        return payment.order().toString();
    }

    @Override
    public String pageKind() {
        return "order";
    }

    @Override
    public void paysWithACardThatWorks(String page) {
        act(page, "pay", Map.of());
    }

    @Override
    public void paysWithACardThatIsDeclined(String page) {
        act(page, "pay", Map.of("cvc", "911"));
    }

    /** From Square's own dashboard, all of it. */
    void refunds(String page) {
        act(page, "refund", Map.of());
    }

    @Override
    public List<Callback.Raw> callbacks(String page) {
        return events(page).stream()
                .map(event -> signed(event.getString("body"), signatureKey()))
                .toList();
    }

    @Override
    public Callback.Raw signedAnew(Callback.Raw message, String body) {
        return signed(body, signatureKey());
    }

    @Override
    public Callback.Raw forged(Callback.Raw callback) {
        return signed(new String(callback.body(), UTF_8), "guessed_by_somebody");
    }

    private Callback.Raw signed(String body, String key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
            var signature = Base64.getEncoder().encodeToString(mac.doFinal((endpoint + body).getBytes(UTF_8)));
            return new Callback.Raw(Map.of("x-square-hmacsha256-signature", signature), body.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String signatureKey() {
        return TestBed.secret(Secret.SQUARE_SIGNATURE_KEY);
    }
}

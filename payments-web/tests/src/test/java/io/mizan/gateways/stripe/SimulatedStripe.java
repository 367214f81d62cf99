package io.mizan.gateways.stripe;

import static io.mizan.testbed.TestBed.simulator;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.ApiResource.RequestMethod;
import com.stripe.net.Webhook;
import io.mizan.gateway.Callback;
import io.mizan.gateway.Operation;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateways.contract.HttpSimulator;
import io.mizan.gateways.contract.Traits;
import io.mizan.gateways.settings.CallTimes;
import io.mizan.launcher.Secret;
import io.mizan.money.Money;
import io.mizan.testbed.TestBed;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Stripe's simulator. Its messages are read from its event log and signed with Stripe's own library, so that they are
 * there at once and in the order that a test wants; that it signs and sends them itself is another test's matter.
 */
public final class SimulatedStripe extends HttpSimulator {
    static final String DECLINED = "4000000000000002";
    private static final String WORKS = "4242424242424242";
    private static final String CHALLENGED = "4000002760003184";

    public SimulatedStripe() {
        super(
                "stripe",
                Map.of(
                        Operation.OPEN_CHECKOUT,
                        "create_session",
                        Operation.CLOSE,
                        "expire_session",
                        Operation.CAPTURE,
                        "capture_intent",
                        Operation.VOID,
                        "cancel_intent",
                        Operation.REFUND,
                        "create_refund"));
    }

    @Override
    public Traits traits() {
        return Traits.of(
                        Money.ofMinor(25_000, "QAR"),
                        Money.ofMinor(5_000, "JPY"),
                        Money.ofMinor(12_340, "KWD"),
                        Money.ofMinor(5_000, "UGX"))
                .telling(Traits.Tells.values());
    }

    @Override
    public PaymentGateway gateway(Duration callBudget) {
        return gateway(callBudget, secretKey());
    }

    PaymentGateway gateway(Duration callBudget, String key) {
        return new StripeGateway(
                StripeSettings.standard(false, "acct_sandbox", key, List.of(signingSecret()))
                        .at(TestBed.simulators().url())
                        .with(CallTimes.within(callBudget)),
                clock());
    }

    @Override
    public String pageKind() {
        return "checkout_session";
    }

    @Override
    public void paysWithACardThatWorks(String page) {
        simulator().pay(page, WORKS).expect(200);
    }

    @Override
    public void paysWithACardThatIsDeclined(String page) {
        simulator().pay(page, DECLINED).expect(200);
    }

    @Override
    public void paysWithACardThatIsChallenged(String page) {
        simulator().pay(page, CHALLENGED).expect(200);
    }

    @Override
    public void authenticates(String page, boolean successfully) {
        act(page, "challenge", Map.of("outcome", successfully ? "complete" : "fail"));
    }

    @Override
    public void letsItExpire(String page) {
        act(page, "expire", Map.of());
    }

    void paysByBankDebit(String page) {
        act(page, "pay", Map.of("method", "bank_debit"));
    }

    void settles(String page, boolean successfully) {
        act(page, "settle", Map.of("outcome", successfully ? "succeeded" : "failed"));
    }

    /** From Stripe's dashboard, all that is left. */
    void refunds(String page) {
        act(page, "refund", Map.of());
    }

    void refundsAUnit(String page) {
        act(page, "refund", Map.of("amount", "1"));
    }

    void refundEnds(String page, boolean successfully) {
        act(page, "end_refund", Map.of("outcome", successfully ? "succeeded" : "failed"));
    }

    void paysWithACardWhoseRefundsWait(String page) {
        simulator().pay(page, "4000000000007726").expect(200);
    }

    /** The types of the events about a page. */
    List<String> told(String page) {
        return events(page).stream().map(event -> event.getString("type")).toList();
    }

    @Override
    public List<Callback.Raw> callbacks(String page) {
        return events(page).stream()
                .map(event -> signed(event(event.getString("id")), signingSecret()))
                .toList();
    }

    @Override
    public Callback.Raw signedAnew(Callback.Raw message, String body) {
        return signed(body, signingSecret());
    }

    @Override
    public Callback.Raw forged(Callback.Raw callback) {
        return signed(new String(callback.body(), StandardCharsets.UTF_8), "whsec_guessed_by_somebody");
    }

    private static String event(String id) {
        try {
            return StripeClient.builder()
                    .setApiKey(secretKey())
                    .setApiBase(TestBed.simulators().url().toString())
                    .build()
                    .rawRequest(RequestMethod.GET, "/v1/events/" + id, null)
                    .body();
        } catch (StripeException e) {
            throw new AssertionError(e);
        }
    }

    private Callback.Raw signed(String body, String secret) {
        try {
            return new Callback.Raw(
                    Map.of(
                            "stripe-signature",
                            Webhook.Signature.generateSignatureHeader(
                                    body, secret, clock().instant().getEpochSecond())),
                    body.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String secretKey() {
        return TestBed.secret(Secret.STRIPE_SECRET_KEY);
    }

    private static String signingSecret() {
        return TestBed.secret(Secret.STRIPE_WEBHOOK_SECRET);
    }
}

package io.mizan.gateways.razorpay;

import static io.mizan.testbed.TestBed.simulator;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateway.Callback;
import io.mizan.gateway.Operation;
import io.mizan.gateway.Redirect;
import io.mizan.gateways.contract.FormFields;
import io.mizan.gateways.contract.HttpSimulator;
import io.mizan.gateways.contract.Traits;
import io.mizan.gateways.settings.CallTimes;
import io.mizan.gateways.signature.Hmac;
import io.mizan.launcher.Secret;
import io.mizan.money.Money;
import io.mizan.testbed.TestBed;
import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Razorpay's simulator. Its messages are read from its event log and signed here, so that they are there at once. */
public final class SimulatedRazorpay extends HttpSimulator {
    private static final Pattern FIELD = Pattern.compile("name=\"(razorpay_\\w+|error\\[\\w+])\" value=\"([^\"]*)\"");

    public SimulatedRazorpay() {
        super(
                "razorpay",
                Map.of(
                        Operation.OPEN_CHECKOUT,
                        "create_order",
                        Operation.CAPTURE,
                        "capture_payment",
                        Operation.REFUND,
                        "refund_payment"));
    }

    @Override
    public Traits traits() {
        return Traits.of(Money.ofMinor(25_000, "INR"), Money.ofMinor(5_000, "JPY"), Money.ofMinor(12_340, "KWD"));
    }

    @Override
    public RazorpayGateway gateway(Duration callBudget) {
        return new RazorpayGateway(settings(TestBed.secret(Secret.RAZORPAY_KEY_SECRET), callBudget), clock());
    }

    RazorpayGateway gateway(String keySecret) {
        return new RazorpayGateway(settings(keySecret, Duration.ofSeconds(30)), clock());
    }

    /** Of an account that knows no unique receipts. */
    RazorpayGateway gatewayLookingFirst() {
        return new RazorpayGateway(
                settings(TestBed.secret(Secret.RAZORPAY_KEY_SECRET), Duration.ofSeconds(30))
                        .withoutUniqueReceipts(),
                clock());
    }

    private static RazorpaySettings settings(String keySecret, Duration callBudget) {
        return RazorpaySettings.standard(
                        "acc_Simulated00001",
                        "rzp_test_Simulated0001",
                        List.of(keySecret),
                        List.of(TestBed.secret(Secret.RAZORPAY_WEBHOOK_SECRET)),
                        URI.create(TestBed.simulators().url() + "/razorpay"))
                .with(CallTimes.within(callBudget));
    }

    @Override
    public void visits(Redirect page) {
        var form = new FormFields(page.fields().stream()
                .map(field -> new FormFields.Field(field.name(), field.value()))
                .toList());
        simulator().postForm(page.url().getPath(), "nobody", form.encoded()).expect(303);
    }

    @Override
    public String pageKind() {
        return "order";
    }

    @Override
    public void paysWithACardThatWorks(String page) {
        act(page, "pay", Map.of("card_number", "4100 2800 0000 1007"));
    }

    @Override
    public void paysWithACardThatIsDeclined(String page) {
        act(page, "pay", Map.of("card_number", "4100 2800 0006 0003"));
    }

    @Override
    public List<Callback.Raw> callbacks(String page) {
        return events(page).stream()
                .map(event -> signed(
                        event.getString("id"), event.getString("body"), TestBed.secret(Secret.RAZORPAY_WEBHOOK_SECRET)))
                .toList();
    }

    @Override
    public List<Callback.Raw> returns(String page) {
        var html = simulator().get("/razorpay/checkout/" + page + "/return").body();
        var fields = FIELD.matcher(html)
                .results()
                .map(field -> new FormFields.Field(field.group(1), field.group(2)))
                .toList();
        return fields.isEmpty() ? List.of() : List.of(new FormFields(fields).posted());
    }

    /** Of what a browser brings, it signs two ids alone. */
    @Override
    public Callback.Raw signedAnew(Callback.Raw message, String body) {
        var id = message.headers().get("x-razorpay-event-id");
        return id == null
                ? new Callback.Raw(message.headers(), body.getBytes(UTF_8))
                : signed(id, body, TestBed.secret(Secret.RAZORPAY_WEBHOOK_SECRET));
    }

    @Override
    public Callback.Raw forged(Callback.Raw callback) {
        return signed("evt_forged", new String(callback.body(), UTF_8), "guessed by somebody");
    }

    private static Callback.Raw signed(String id, String body, String secret) {
        var bytes = body.getBytes(UTF_8);
        var signature = HexFormat.of().formatHex(Hmac.sha256(secret.getBytes(UTF_8), bytes));
        return new Callback.Raw(Map.of("x-razorpay-signature", signature, "x-razorpay-event-id", id), bytes);
    }
}

package io.mizan.gateways.sadad;

import static io.mizan.testbed.TestBed.simulator;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.mizan.gateway.Callback;
import io.mizan.gateway.Operation;
import io.mizan.gateway.Redirect;
import io.mizan.gateways.contract.HttpSimulator;
import io.mizan.gateways.contract.Traits;
import io.mizan.gateways.form.Form;
import io.mizan.gateways.settings.CallTimes;
import io.mizan.gateways.signature.Secrets;
import io.mizan.launcher.Secret;
import io.mizan.money.Money;
import io.mizan.testbed.TestBed;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** SADAD's simulator. The customer's browser posts what the opening signed, and what SADAD's last page holds. */
public final class SimulatedSadad extends HttpSimulator {
    private static final Pattern FIELD = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");
    private static final String FORM = "application/x-www-form-urlencoded";

    private final SadadSettings.Version version;

    public SimulatedSadad() {
        this(SadadSettings.Version.V2_1);
    }

    SimulatedSadad(SadadSettings.Version version) {
        super("sadad", Map.of(Operation.REFUND, "refundTransaction"));
        this.version = version;
    }

    @Override
    public Traits traits() {
        return Traits.of(Money.ofMinor(25_000, "QAR")).telling();
    }

    @Override
    public SadadGateway gateway(Duration callBudget) {
        return gateway(callBudget, clock(), TestBed.secret(Secret.SADAD_SECRET_KEY));
    }

    /** As it will be after that time. */
    SadadGateway gatewayAfter(Duration time) {
        return gateway(Duration.ofSeconds(30), Clock.offset(clock(), time), TestBed.secret(Secret.SADAD_SECRET_KEY));
    }

    SadadGateway gateway(Duration callBudget, Clock clock, String secret) {
        var simulators = TestBed.simulators().url();
        return new SadadGateway(
                SadadSettings.standard(
                                false,
                                new SadadSettings.Merchant(
                                        "1234567", "shop.example", "payments@shop.example", "97455512345"),
                                new SadadSettings.Secrets(List.of(secret), secret, ""))
                        .at(simulators.resolve("/sadad/webpurchase"), simulators.resolve("/sadad/api"))
                        .with(CallTimes.within(callBudget))
                        .with(SadadSettings.Dealings.STANDARD.speaking(version)),
                clock);
    }

    @Override
    public void visits(Redirect page) {
        var form = page.fields().stream()
                .map(field -> URLEncoder.encode(field.name(), UTF_8) + "=" + URLEncoder.encode(field.value(), UTF_8))
                .collect(joining("&"));
        simulator().postForm(page.url().getPath(), "nobody", form).expect(303);
    }

    @Override
    public String pageKind() {
        return "order_id";
    }

    @Override
    public void paysWithACardThatWorks(String page) {
        act(page, "pay", Map.of());
    }

    @Override
    public void paysWithACardThatIsDeclined(String page) {
        act(page, "decline", Map.of());
    }

    @Override
    public List<Callback.Raw> callbacks(String page) {
        return events(page).stream()
                .map(event -> new Callback.Raw(
                        Map.of("content-type", "application/json"),
                        event.getString("body").getBytes(UTF_8)))
                .toList();
    }

    @Override
    public List<Callback.Raw> returns(String page) {
        var html = simulator().get("/sadad/pay/" + page + "/return").body();
        var form = FIELD.matcher(html)
                .results()
                .map(field -> field.group(1) + "=" + URLEncoder.encode(field.group(2), UTF_8))
                .collect(joining("&"));
        return form.contains("checksumhash")
                ? List.of(new Callback.Raw(Map.of("content-type", FORM), form.getBytes(UTF_8)))
                : List.of();
    }

    @Override
    public Callback.Raw signedAnew(Callback.Raw message, String body) {
        var hash = new SadadHash(Secrets.texts(List.of(TestBed.secret(Secret.SADAD_SECRET_KEY))));
        var signed = message.headers().containsValue(FORM)
                ? body.replaceFirst(
                        "checksumhash=[^&]*", "checksumhash=" + hash.sign(SadadReturn.values(Form.parse(body))))
                : body.replaceFirst(
                        "\"checksumhash\":\"[^\"]*\"",
                        "\"checksumhash\":\""
                                + hash.sign(
                                        SadadWebhook.of(body.getBytes(UTF_8)).values()) + "\"");
        return new Callback.Raw(message.headers(), signed.getBytes(UTF_8));
    }

    @Override
    public Callback.Raw forged(Callback.Raw callback) {
        var body = new String(callback.body(), UTF_8);
        return new Callback.Raw(
                callback.headers(),
                body.replaceFirst("\"message\":\"[a-z]+\"", "\"message\":\"forged\"")
                        .getBytes(UTF_8));
    }
}

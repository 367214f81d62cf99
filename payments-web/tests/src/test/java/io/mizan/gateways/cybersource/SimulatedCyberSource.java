package io.mizan.gateways.cybersource;

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
import io.mizan.launcher.Secret;
import io.mizan.money.Money;
import io.mizan.testbed.Answer;
import io.mizan.testbed.TestBed;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** CyberSource's simulator. The customer's browser posts what the opening signed, and what CyberSource's last page holds. */
public final class SimulatedCyberSource extends HttpSimulator {
    private static final Pattern FIELD = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String WEBHOOK_KEY_ID = "22222222-3333-4444-5555-666666666666";
    /** Nobody listens there: what the simulator would send is read from its events. */
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9/webhooks/cybersource");

    public SimulatedCyberSource() {
        super(
                "cybersource",
                Map.of(
                        Operation.CAPTURE, "captures",
                        Operation.VOID, "reversals",
                        Operation.REFUND, "refunds"));
    }

    @Override
    public Traits traits() {
        return Traits.of(Money.ofMinor(25_000, "QAR"), Money.ofMinor(5_000, "JPY"), Money.ofMinor(12_345, "KWD"))
                .with(Traits.Declines.END_THE_ATTEMPT);
    }

    @Override
    public CyberSourceGateway gateway(Duration callBudget) {
        return gateway(callBudget, clock(), TestBed.secret(Secret.CYBERSOURCE_API_SECRET));
    }

    CyberSourceGateway gateway(Duration callBudget, Clock clock, String apiSecret) {
        var simulators = TestBed.simulators().url();
        return new CyberSourceGateway(
                new CyberSourceSettings(
                        false,
                        new CyberSourceSettings.Profile(
                                simulators.resolve("/cybersource/pay"),
                                "7D2F4C1A-93B0-4E6D-8A55-0C9E1F2A3B4C",
                                List.of(new CyberSourceSettings.SecurityKey(
                                        "0a1b2c3d4e5f30918273645566778899",
                                        TestBed.secret(Secret.CYBERSOURCE_SECRET_KEY))),
                                NOWHERE),
                        new CyberSourceSettings.Api(
                                simulators.resolve("/cybersource/rest"),
                                "example_mid_001",
                                "11111111-2222-3333-4444-555555555555",
                                apiSecret),
                        Map.of(WEBHOOK_KEY_ID, TestBed.secret(Secret.CYBERSOURCE_WEBHOOK_KEY)),
                        MessageKeys.of(List.of(TestBed.secret(Secret.CYBERSOURCE_WEBHOOK_PRIVATE_KEY))),
                        CyberSourceSettings.Dealings.STANDARD,
                        CyberSourceSettings.Times.STANDARD.with(CallTimes.within(callBudget))),
                clock);
    }

    @Override
    public void visits(Redirect page) {
        posts(page).expect(303);
    }

    Answer posts(Redirect page) {
        var form = page.fields().stream()
                .map(field -> URLEncoder.encode(field.name(), UTF_8) + "=" + URLEncoder.encode(field.value(), UTF_8))
                .collect(joining("&"));
        return simulator().postForm(page.url().getPath(), "nobody", form);
    }

    @Override
    public String pageKind() {
        return "reference_number";
    }

    @Override
    public void paysWithACardThatWorks(String page) {
        act(page, "pay", Map.of());
    }

    @Override
    public void paysWithACardThatIsDeclined(String page) {
        act(page, "decline", Map.of("code", "204"));
    }

    void does(String page, String act) {
        act(page, act, Map.of());
    }

    /** A message as it is sent. */
    String sent(String page, String type) {
        return events(page).stream()
                .filter(event -> event.getString("type").equals(type))
                .map(event -> event.getString("body"))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<Callback.Raw> callbacks(String page) {
        return events(page).stream()
                .map(event -> event.getString("body").getBytes(UTF_8))
                .map(body -> body[0] == '{'
                        ? new Callback.Raw(Map.of("v-c-signature", signature(body)), body)
                        : new Callback.Raw(Map.of("content-type", FORM), body))
                .toList();
    }

    private String signature(byte[] body) {
        var at = Long.toString(clock().millis());
        return "t=" + at + ";keyId=" + WEBHOOK_KEY_ID + ";sig="
                + Base64.getEncoder()
                        .encodeToString(
                                NotificationSignature.of(TestBed.secret(Secret.CYBERSOURCE_WEBHOOK_KEY), at, body));
    }

    @Override
    public List<Callback.Raw> returns(String page) {
        var html = simulator().get("/cybersource/pay/" + page + "/return").body();
        var form = FIELD.matcher(html)
                .results()
                .map(field -> field.group(1) + "=" + URLEncoder.encode(unescaped(field.group(2)), UTF_8))
                .collect(joining("&"));
        return form.contains("signature=")
                ? List.of(new Callback.Raw(Map.of("content-type", FORM), form.getBytes(UTF_8)))
                : List.of();
    }

    private static String unescaped(String html) {
        return html.replace("&#43;", "+")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    @Override
    public Set<String> signedFields(Callback.Raw posted) {
        var names = new HashSet<>(FormSignature.names(Form.parse(posted.body())));
        names.add("signature");
        return names;
    }

    @Override
    public Callback.Raw signedAnew(Callback.Raw message, String body) {
        if (body.startsWith("{")) {
            var bytes = body.getBytes(UTF_8);
            return new Callback.Raw(Map.of("v-c-signature", signature(bytes)), bytes);
        }
        var form = Form.parse(body);
        var signature = FormSignature.of(
                TestBed.secret(Secret.CYBERSOURCE_SECRET_KEY), FormSignature.text(form, FormSignature.names(form)));
        return new Callback.Raw(
                message.headers(),
                body.replaceFirst("(^|&)signature=[^&]*", "$1signature=" + URLEncoder.encode(signature, UTF_8))
                        .getBytes(UTF_8));
    }

    @Override
    public Callback.Raw forged(Callback.Raw callback) {
        var body = new String(callback.body(), UTF_8);
        return new Callback.Raw(
                callback.headers(),
                body.replaceFirst("decision=[A-Z]+", "decision=FORGED")
                        .replace("\"encData\":\"", "\"encData\":\"x")
                        .getBytes(UTF_8));
    }
}

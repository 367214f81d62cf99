package io.mizan.gateways.qpay;

import static io.mizan.testbed.TestBed.simulator;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.mizan.gateway.Callback;
import io.mizan.gateway.Operation;
import io.mizan.gateway.Redirect;
import io.mizan.gateways.contract.HttpSimulator;
import io.mizan.gateways.contract.Traits;
import io.mizan.gateways.settings.CallTimes;
import io.mizan.gateways.signature.Secrets;
import io.mizan.launcher.Secret;
import io.mizan.money.Money;
import io.mizan.testbed.Answer;
import io.mizan.testbed.TestBed;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** QPay's simulator. The customer's browser posts what the opening signed, and what QPay's last page holds. */
public final class SimulatedQPay extends HttpSimulator {
    private static final Pattern FIELD = Pattern.compile("name=\"(Response\\.\\w+)\" value=\"([^\"]*)\"");
    private static final String FORM = "application/x-www-form-urlencoded";

    public SimulatedQPay() {
        super("qpay", Map.of(Operation.REFUND, "refund"));
    }

    @Override
    public Traits traits() {
        return Traits.of(Money.ofMinor(25_000, "QAR")).with(Traits.Declines.END_THE_ATTEMPT);
    }

    @Override
    public QPayGateway gateway(Duration callBudget) {
        return gateway(callBudget, clock(), TestBed.secret(Secret.QPAY_SECRET_KEY));
    }

    /** As it will be after that time. */
    QPayGateway gatewayAfter(Duration time) {
        return gateway(Duration.ofSeconds(30), Clock.offset(clock(), time), TestBed.secret(Secret.QPAY_SECRET_KEY));
    }

    QPayGateway gateway(Duration callBudget, Clock clock, String secret) {
        return new QPayGateway(
                QPaySettings.standard(false, "QPAYPG03", "SANDBOXM1", List.of(secret))
                        .at(TestBed.simulators().url().resolve("/qpay/api/gateway/2.0"))
                        .with(CallTimes.within(callBudget)),
                clock);
    }

    @Override
    public void visits(Redirect page) {
        post(page).expect(303);
    }

    Answer post(Redirect page) {
        var form = page.fields().stream()
                .map(field -> field.name() + "=" + URLEncoder.encode(field.value(), UTF_8))
                .collect(joining("&"));
        return simulator().postForm(page.url().getPath(), "nobody", form);
    }

    @Override
    public String pageKind() {
        return "pun";
    }

    @Override
    public void paysWithACardThatWorks(String page) {
        act(page, "pay", Map.of("code", ""));
    }

    @Override
    public void paysWithACardThatIsDeclined(String page) {
        act(page, "decline", Map.of("code", "3000"));
    }

    void goesBack(String page) {
        act(page, "cancel", Map.of("code", ""));
    }

    /** QPay never calls. */
    @Override
    public List<Callback.Raw> callbacks(String page) {
        return List.of();
    }

    @Override
    public List<Callback.Raw> returns(String page) {
        var html = simulator().get("/qpay/pay/" + page + "/return").body();
        var form = FIELD.matcher(html)
                .results()
                .map(field -> field.group(1) + "=" + URLEncoder.encode(field.group(2), UTF_8))
                .collect(joining("&"));
        return form.isEmpty()
                ? List.of()
                : List.of(new Callback.Raw(Map.of("content-type", FORM), form.getBytes(UTF_8)));
    }

    @Override
    public Callback.Raw signedAnew(Callback.Raw message, String body) {
        var unsigned = QPayFields.parse(body).answered().withoutHash();
        var hash = new QPayHash(Secrets.texts(List.of(TestBed.secret(Secret.QPAY_SECRET_KEY)))).sign(unsigned.byName());
        return new Callback.Raw(
                message.headers(),
                body.replaceFirst("SecureHash=[^&]*", "SecureHash=" + hash).getBytes(UTF_8));
    }

    @Override
    public Callback.Raw forged(Callback.Raw callback) {
        var body = new String(callback.body(), UTF_8);
        return new Callback.Raw(
                callback.headers(),
                body.replaceFirst("SecureHash=.", "SecureHash=x").getBytes(UTF_8));
    }
}

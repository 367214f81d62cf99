package io.mizan.gateways.qpay;

import static io.mizan.testbed.TestBed.simulator;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.mizan.gateway.Callback;
import io.mizan.gateway.Redirect;
import io.mizan.gateways.contract.Payment;
import io.mizan.gateways.contract.SimulatedProvider;
import io.mizan.gateways.contract.Traits;
import io.mizan.launcher.Secret;
import io.mizan.money.Money;
import io.mizan.testbed.Answer;
import io.mizan.testbed.TestBed;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** QPay's simulator. The customer's browser posts what the opening signed, and what QPay's last page holds. */
final class SimulatedQPay implements SimulatedProvider {
    private static final Pattern FIELD = Pattern.compile("name=\"(Response\\.\\w+)\" value=\"([^\"]*)\"");
    private static final String FORM = "application/x-www-form-urlencoded";

    @Override
    public Traits traits() {
        return Traits.of(Money.ofMinor(25_000, "QAR"))
                .with(Traits.Declines.END_THE_ATTEMPT)
                .withoutChallenges()
                .withoutExpiry()
                .openingOffline();
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
                        .withAddress(TestBed.simulators().url().resolve("/qpay/api/gateway/2.0"))
                        .withTimeouts(Duration.ofSeconds(1), callBudget),
                clock);
    }

    @Override
    public Clock clock() {
        var offset = simulator().get("/control/api/clock").expect(200).json().getInt("offset_seconds");
        return Clock.offset(Clock.systemUTC(), Duration.ofSeconds(offset));
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
        act(page, "pay", "");
    }

    @Override
    public void paysWithACardThatIsDeclined(String page) {
        act(page, "decline", "3000");
    }

    void goesBack(String page) {
        act(page, "cancel", "");
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
    public Callback.Raw forged(Callback.Raw callback) {
        var body = new String(callback.body(), UTF_8);
        return new Callback.Raw(
                callback.headers(),
                body.replaceFirst("SecureHash=.", "SecureHash=x").getBytes(UTF_8));
    }

    @Override
    public void takesAnotherAmount(Payment payment, long minor) {
        rule(payment, "amount", Json.createObjectBuilder().add("amount", minor));
    }

    @Override
    public void takesAnotherCurrency(Payment payment, String currency) {
        rule(payment, "currency", Json.createObjectBuilder().add("currency", currency));
    }

    /** Something goes wrong with the next message of that kind about that order. */
    void misbehaves(Payment payment, String kind) {
        rule(payment, kind, Json.createObjectBuilder());
    }

    void misbehaves(Payment payment, String kind, Duration howLong) {
        rule(payment, kind, Json.createObjectBuilder().add("seconds", howLong.toSeconds()));
    }

    @Override
    public long pages(Payment payment) {
        return simulator()
                .get("/control/api/qpay/sessions?reference=" + payment.order())
                .expect(200)
                .json()
                .getJsonArray("data")
                .size();
    }

    private static void rule(Payment payment, String kind, JsonObjectBuilder setting) {
        simulator()
                .post(
                        "/control/api/rules",
                        setting.add("gateway", "qpay")
                                .add("session", payment.order().toString())
                                .add("kind", kind)
                                .build())
                .expect(201);
    }

    private static void act(String page, String act, String code) {
        simulator()
                .post(
                        "/control/api/qpay/sessions/" + page + "/" + act,
                        Json.createObjectBuilder().add("code", code).build())
                .expect(200);
    }
}

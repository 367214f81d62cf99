package io.mizan.gateways.btcpay;

import io.mizan.gateway.Callback;
import io.mizan.gateway.Operation;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateways.contract.HttpSimulator;
import io.mizan.gateways.contract.Traits;
import io.mizan.gateways.settings.CallTimes;
import io.mizan.gateways.signature.Hmac;
import io.mizan.launcher.Secret;
import io.mizan.money.Money;
import io.mizan.testbed.TestBed;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** BTCPay's simulator. Its messages are read from its event log and signed here, so that they are there at once. */
public final class SimulatedBtcPay extends HttpSimulator {
    public SimulatedBtcPay() {
        super(
                "btcpay",
                Map.of(
                        Operation.OPEN_CHECKOUT,
                        "create_invoice",
                        Operation.CLOSE,
                        "mark_invoice",
                        Operation.REFUND,
                        "refund_invoice"));
    }

    @Override
    public Traits traits() {
        return Traits.of(Money.ofMinor(25_000, "QAR"), Money.ofMinor(5_000, "JPY"), Money.ofMinor(12_345, "KWD"))
                .with(Traits.Declines.NEVER)
                .telling(Traits.Tells.EXPIRY, Traits.Tells.CURRENCY);
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
                .with(CallTimes.within(callBudget)));
    }

    @Override
    public String pageKind() {
        return "invoice";
    }

    @Override
    public void paysWithACardThatWorks(String page) {
        act(page, "pay", "full");
    }

    void act(String page, String act, String how) {
        act(page, act, Map.of("how", how));
    }

    @Override
    public void letsItExpire(String page) {
        act(page, "expire", "");
    }

    @Override
    public List<Callback.Raw> callbacks(String page) {
        return events(page).stream()
                .map(event -> signed(event.getString("body"), TestBed.secret(Secret.BTCPAY_WEBHOOK_SECRET)))
                .toList();
    }

    @Override
    public Callback.Raw signedAnew(Callback.Raw message, String body) {
        return signed(body, TestBed.secret(Secret.BTCPAY_WEBHOOK_SECRET));
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
}

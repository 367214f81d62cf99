package io.mizan.gateways.callback;

import io.mizan.gateway.Callback;
import io.mizan.gateways.btcpay.BtcPayCallback;
import io.mizan.gateways.cybersource.CyberSourceCallback;
import io.mizan.gateways.paypal.PayPalCallback;
import io.mizan.gateways.qpay.QPayCallback;
import io.mizan.gateways.razorpay.RazorpayCallback;
import io.mizan.gateways.sadad.SadadCallback;
import io.mizan.gateways.square.SquareCallback;
import io.mizan.gateways.stripe.StripeCallback;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it takes to believe and understand one message of each gateway, and the part of it that nobody can save. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class CallbackBenchmark {
    @Param({"btcpay", "cybersource", "paypal", "qpay", "razorpay", "sadad", "square", "stripe"})
    public String gateway;

    private GenuineCallback callback;
    private Callback.Raw raw;

    @Setup
    public void receive() {
        callback = of(gateway);
        raw = callback.raw();
    }

    private static GenuineCallback of(String gateway) {
        return switch (gateway) {
            case "btcpay" -> new BtcPayCallback();
            case "cybersource" -> new CyberSourceCallback();
            case "paypal" -> new PayPalCallback();
            case "qpay" -> new QPayCallback();
            case "razorpay" -> new RazorpayCallback();
            case "sadad" -> new SadadCallback();
            case "square" -> new SquareCallback();
            case "stripe" -> new StripeCallback();
            default -> throw new IllegalArgumentException(gateway);
        };
    }

    @Benchmark
    public Callback.Reading judgedAndRead() {
        var genuine = (Callback.Verdict.Genuine) callback.judged(raw);
        return callback.read(raw.body(), genuine.proof());
    }

    @Benchmark
    public Object bareSignature() {
        return callback.bareSignature();
    }
}

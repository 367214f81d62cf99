package io.mizan.gateways.razorpay;

import static io.mizan.gateways.razorpay.RazorpayObjects.event;
import static io.mizan.gateways.razorpay.RazorpayObjects.order;
import static io.mizan.gateways.razorpay.RazorpayObjects.payment;
import static io.mizan.gateways.razorpay.RazorpayObjects.refund;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.gateway.Callback;
import io.mizan.gateway.ProviderRef;
import java.net.URI;
import java.util.Map;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever comes, it is read or refused; and what is read fits our columns. */
class RazorpayFuzzTest {
    private static final String RETURNED = "razorpay_payment_id=pay_SIM00000000001&razorpay_order_id=order_1"
            + "&razorpay_signature=b5decd8a13f436e347bb073f54d3325186fb2bf65baf7f15ca84c477bd709934";

    /** Kept, for a logger that nobody holds forgets that it is quiet. */
    private static final Logger PACKAGE = Logger.getLogger("io.mizan.gateways.razorpay");

    private final RazorpayGateway gateway =
            new RazorpayGateway(RazorpayObjects.settings(URI.create("https://api.razorpay.invalid")));

    @BeforeContainer
    static void quietly() {
        PACKAGE.setLevel(Level.OFF);
    }

    @AfterContainer
    static void aloudAgain() {
        PACKAGE.setLevel(null);
    }

    @Property(tries = 5_000)
    void mutated_messages_are_read_or_refused(@ForAll("messages") String message, @ForAll Random random) {
        check(mutated(message, random));
    }

    @Property(tries = 2_500)
    void mutated_returns_are_judged(@ForAll Random random) {
        check(mutated(RETURNED, random));
    }

    @Property(tries = 2_500)
    void anything_at_all_is_read_or_refused(@ForAll byte[] bytes) {
        check(bytes);
    }

    private static byte[] mutated(String message, Random random) {
        var bytes = message.getBytes(UTF_8);
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private void check(byte[] bytes) {
        var raw = new Callback.Raw(Map.of("x-razorpay-signature", new String(bytes, UTF_8)), bytes);
        assertThat(gateway.verify(raw)).isInstanceOf(Callback.Verdict.Forged.class);
        assertThat(gateway.verifyReturn(raw, RazorpayObjects.opened()).stream())
                .allMatch(verdict -> verdict instanceof Callback.Verdict.Forged);
        try {
            kept(gateway.read(bytes, "proof"));
        } catch (IllegalArgumentException refused) {
            assertThat(refused).isNotNull();
        }
        try {
            kept(gateway.readReturn(bytes, "proof", RazorpayObjects.opened()));
        } catch (IllegalArgumentException refused) {
            assertThat(refused).isNotNull();
        }
    }

    private static void kept(Callback.Reading reading) {
        if (reading instanceof Callback.Reading.Relevant relevant) {
            var told = relevant.observation();
            assertThat(told.message().type()).matches("[ -~]{1,100}");
            assertThat(told.refs()).extracting(ProviderRef::value).allMatch(ref -> ref.matches("[!-~]{1,255}"));
            assertThat(told.facts()).allMatch(fact -> fact.objectRef().matches("[!-~]{1,255}"));
        }
    }

    @Provide
    Arbitrary<String> messages() {
        return Arbitraries.of(
                event("payment.captured", "payment", payment("captured")),
                event("payment.failed", "payment", payment("pay_2", "failed", "\"error_reason\":\"card_declined\",")),
                event("order.paid", "order", order("paid"), "payment", payment("captured")),
                event("refund.processed", "refund", refund("processed"), "payment", payment("refunded")));
    }
}

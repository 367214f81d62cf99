package io.mizan.gateways.paypal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.gateway.Callback;
import io.mizan.gateway.ProviderRef;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes, it is read or refused; and what is read fits our columns. */
class PayPalFuzzTest {
    private final PayPalReader reader = new PayPalReader(PayPalObjects.BOOKS, Duration.ofHours(3));

    @Property(tries = 5_000)
    void mutated_messages_are_read_or_refused(@ForAll("messages") String message, @ForAll Random random) {
        var bytes = message.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        check(bytes);
    }

    @Property(tries = 5_000)
    void anything_at_all_is_read_or_refused(@ForAll byte[] bytes) {
        check(bytes);
    }

    private void check(byte[] bytes) {
        try {
            if (reader.event(bytes, "proof") instanceof Callback.Reading.Relevant relevant) {
                var told = relevant.observation();
                assertThat(told.message().type()).matches("[ -~]{1,100}");
                assertThat(told.message().ref()).matches("[ -~]{0,100}");
                assertThat(told.refs()).extracting(ProviderRef::value).allMatch(ref -> ref.matches("[!-~]{1,255}"));
                assertThat(told.facts()).allMatch(fact -> fact.objectRef().matches("[!-~]{1,255}"));
            }
        } catch (IllegalArgumentException refused) {
            assertThat(refused).isNotNull();
        }
    }

    @Provide
    Arbitrary<String> messages() {
        return Arbitraries.of(
                PayPalObjects.event("CHECKOUT.ORDER.APPROVED", PayPalObjects.order("APPROVED", "")),
                PayPalObjects.event(
                        "CHECKOUT.ORDER.COMPLETED",
                        PayPalObjects.order(
                                "COMPLETED", "\"captures\":[" + PayPalObjects.capture("COMPLETED", "") + "]")),
                PayPalObjects.event("PAYMENT.CAPTURE.COMPLETED", PayPalObjects.capture("COMPLETED", "")),
                PayPalObjects.event("PAYMENT.CAPTURE.REFUNDED", PayPalObjects.refund("COMPLETED")),
                PayPalObjects.event(
                        "PAYMENT.AUTHORIZATION.CREATED",
                        PayPalObjects.authorization("CREATED", "2026-01-01T00:00:50Z")));
    }
}

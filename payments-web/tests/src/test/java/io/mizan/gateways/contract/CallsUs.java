package io.mizan.gateways.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.gateway.Callback;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The provider sends callbacks of its own. */
public interface CallsUs extends Contract {
    @Test
    default void a_forged_callback_is_not_believed() {
        var payment = payment().opened().then(provider()::paysWithACardThatWorks);

        assertThat(provider().callbacks(payment.page())).isNotEmpty().allSatisfy(callback -> assertThat(
                        payment.gateway().verify(provider().forged(callback)))
                .isInstanceOf(Callback.Verdict.Forged.class));
    }

    @Test
    default void a_callback_without_its_headers_or_its_end_is_not_believed() {
        var payment = payment().opened().then(provider()::paysWithACardThatWorks);
        var callback = provider().callbacks(payment.page()).get(0);
        var cut = Arrays.copyOf(callback.body(), callback.body().length / 2);

        assertThat(payment.gateway().verify(new Callback.Raw(callback.headers(), cut)))
                .isInstanceOf(Callback.Verdict.Forged.class);
        assertThat(payment.gateway().verify(new Callback.Raw(Map.of(), "{}".getBytes(UTF_8))))
                .isInstanceOf(Callback.Verdict.Forged.class);
    }

    @Test
    default void a_callback_with_any_one_byte_changed_is_not_believed_or_tells_the_same() {
        var payment = payment().opened().then(provider()::paysWithACardThatWorks);
        var callback = provider().callbacks(payment.page()).get(0);
        var gateway = payment.gateway();
        var random = new Random(20_26);

        for (int i = 0; i < 300; i++) {
            var body = callback.body().clone();
            body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(7));
            if (gateway.verify(new Callback.Raw(callback.headers(), body))
                    instanceof Callback.Verdict.Genuine genuine) {
                var original = (Callback.Verdict.Genuine) gateway.verify(callback);
                assertThat(Reading.of(gateway.read(body, genuine.proof())))
                        .isEqualTo(Reading.of(gateway.read(callback.body(), original.proof())));
            }
        }
    }
}

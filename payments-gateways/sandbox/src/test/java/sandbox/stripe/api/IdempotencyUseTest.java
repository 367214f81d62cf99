package sandbox.stripe.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IdempotencyUseTest {
    @Test
    void a_use_is_the_same_if_path_and_parameters_are() {
        assertThat(use("/v1/a", "x=1&y=2")).isEqualTo(use("/v1/a", "y=2&x=1"));
        assertThat(use("/v1/a", "x=1")).isNotEqualTo(use("/v1/a", "x=2"));
        assertThat(use("/v1/a", "x=1")).isNotEqualTo(use("/v1/b", "x=1"));
    }

    @Test
    void a_key_in_use_is_a_conflict_until_it_is_released() {
        var keys = new IdempotencyKeys();
        var use = use("/v1/a", "x=1");
        keys.claim(use);

        assertThatThrownBy(() -> keys.claim(use)).isInstanceOfSatisfying(StripeError.class, error -> {
            assertThat(error.status()).isEqualTo(409);
            assertThat(error.document().toString()).contains("idempotency_key_in_use");
        });

        keys.release(use);
        keys.claim(use);
    }

    @Test
    void a_key_has_at_most_255_characters() {
        assertThatThrownBy(() -> IdempotencyKeys.Use.of("acct", "k".repeat(256), "POST", "/v1/a", Parameters.parse("")))
                .isInstanceOf(StripeError.class);
    }

    private static IdempotencyKeys.Use use(String path, String parameters) {
        return IdempotencyKeys.Use.of("acct", "key", "POST", path, Parameters.parse(parameters));
    }
}

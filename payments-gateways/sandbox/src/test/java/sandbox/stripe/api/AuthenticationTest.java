package sandbox.stripe.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest {
    private static final String KEY = "sk_test_4242424242";

    @ParameterizedTest
    @ValueSource(strings = {"Bearer " + KEY, "bearer " + KEY, "Basic c2tfdGVzdF80MjQyNDI0MjQyOg=="})
    void the_key_is_taken_as_bearer_or_as_user_name(String header) {
        assertThatCode(() -> Authentication.check(Optional.of(header), KEY)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer sk_live_4242424242", "Bearer", "Basic %%%", "Digest x", "Bearer pk_test_4242424242"})
    void everything_else_is_401(String header) {
        assertThatThrownBy(() -> Authentication.check(Optional.of(header), KEY))
                .isInstanceOfSatisfying(
                        StripeError.class, error -> assertThat(error.status()).isEqualTo(401));
    }

    @Test
    void a_wrong_key_is_not_quoted_in_full() {
        assertThatThrownBy(() -> Authentication.check(Optional.of("Bearer sk_test_secretsecretsecret"), KEY))
                .hasMessageContaining("sk_test_****")
                .hasMessageNotContaining("secretsecret");
    }
}

package io.mizan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {
    @RepeatedTest(20)
    void a_new_key_says_its_kind_and_mode_and_holds_32_random_bytes() {
        var key = KeyText.random(ApiKeyKind.SECRET, Mode.SANDBOX);

        assertThat(key.reveal()).matches("sk_test_[0-9A-Za-z]{43}");
        assertThat(key).isNotEqualTo(KeyText.random(ApiKeyKind.SECRET, Mode.SANDBOX));
    }

    @Test
    void a_key_belongs_to_one_mode() {
        var key = KeyText.random(ApiKeyKind.PUBLISHABLE, Mode.LIVE);

        assertThat(key.reveal()).startsWith("pk_live_");
        assertThat(key.isOf(Mode.LIVE)).isTrue();
        assertThat(key.isOf(Mode.SANDBOX)).isFalse();
    }

    @Test
    void a_key_is_printed_as_its_hint() {
        var key = new KeyText("sk_test_" + "abcd" + "e".repeat(39));

        assertThat(key).hasToString("sk_test_abcd[redacted]");
        assertThat(key.hint()).isEqualTo("sk_test_abcd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sk_test_",
                "sk_test_short",
                "sk_prod_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "xx_test_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void anything_else_is_no_key_and_is_not_quoted(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new KeyText(text)).withMessageNotContaining("short");
    }
}

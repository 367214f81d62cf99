package io.mizan.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {
    @Test
    void up_to_255_visible_characters_are_a_key() {
        assertThat(new IdempotencyKey("k".repeat(255))).hasToString("k".repeat(255));
        assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey("k".repeat(256)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\tb", "clé", "a\n"})
    void nothing_else_is(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey(text));
    }
}

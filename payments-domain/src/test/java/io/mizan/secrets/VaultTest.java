package io.mizan.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class VaultTest {
    private static final byte[] PLAIN = "a@example.test".getBytes(UTF_8);
    private final Vault vault = new Vault(MasterKey.of(key(1)));

    @Test
    void what_was_sealed_opens_again_in_its_place() {
        assertThat(vault.open(vault.seal(PLAIN, "here"), "here")).isEqualTo(PLAIN);
    }

    @Test
    void the_same_value_is_never_sealed_the_same_way_twice() {
        assertThat(vault.seal(PLAIN, "here")).isNotEqualTo(vault.seal(PLAIN, "here"));
    }

    @Test
    void sealed_bytes_that_were_moved_do_not_open() {
        var sealed = vault.seal(PLAIN, "here");

        assertThatThrownBy(() -> vault.open(sealed, "there")).isInstanceOf(Vault.SealBroken.class);
    }

    @Test
    void sealed_bytes_with_any_byte_changed_do_not_open() {
        var sealed = vault.seal(PLAIN, "here");
        for (int i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> vault.open(changed, "here")).isInstanceOf(Vault.SealBroken.class);
        }
    }

    @Test
    void what_a_master_key_of_before_sealed_opens_as_long_as_that_key_is_here() {
        var sealed = vault.seal(PLAIN, "here");
        var next = new Vault(MasterKey.of(key(2)), List.of(MasterKey.of(key(1))));

        assertThat(next.open(vault.masterKeyId(), sealed, "here")).isEqualTo(PLAIN);
        assertThat(next.open(next.masterKeyId(), next.seal(PLAIN, "here"), "here"))
                .isEqualTo(PLAIN);
        assertThat(next.open(sealed, "here")).isEqualTo(PLAIN);
        assertThat(next.hash(vault.masterKeyId(), "anchor", "a")).contains(vault.hash("anchor", "a"));
        assertThat(next.hash("01234567", "anchor", "a")).isEmpty();
        assertThatThrownBy(() -> next.open(sealed, "there")).isInstanceOf(Vault.SealBroken.class);
        assertThatThrownBy(() -> next.open("01234567", sealed, "here")).isInstanceOf(Vault.SealBroken.class);
    }

    @Test
    void another_master_key_opens_nothing_and_finds_nothing() {
        var other = new Vault(MasterKey.of(key(2)));
        var sealed = vault.seal(PLAIN, "here");

        assertThatThrownBy(() -> other.open(sealed, "here")).isInstanceOf(Vault.SealBroken.class);
        assertThat(other.hash("email", "a")).isNotEqualTo(vault.hash("email", "a"));
    }

    @Test
    void a_hash_or_token_of_one_purpose_is_no_use_for_another() {
        assertThat(vault.hash("email", "a")).hasSize(64).isNotEqualTo(vault.hash("phone", "a"));
        assertThat(vault.token("return", "a")).hasSize(43).isNotEqualTo(vault.token("order-secret", "a"));
        assertThat(vault.token("return", "a")).isEqualTo(vault.token("return", "a"));
    }

    @Test
    void the_master_key_never_prints_itself() {
        assertThat(MasterKey.of(key(1)).toString()).contains("redacted").doesNotContain("[1,");
    }

    private static byte[] key(int filled) {
        var key = new byte[32];
        Arrays.fill(key, (byte) filled);
        return key;
    }
}

package io.mizan.gateways.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretsTest {
    /** RFC 4231, test case 2. */
    @Test
    void an_hmac_is_that_of_the_standard_however_its_message_is_cut() {
        var expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

        assertThat(hex(Hmac.sha256(bytes("Jefe"), bytes("what do ya want for nothing?"))))
                .isEqualTo(expected);
        assertThat(hex(Hmac.sha256(bytes("Jefe"), bytes("what do ya "), bytes("want for nothing?"))))
                .isEqualTo(expected);
    }

    /** FIPS 180-2, appendix B.1. */
    @Test
    void a_digest_is_that_of_the_standard() {
        assertThat(hex(Sha.sha256(bytes("a"), bytes("bc"))))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void the_secret_that_fits_is_told_by_its_fingerprint() {
        var secrets = Secrets.texts(List.of("new secret", "old secret"));

        assertThat(secrets.whichFits(key -> ConstantTime.equal(key, bytes("old secret"))))
                .contains(Secrets.fingerprint("old secret"));
        assertThat(secrets.whichFits(key -> false)).isEmpty();
        assertThat(secrets.current()).isEqualTo(bytes("new secret"));
    }

    @Test
    void no_secret_is_ever_printed_or_quoted() {
        assertThat(Secrets.texts(List.of("topsecret")).toString()).doesNotContain("topsecret");
        assertThatIllegalArgumentException().isThrownBy(() -> Secrets.texts(List.of()));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}

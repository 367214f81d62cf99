package io.mizan.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    /** The key of the test vectors in RFC 6238, appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private static final Instant NOW = Instant.ofEpochSecond(1111111111);

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
    59,          287082
    1111111109,  081804
    1111111111,  050471
    1234567890,  005924
    2000000000,  279037
    20000000000, 353130
    """)
    void the_codes_are_those_of_the_standard(long second, String code) {
        assertThat(Totp.codeAt(SECRET, Totp.stepAt(Instant.ofEpochSecond(second))))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
    void a_code_is_good_a_step_before_and_after_its_time(int steps, boolean good) {
        long step = Totp.stepAt(NOW) + steps;

        assertThat(Totp.stepOf(SECRET, Totp.codeAt(SECRET, step), NOW, 0).isPresent())
                .isEqualTo(good);
    }

    @Test
    void neither_a_used_code_nor_one_before_it_is_good_again() {
        long now = Totp.stepAt(NOW);

        assertThat(Totp.stepOf(SECRET, Totp.codeAt(SECRET, now), NOW, now)).isEmpty();
        assertThat(Totp.stepOf(SECRET, Totp.codeAt(SECRET, now - 1), NOW, now)).isEmpty();
        assertThat(Totp.stepOf(SECRET, Totp.codeAt(SECRET, now + 1), NOW, now)).hasValue(now + 1);
    }

    @Test
    void a_secret_reaches_an_app_as_text_and_as_an_address_and_never_by_printing_it() {
        var secret = new TotpSecret(SECRET);

        assertThat(secret.text()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assertThat(secret.address("Mizan", "sara"))
                .isEqualTo("otpauth://totp/Mizan:sara?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Mizan"
                        + "&algorithm=SHA1&digits=6&period=30");
        assertThat(secret).hasToString("TotpSecret[redacted]");
    }
}

package io.mizan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {
    @ParameterizedTest(name = "{0} is of {1}")
    @CsvSource({
        "https://shop.example/thanks?x=1#y, https://shop.example",
        "HTTPS://Shop.Example:443/,         https://shop.example",
        "https://shop.example:8443,         https://shop.example:8443",
        "http://127.0.0.1:80/a,             http://127.0.0.1",
        "http://localhost:8080,             http://localhost:8080",
    })
    void an_address_is_of_one_origin_however_it_is_written(URI address, String origin) {
        assertThat(Origin.of(address)).contains(new Origin(origin));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example@evil.example/",
                "javascript:alert(1)",
                "ftp://shop.example/",
                "//shop.example/",
                "/thanks",
                "https:shop.example",
                "data:text/html,x",
                "https:///thanks"
            })
    void what_a_browser_would_not_call_an_origin_is_none(URI address) {
        assertThat(Origin.of(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://shop.example/", "https://Shop.example", "https://shop.example:443", "*", "null", "a b"})
    void an_origin_is_written_as_browsers_write_it(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Origin(text));
    }

    @Test
    void money_depends_on_encrypted_pages_only_except_on_this_machine_in_a_sandbox() {
        assertThat(new Origin("https://shop.example").isFitFor(Mode.LIVE)).isTrue();
        assertThat(new Origin("http://shop.example").isFitFor(Mode.SANDBOX)).isFalse();
        assertThat(new Origin("http://127.0.0.1:8080").isFitFor(Mode.SANDBOX)).isTrue();
        assertThat(new Origin("http://[::1]:8080").isFitFor(Mode.SANDBOX)).isTrue();
        assertThat(new Origin("http://127.0.0.1:8080").isFitFor(Mode.LIVE)).isFalse();
        assertThat(new Origin("http://127.0.0.1.evil.example").isFitFor(Mode.SANDBOX))
                .isFalse();
    }
}

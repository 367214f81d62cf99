package io.mizan.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "4242424242424242",
                "pay with 4242 4242 4242 4242 please",
                "5555-5555-5555-4444",
                "2223003122003222",
                "378282246310005",
                "30569309025904",
                "6011111111111117",
                "3566002020360505",
                "6200000000000005",
                "{\"number\":\"4000000000009995\"}",
            })
    void card_numbers_of_the_schemes_are_found(String text) {
        assertThat(CardNumbers.isIn(text)).isTrue();
    }

    @ParameterizedTest(name = "'{0}'")
    @ValueSource(
            strings = {
                "4242424242424241", // the check digit is wrong
                "0000000000000000", // no scheme's
                "20261121000123",
                "+44 7911 123456",
                "1763712000000",
                "web-4e557a1b-0b8f-3a51-6e4e-4242424242424242x",
                "cs_test_4242424242424242",
                "424242424242424242424242",
                "",
            })
    void other_numbers_are_left_alone(String text) {
        assertThat(CardNumbers.isIn(text)).isFalse();
    }
}

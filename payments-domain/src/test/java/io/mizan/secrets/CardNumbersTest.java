package io.mizan.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
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
                "4242 4242 4242 4242 12/34", // the card's last month beside it
                "4242 4242 4242 4242 123", // and its code
                "4242424242424242 12/34 123",
                "378282246310005 1234",
                "card 1 4242 4242 4242 4242",
                "ticket 17 4242424242424242",
                "2026-11-22 4242424242424242",
                "00123456789 4242-4242-4242-4242 00987654321 00123456789",
                "4242  4242  4242  4242",
                "4242 - 4242 - 4242 - 4242",
                "4242.4242.4242.4242",
                "4242\u00a04242\u20114242\u20134242", // blanks and hyphens at which no line breaks; a dash
                "424242\u200b4242424242", // a blank without width
                "\u0664\u0662\u0664\u0662 4242 4242 4242", // two digits of an Arabic keyboard
                "\u0648" + "4242424242424242", // "and", which Arabic writes without a blank
                "4 2 4 2 4 2 4 2 4 2 4 2 4 2 4 2",
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
                "0004242424242424242000", // nothing parts it from what surrounds it
                "4242 4242 4242 4242x",
                "20261122101500123456 20261122101500123457",
                "2026-11-22 10:15:00.123456",
                "2026-11-22-10-15-00-123",
                "1763712000000 1763712000999 1763712001998",
                "1763712000000-0000000042",
                "4000.00 2000.00 3000.00 5500.00",
                "4200.00 4.25 4242.42 42.42 4200.00",
                "4,242,424,242,424,242.00",
                "41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60", // seats
                "+974 4412 3456, +974 5512 3456",
                "018f4242-4242-7424-8424-242424242424",
                "QA58 DOHB 0000 1234 5678 90AB CDEF G",
                "",
            })
    void other_numbers_are_left_alone(String text) {
        assertThat(CardNumbers.isIn(text)).isFalse();
    }

    @Test
    void a_text_of_nothing_but_digits_and_blanks_costs_no_more_than_its_length() {
        var digits = "41 4242 4242424 ".repeat(100_000);

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThat(CardNumbers.isIn(digits))
                .isFalse());
    }
}

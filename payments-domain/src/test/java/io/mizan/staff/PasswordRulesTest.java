package io.mizan.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRulesTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            textBlock =
                    """
    eleven char,                  too_short
    password123456,               common
    Administrator2026!,           common
    Welcome123456,                common
    123456789012,                 common
    aaaaaaaaaaaaaaaa,             common
    abababababababab,             common
    the-sara-of-doha-9,           name
    the dhow left at four,
    0a9f5c7be31d,
    """)
    void what_many_choose_is_refused_and_what_is_long_is_not(String password, String objection) {
        assertThat(PasswordRules.objection(password, "sara")).isEqualTo(Optional.ofNullable(objection));
    }

    @Test
    void a_hundred_and_twenty_eight_characters_are_the_most() {
        var longest = "of words that only you put together ".repeat(4).substring(0, 128);

        assertThat(PasswordRules.objection(longest, "sara")).isEmpty();
        assertThat(PasswordRules.objection(longest + "x", "sara")).contains("too_long");
    }

    @Test
    void letters_are_counted_and_not_their_bytes() {
        assertThat(PasswordRules.objection("قارب يبحر فجرا", "sara")).isEmpty();
    }
}

package io.mizan.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerDetailsTest {
    private static final CustomerDetails LAYLA = new CustomerDetails(
            Optional.of("Layla@example.com"),
            Optional.of("Layla Haddad"),
            Optional.of("+974 5550 1234"),
            Optional.of("QA"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "handed to layla haddad at the gate",
                "told LAYLA@EXAMPLE.COM",
                "rang 00974-5550-1234 twice",
                "97455501234"
            })
    void a_text_that_says_who_they_are_names_them(String text) {
        assertThat(LAYLA.isNamedIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "handed over", "DHL 5550 1234 0000 7", "QA, gate 3", "left with Layla's neighbour"})
    void what_could_be_about_anybody_names_nobody(String text) {
        assertThat(LAYLA.isNamedIn(text)).isFalse();
    }

    @Test
    void who_told_nothing_or_next_to_nothing_is_not_found_in_every_text() {
        assertThat(CustomerDetails.NONE.isNamedIn("anything")).isFalse();
        assertThat(new CustomerDetails(Optional.empty(), Optional.of("A"), Optional.of("1"), Optional.empty())
                        .isNamedIn("A parcel, 1 piece"))
                .isFalse();
    }
}

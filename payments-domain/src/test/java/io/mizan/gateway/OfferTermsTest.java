package io.mizan.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mizan.money.Money;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfferTermsTest {
    @ParameterizedTest(name = "{0} takes {1} {2}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                                      |       1 | QAR | true
            QAR                       |       1 | QAR | true
            QAR                       |       1 | USD | false
            QAR:10.00-5000.00         |     999 | QAR | false
            QAR:10.00-5000.00         |    1000 | QAR | true
            QAR:10.00-5000.00         |  500000 | QAR | true
            QAR:10.00-5000.00         |  500001 | QAR | false
            QAR:10-                   |     999 | QAR | false
            QAR:10-                   | 9999999 | QAR | true
            QAR:-50, KWD:-5.000, JPY  |    5001 | KWD | false
            QAR:-50, KWD:-5.000, JPY  |    5000 | KWD | true
            QAR:-50, KWD:-5.000, JPY  |    5000 | JPY | true
            """)
    void an_amount_is_taken_within_its_range(String setting, long minor, String currency, boolean taken) {
        assertThat(terms(setting).takes(Money.ofMinor(minor, currency))).isEqualTo(taken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"qar", "QAR:", "QAR:1", "QAR:5-1", "QAR:1.005-", "XXQ:1-2", "QAR 1-2", "QAR:-1-2"})
    void what_is_no_range_is_refused(String setting) {
        assertThatThrownBy(() -> terms(setting)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_customer_without_a_country_is_not_turned_away() {
        var terms = OfferTerms.read(true, List.of(), Set.of("QA", "SA"));

        assertThat(terms.takesCountry(Optional.empty())).isTrue();
        assertThat(terms.takesCountry(Optional.of("QA"))).isTrue();
        assertThat(terms.takesCountry(Optional.of("DE"))).isFalse();
        assertThat(OfferTerms.ANYTHING.takesCountry(Optional.of("DE"))).isTrue();
        assertThatThrownBy(() -> OfferTerms.read(true, List.of(), Set.of("Qatar")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static OfferTerms terms(String setting) {
        var amounts = setting == null
                ? List.<String>of()
                : Arrays.stream(setting.split(",", -1)).map(String::strip).toList();
        return OfferTerms.read(true, amounts, Set.of());
    }
}

package io.mizan.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mizan.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductTest {
    private static final Money QAR = Money.ofMinor(2_500, "QAR");
    private static final Money KWD = Money.ofMinor(2_100, "KWD");

    @Test
    void the_order_in_which_prices_are_given_does_not_matter() {
        assertThat(new Product("cup", "Cup", List.of(QAR, KWD)))
                .isEqualTo(new Product("cup", "Cup", List.of(KWD, QAR)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "é", "a\n"})
    void a_sku_is_made_of_few_characters(String sku) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Product(sku, "Cup", List.of()));
    }

    @Test
    void a_price_is_positive_and_the_only_one_of_its_currency() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Product("cup", "Cup", List.of(Money.ofMinor(0, "QAR"))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Product("cup", "Cup", List.of(QAR, QAR)));
    }
}

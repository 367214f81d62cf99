package io.mizan.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.failure.FailureCategory;
import io.mizan.order.OrderStatus;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerMessagesTest {
    @ParameterizedTest
    @EnumSource(FailureCategory.class)
    void a_customer_reads_something_for_every_failure(FailureCategory category) {
        assertThat(CustomerMessages.text("decline." + category.code(), "en")).isNotBlank();
        assertThat(CustomerMessages.text("decline." + category.code(), "ar")).matches(".*\\p{IsArabic}.*");
    }

    @ParameterizedTest
    @EnumSource(value = OrderStatus.class, names = "PENDING", mode = EnumSource.Mode.EXCLUDE)
    void a_customer_reads_something_for_every_status(OrderStatus status) {
        assertThat(CustomerMessages.text("status." + status.code(), "en")).isNotBlank();
        assertThat(CustomerMessages.text("status." + status.code(), "ar")).matches(".*\\p{IsArabic}.*");
    }

    @Test
    void both_languages_say_the_same_things() {
        assertThat(keys("ar")).isEqualTo(keys("en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fraud_suspected", "issuer_declined_final"})
    void a_customer_is_never_told_why_an_issuer_suspects(String category) {
        assertThat(CustomerMessages.text("decline." + category, "en"))
                .doesNotContainIgnoringCase("fraud")
                .doesNotContainIgnoringCase("stolen")
                .doesNotContainIgnoringCase("lost");
    }

    private static Set<String> keys(String language) {
        return ResourceBundle.getBundle(
                        "io.mizan.checkout.customer",
                        Locale.forLanguageTag(language),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .keySet();
    }
}

package io.mizan.gateways.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.failure.FailureCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeDeclinesTest {
    @ParameterizedTest
    @CsvSource({
        "generic_decline,                       ISSUER_DECLINED",
        "do_not_honor,                          ISSUER_DECLINED",
        "processing_error,                      ISSUER_DECLINED",
        "card_velocity_exceeded,                ISSUER_DECLINED",
        "card_declined,                         ISSUER_DECLINED",
        "lost_card,                             ISSUER_DECLINED_FINAL",
        "stolen_card,                           ISSUER_DECLINED_FINAL",
        "pickup_card,                           ISSUER_DECLINED_FINAL",
        "testmode_decline,                      ISSUER_DECLINED_FINAL",
        "insufficient_funds,                    INSUFFICIENT_FUNDS",
        "expired_card,                          EXPIRED_CARD",
        "invalid_expiry_year,                   EXPIRED_CARD",
        "incorrect_cvc,                         INCORRECT_CVC",
        "incorrect_number,                      INCORRECT_CVC",
        "authentication_required,               REQUIRES_ACTION",
        "payment_intent_authentication_failure, REQUIRES_ACTION",
        "fraudulent,                            FRAUD_SUSPECTED",
        "merchant_blacklist,                    FRAUD_SUSPECTED",
        "duplicate_transaction,                 DUPLICATE",
        "currency_not_supported,                VALIDATION",
        "payment_method_customer_decline,       CANCELED_BY_CUSTOMER",
        "payment_intent_payment_attempt_expired, EXPIRED"
    })
    void a_decline_code_has_a_category(String code, FailureCategory category) {
        assertThat(StripeDeclines.category(code)).isEqualTo(category);
    }

    @Test
    void a_code_that_stripe_adds_is_an_issuers_no_and_somebody_hears_of_it() {
        var heard = new ArrayList<LogRecord>();
        var log = Logger.getLogger(StripeDeclines.class.getName());
        var handler = listener(heard);
        log.addHandler(handler);
        try {
            assertThat(StripeDeclines.category("moon_phase\nforged=line")).isEqualTo(FailureCategory.ISSUER_DECLINED);
        } finally {
            log.removeHandler(handler);
        }

        assertThat(heard).singleElement().satisfies(entry -> {
            assertThat(entry.getLevel()).isEqualTo(Level.WARNING);
            assertThat(entry.getParameters()).containsExactly("stripe.decline.unlisted", "moon_phase?forged?line");
        });
    }

    private static Handler listener(List<LogRecord> heard) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                heard.add(entry);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}

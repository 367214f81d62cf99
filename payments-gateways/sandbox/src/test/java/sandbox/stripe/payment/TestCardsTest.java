package sandbox.stripe.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestCardsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "4242424242424242, visa,,false",
        "5555555555554444, mastercard,,false",
        "378282246310005, amex,,false",
        "4000000000000002, visa, generic_decline, false",
        "4000000000009995, visa, insufficient_funds, false",
        "4000000000009987, visa, lost_card, false",
        "4000000000009979, visa, stolen_card, false",
        "4000000000000069, visa, expired_card, false",
        "4000000000000127, visa, incorrect_cvc, false",
        "4000000000000119, visa, processing_error, false",
        "4000000000006975, visa, card_velocity_exceeded, false",
        "4000002500003155, visa,, true",
        "4000002760003184, visa,, true",
        "4000000000003220, visa,, true",
        "4000000000003055, visa,, false",
        "4000008400001629, visa, generic_decline, true",
        "4000008260003178, visa, insufficient_funds, true",
        "4100000000000019, visa, fraudulent, false",
        "4111111111111111, visa, testmode_decline, false"
    })
    void each_test_card_behaves_as_published(String number, String brand, String decline, boolean challenge) {
        var card =
                SubmittedCard.read(number, "12/34", "123", "Layla", NOW).card().orElseThrow();

        assertThat(card.card().brand()).isEqualTo(brand);
        assertThat(card.card().lastFour()).isEqualTo(number.substring(number.length() - 4));
        assertThat(card.verdict().decline().map(Decline::word)).isEqualTo(Optional.ofNullable(decline));
        assertThat(card.verdict().challenge()).isEqualTo(challenge);
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
    @CsvSource({
        "4242424242424241, 12/34, 123, Layla, NUMBER_INVALID",
        "4242, 12/34, 123, Layla, NUMBER_INCOMPLETE",
        "4242424242424242, 13/34, 123, Layla, EXPIRY_INCOMPLETE",
        "4242424242424242, 10/26, 123, Layla, EXPIRY_PAST",
        "4242424242424242, 12/34, 12, Layla, CVC_INCOMPLETE",
        "4242424242424242, 12/34, 1234, Layla, CVC_INCOMPLETE",
        "4242424242424242, 12/34, 123, '', NAME_MISSING"
    })
    void a_form_that_is_wrong_never_reaches_an_issuer(
            String number, String expiry, String cvc, String name, SubmittedCard.Fault fault) {
        var reading = SubmittedCard.read(number, expiry, cvc, name, NOW);

        assertThat(reading.card()).isEmpty();
        assertThat(reading.faults()).containsValue(fault).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"11/26", "11/2026", "11 / 26", "1126", "11-26", "'١١/٢٦'"})
    void the_current_month_is_still_good_however_it_is_written(String expiry) {
        assertThat(SubmittedCard.read("4242 4242 4242 4242", expiry, "123", "Layla", NOW)
                        .card())
                .isPresent();
    }

    @Test
    void nothing_that_is_kept_holds_the_number() {
        var card = SubmittedCard.read("4242-4242-4242-4242", "12/34", "987", "Layla", NOW)
                .card()
                .orElseThrow();

        assertThat(card.toString()).doesNotContain("42424242").doesNotContain("987");
    }
}

package sandbox.stripe.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sandbox.stripe.payment.CaptureMethod;
import sandbox.stripe.payment.Checkout;
import sandbox.stripe.payment.Ids;

class SessionRequestTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final String GOOD = "mode=payment&success_url=https://shop.test/ok?s={CHECKOUT_SESSION_ID}"
            + "&line_items[0][quantity]=2&line_items[0][price_data][currency]=QAR"
            + "&line_items[0][price_data][unit_amount]=1250&line_items[0][price_data][product_data][name]=Coffee";

    private final SessionRequest requests = new SessionRequest(Ids.unguessable());

    @Test
    void a_session_adds_up_its_lines() {
        var checkout =
                read(GOOD + "&payment_intent_data[capture_method]=manual&payment_intent_data[metadata][order]=o1");

        assertThat(checkout.total().minor()).isEqualTo(2500);
        assertThat(checkout.total().currency()).isEqualTo("qar");
        assertThat(checkout.terms().captureMethod()).isEqualTo(CaptureMethod.MANUAL);
        assertThat(checkout.terms().intentMetadata()).containsEntry("order", "o1");
        assertThat(checkout.terms().expiresAt()).isEqualTo(NOW.plusSeconds(86_400));
        assertThat(checkout.successUrl()).isEqualTo("https://shop.test/ok?s=" + checkout.sessionId());
    }

    @ParameterizedTest(name = "{0} is refused as {2} of {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            mode=                                           | mode                                   | parameter_missing
            mode=subscription                               | mode                                   |
            success_url=                                    | success_url                            | parameter_missing
            success_url=not a url                           | success_url                            | url_invalid
            customer_email=nobody                           | customer_email                         | email_invalid
            expires_at=1795256999                           | expires_at                             |
            expires_at=1795342000                           | expires_at                             |
            expires_at=soon                                 | expires_at                             | parameter_invalid_integer
            line_items[0][price_data][unit_amount]=1        | line_items                             | amount_too_small
            line_items[0][price_data][unit_amount]=99999999 | line_items                             | amount_too_large
            line_items[0][price_data][unit_amount]=         | line_items[0][price_data][unit_amount] | parameter_missing
            line_items[0][price_data][currency]=zzz         | line_items[0][price_data][currency]    |
            line_items[0][price_data][currency]=isk         | line_items                             |
            """)
    void what_stripe_refuses_is_refused_by_name(String change, String param, String code) {
        var name = change.substring(0, change.indexOf('='));
        var unit = change.endsWith("isk") ? "&line_items[0][price_data][unit_amount]=1225" : "";

        assertThatThrownBy(() -> read(without(GOOD, name) + "&" + change + unit))
                .isInstanceOfSatisfying(StripeError.class, error -> {
                    assertThat(error.status()).isEqualTo(400);
                    assertThat(error.executed()).isFalse();
                    assertThat(error.document().getJsonObject("error").getString("param"))
                            .isEqualTo(param);
                    if (code != null) {
                        assertThat(error.document().getJsonObject("error").getString("code"))
                                .isEqualTo(code);
                    }
                });
    }

    @Test
    void thirty_minutes_and_a_day_are_just_allowed() {
        var soonest = NOW.plusSeconds(1800).getEpochSecond();
        var latest = NOW.plusSeconds(86_400).getEpochSecond();

        assertThat(read(GOOD + "&expires_at=" + soonest).terms().expiresAt().getEpochSecond())
                .isEqualTo(soonest);
        assertThat(read(GOOD + "&expires_at=" + latest).terms().expiresAt().getEpochSecond())
                .isEqualTo(latest);
    }

    @Test
    void three_decimal_currencies_end_in_a_zero() {
        var kuwaiti = GOOD.replace("QAR", "kwd");

        assertThat(read(kuwaiti).total().minor()).isEqualTo(2500);
        assertThatThrownBy(() -> read(kuwaiti.replace("=1250", "=1253"))).isInstanceOf(StripeError.class);
    }

    private Checkout read(String form) {
        return requests.read(Parameters.parse(form), NOW);
    }

    private static String without(String form, String name) {
        return Pattern.compile("&")
                .splitAsStream(form)
                .filter(part -> !part.startsWith(name + "="))
                .collect(Collectors.joining("&"));
    }
}

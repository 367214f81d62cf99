package io.mizan.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Gateways;
import io.mizan.money.Money;
import io.mizan.outage.GatewayCalls;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a gateway that is not there. */
class GatewayChoiceTest {
    private static final GatewayName PAYPAL = new GatewayName("paypal");
    private static final GatewayCalls NONE_IS_MADE = null;

    private final Gateways gateways = new Gateways(List.of());
    private final GatewayChoice choice = new GatewayChoice(gateways, NONE_IS_MADE);

    @ParameterizedTest
    @CsvSource({"en", "ar-QA"})
    void one_that_could_not_be_built_is_unavailable_and_not_unknown(String locale) {
        gateways.become(List.of(), Map.of(), Map.of(PAYPAL, "PayPal"));

        var refusal = refusal(locale);

        assertThat(refusal.code()).isEqualTo(ErrorCode.GATEWAY_UNAVAILABLE);
        assertThat(refusal).hasMessage("PayPal cannot be used at present.");
        assertThat(refusal.retryAfter()).isPresent();
        assertThat(refusal.members())
                .containsEntry("customer_message", CustomerMessages.text("gateway.unavailable", locale));
    }

    @Test
    void one_that_nobody_set_up_is_unknown() {
        gateways.become(List.of(), Map.of(), Map.of(new GatewayName("stripe"), "Stripe"));

        assertThat(refusal("en").code()).isEqualTo(ErrorCode.GATEWAY_UNKNOWN);
    }

    private MizanException refusal(String locale) {
        return catchThrowableOfType(
                MizanException.class,
                () -> choice.require(PAYPAL, Money.ofMinor(1_000, "QAR"), locale, Optional::empty));
    }
}

package io.mizan.gateways.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.PaymentState;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.Voiding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is authorized can be given up. */
public interface ReleasesAuthorizations extends Contract {
    @Test
    default void a_released_authorization_ends_the_attempt() {
        var payment = authorized();
        payment.thenSent(release(payment));

        assertThat(outcome(payment))
                .returns(PaymentState.CANCELED, Told.Outcome::state)
                .returns(false, Told.Outcome::open);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    default void a_release_without_an_answer_is_made_good_or_left_to_a_person(boolean afterActing) {
        var payment = authorized();

        var recovered = losesTheAnswer(payment, release(payment), afterActing);

        assertThat(outcome(payment))
                .returns(
                        recovered == Payment.Recovered.DONE ? PaymentState.CANCELED : PaymentState.AUTHORIZED,
                        Told.Outcome::state);
    }

    private Payment authorized() {
        return payment(CaptureMode.MANUAL).opened().then(provider()::paysWithACardThatWorks);
    }

    private static GatewayRequest release(Payment payment) {
        return ((Voiding) payment.gateway())
                .voidAuthorization(payment.target(), payment.amount(), "void-" + payment.attempt());
    }
}

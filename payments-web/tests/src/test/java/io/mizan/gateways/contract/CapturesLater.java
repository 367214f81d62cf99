package io.mizan.gateways.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.PaymentState;
import io.mizan.attempt.Verdict;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.Capturing;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.GatewayResult;
import io.mizan.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Money can be authorized first and collected later. */
public interface CapturesLater extends Contract {
    @Test
    default void an_authorization_holds_until_it_is_captured() {
        var payment = authorized();

        assertThat(outcome(payment))
                .returns(PaymentState.AUTHORIZED, Told.Outcome::state)
                .returns(price(), Told.Outcome::authorized);
    }

    @Test
    default void what_was_authorized_is_captured() {
        var payment = authorized();
        payment.thenSent(capture(payment, price(), "capture-"));

        assertThat(outcome(payment))
                .returns(price(), Told.Outcome::captured)
                .returns(Money.zero(price().currency()), Told.Outcome::authorized)
                .returns(Verdict.PAID, Told.Outcome::verdict)
                .returns(false, Told.Outcome::open);
    }

    @Test
    default void what_is_captured_is_not_captured_again() {
        var payment = authorized();
        payment.thenSent(capture(payment, price(), "capture-"));

        // A no, or what was done before: nothing moves either way.
        assertThat(payment.gateway().send(capture(payment, price(), "again-")))
                .isInstanceOfAny(GatewayResult.Declined.class, GatewayResult.Accepted.class);
        payment.then(page -> {});
        assertThat(outcome(payment)).returns(price(), Told.Outcome::captured);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    default void a_capture_without_an_answer_is_made_good_or_left_to_a_person_and_captures_once(boolean afterActing) {
        var payment = authorized();

        var recovered = losesTheAnswer(payment, capture(payment, price(), "lost-"), afterActing);

        assertThat(outcome(payment))
                .returns(
                        recovered == Payment.Recovered.DONE ? price() : Money.zero(price().currency()),
                        Told.Outcome::captured);
    }

    private Payment authorized() {
        return payment(CaptureMode.MANUAL).opened().then(provider()::paysWithACardThatWorks);
    }

    private static GatewayRequest capture(Payment payment, Money amount, String key) {
        return ((Capturing) payment.gateway()).capture(payment.target(), amount, key + payment.attempt());
    }
}

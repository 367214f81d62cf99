package io.mizan.web.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.checkout.CheckoutStatus.GivenBack;
import io.mizan.checkout.CheckoutStatus.Progress;
import io.mizan.checkout.NextAction;
import io.mizan.failure.FailureCategory;
import io.mizan.id.OrderId;
import io.mizan.order.OrderStatus;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StatusViewTest {
    @Test
    void a_suspicion_of_fraud_is_told_as_an_issuers_no() {
        assertThat(told(FailureCategory.FRAUD_SUSPECTED)).contains("issuer_declined");
    }

    @Test
    void what_the_customer_can_put_right_is_told() {
        assertThat(told(FailureCategory.INCORRECT_CVC)).contains("incorrect_cvc");
    }

    @Test
    void money_that_was_given_back_is_told_though_the_order_stays_paid() {
        var progress = new Progress(
                OrderStatus.PAID,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(GivenBack.ALL),
                "a sentence",
                false,
                new NextAction.Nothing());

        assertThat(StatusView.of(new OrderId(new UUID(7, 1)), progress))
                .returns("paid", StatusView::status)
                .returns(Optional.of("all"), StatusView::givenBack);
    }

    private static Optional<String> told(FailureCategory failure) {
        var progress = new Progress(
                OrderStatus.PENDING,
                Optional.empty(),
                Optional.empty(),
                Optional.of(failure),
                Optional.empty(),
                "a sentence",
                true,
                new NextAction.Nothing());
        return StatusView.of(new OrderId(new UUID(7, 1)), progress).failure();
    }
}

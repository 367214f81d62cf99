package io.mizan.simulation;

import static io.mizan.simulation.ScriptedGateway.fact;
import static io.mizan.simulation.ScriptedStory.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.checkout.CancelOrder;
import io.mizan.checkout.CheckoutStatus;
import io.mizan.checkout.CheckoutStatus.GivenBack;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a customer reads whose money came in another currency than the order's. */
@ExtendWith(Scene.Opening.class)
class ForeignMoneyTest {
    private static final Money DOLLARS = Money.ofMinor(7_000, "USD");

    private final ScriptedStory story;

    ForeignMoneyTest(Scene scene) {
        story = new ScriptedStory(scene);
    }

    @Test
    void of_an_order_that_was_canceled_all_the_same_nobody_says_that_nothing_was_charged() {
        var attempt = story.started();
        hear(attempt, fact(FactKind.CAPTURED, "tx_1").withAmount(DOLLARS));

        story.bean(CancelOrder.class).cancel(attempt.order(), "merchant");

        assertThat(status(attempt).customerMessage())
                .contains("a payment that does not match the order")
                .doesNotContain("Nothing was charged");
    }

    @Test
    void once_it_was_given_back_the_customer_reads_that() {
        var attempt = story.started();
        hear(attempt, fact(FactKind.CAPTURED, "tx_1").withAmount(DOLLARS));
        assertThat(status(attempt).givenBack()).isEmpty();

        hear(
                attempt,
                fact(FactKind.REFUND_STATUS, "re_1")
                        .withQualifier(FactKind.Refund.SUCCEEDED.qualifier())
                        .withAmount(DOLLARS));

        assertThat(status(attempt).givenBack()).contains(GivenBack.ALL);
        assertThat(status(attempt).customerMessage()).startsWith("The whole amount was given back to you.");
    }

    private void hear(AttemptSnapshot attempt, Fact told) {
        story.gateway().knows("news", told);
        story.receive("news " + reference(attempt) + " " + told.objectRef());
        story.workInbox();
    }

    private CheckoutStatus.Progress status(AttemptSnapshot attempt) {
        return story.bean(CheckoutStatus.class).of(attempt.order());
    }
}

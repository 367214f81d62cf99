package io.mizan.simulation;

import static io.mizan.simulation.ScriptedGateway.accepted;
import static io.mizan.simulation.ScriptedGateway.fact;
import static io.mizan.simulation.ScriptedStory.COLLECTED;
import static io.mizan.simulation.ScriptedStory.HELD;
import static io.mizan.simulation.ScriptedStory.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.fact.FactKind;
import io.mizan.fact.Facts;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.Operation;
import io.mizan.order.OrderStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What comes in while an attempt that cannot be closed is being replaced at the merchant's risk: before the first of the
 * transactions that this takes, before the second, and so on.
 */
@ExtendWith(Scene.Opening.class)
class ReplacedMeanwhileTest {
    private final ScriptedGateway gateway = new ScriptedGateway();
    private final Meanwhile meanwhile = new Meanwhile();
    private final AtomicInteger questions = new AtomicInteger();
    private final ScriptedStory story;

    ReplacedMeanwhileTest(Scene scene) {
        story = new ScriptedStory(scene, gateway, meanwhile);
        gateway.answers.put(
                Operation.VOID,
                () -> accepted(fact(FactKind.AUTHORIZATION_ENDED, "auth_1").withQualifier("voided")));
        gateway.answers.put(Operation.COMPLETE, () -> accepted());
        gateway.inquired = () -> {
            questions.incrementAndGet();
            return accepted(fact(FactKind.CHECKOUT_OPENED, "page_1"));
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void a_hold_gives_way_to_another_attempt_whenever_it_comes(int when) {
        var first = story.start(story.place(), CaptureMode.MANUAL, Optional.empty());
        gateway.knows("held", HELD);

        var second = replaced(first, when, "held");
        story.timePasses(Duration.ofSeconds(30));

        assertThat(second).isPresent();
        assertThat(story.now(first).authorized().isPositive()).isFalse();
        assertThat(story.commands(first, Operation.VOID)).hasSize(1);
        assertThat(toldOfRisk(first)).isEqualTo(story.now(first).supersededAt().isPresent());
    }

    /** Nobody knows whether the hold was released: the order may be paid by it. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void nothing_is_left_behind_for_an_attempt_that_may_not_begin(int when) {
        gateway.answers.put(Operation.VOID, () -> ScriptedStory.UNANSWERED);
        var first = story.start(story.place(), CaptureMode.MANUAL, Optional.empty());
        gateway.knows("held", HELD);

        var second = replaced(first, when, "held");

        assertThat(story.now(first).supersededAt().isPresent()).isEqualTo(second.isPresent());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void a_risk_is_accepted_only_if_another_attempt_begins(int when) {
        var first = story.started();
        gateway.knows("paid", COLLECTED);

        var second = replaced(first, when, "paid");

        assertThat(toldOfRisk(first)).isEqualTo(second.isPresent());
        assertThat(story.status(first.order())).isEqualTo(OrderStatus.PAID);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void of_what_the_customer_agreed_to_the_gateway_is_asked_before_the_risk_is_taken(int when) {
        var first = story.started();
        gateway.knows(
                "agreed", fact(FactKind.PAYER_APPROVED, "tx_1").at(story.clock().instant()));

        replaced(first, when, "agreed");

        boolean wasAccepted =
                story.now(first).isLeftBehind(story.bean(Facts.class).of(first.order()));
        assertThat(wasAccepted).isEqualTo(story.now(first).supersededAt().isPresent() && questions.get() > 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void of_two_who_replace_it_at_once_one_begins_and_one_risk_is_told(int when) {
        var first = story.started();
        var begun = new ArrayList<AttemptSnapshot>();

        meanwhile.before(when, () -> begin(first, begun));
        begin(first, begun);
        meanwhile.atTheLatestNow();

        assertThat(begun).hasSize(1);
        assertThat(story.told(first.order())).containsOnlyOnce("duplicate_risk_accepted");
    }

    private void begin(AttemptSnapshot first, List<AttemptSnapshot> begun) {
        try {
            begun.add(story.replace(first, true));
        } catch (MizanException refused) {
            assertThat(refused.code()).isIn(ErrorCode.ATTEMPT_OPEN, ErrorCode.CONCURRENT_CHANGE);
        }
    }

    /** @param message what the gateway tells before the transaction of that number, counted from the wish */
    private Optional<AttemptSnapshot> replaced(AttemptSnapshot first, int when, String message) {
        meanwhile.before(when, () -> {
            story.clock().forwardTo(story.clock().now().plusMillis(1));
            story.receive(message + " " + reference(first));
            story.workInbox();
            story.timePasses(Duration.ofMillis(500));
        });
        try {
            return Optional.of(story.replace(first, true));
        } catch (MizanException refused) {
            return Optional.empty();
        } finally {
            meanwhile.atTheLatestNow();
        }
    }

    private boolean toldOfRisk(AttemptSnapshot attempt) {
        return story.told(attempt.order()).contains("duplicate_risk_accepted");
    }

    /** Others get between, once. */
    private static final class Meanwhile implements Fate {
        private int transactionsLeft;
        private Runnable act = () -> {};

        void before(int transaction, Runnable what) {
            transactionsLeft = transaction;
            act = what;
        }

        void atTheLatestNow() {
            var what = act;
            act = () -> {};
            what.run();
        }

        @Override
        public void between() {
            if (--transactionsLeft == 0) {
                atTheLatestNow();
            }
        }
    }
}

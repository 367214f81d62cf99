package io.mizan.simulation;

import static io.mizan.simulation.ScriptedGateway.accepted;
import static io.mizan.simulation.ScriptedGateway.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.PaymentState;
import io.mizan.checkout.CancelOrder;
import io.mizan.checkout.CloseAttempt;
import io.mizan.dispatch.CommandDispatcher;
import io.mizan.fact.FactKind;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.gateway.Operation;
import io.mizan.intake.FactIntake;
import io.mizan.sql.Claim;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two who want one attempt to end at the same moment, as after a double click. */
@ExtendWith(Scene.Opening.class)
class EndingAtOnceTest {
    private final ScriptedGateway gateway = new ScriptedGateway.WithClosing();
    private final ScriptedStory story;

    EndingAtOnceTest(Scene scene) {
        story = new ScriptedStory(scene, gateway);
    }

    @Test
    void what_two_want_to_end_at_once_is_asked_for_by_one_of_them() {
        gateway.answers.put(Operation.CLOSE, () -> ScriptedStory.UNANSWERED);
        var attempt = story.started();
        var dispatcher = story.bean(CommandDispatcher.class);
        var first = wantsItToEnd(attempt);
        var second = wantsItToEnd(attempt);

        second.ifPresent(dispatcher::sendForCaller);
        first.ifPresent(dispatcher::sendForCaller);

        assertThat(gateway.sent(Operation.CLOSE)).hasSize(1);
        gateway.answers.put(
                Operation.CLOSE,
                () -> accepted(
                        fact(FactKind.CHECKOUT_CLOSED, "page_1").withQualifier(FactKind.Closing.CANCELED.qualifier())));
        story.timePasses(Duration.ofSeconds(30));
        assertThat(story.commands(attempt, Operation.CLOSE)).hasSize(1);
        assertThat(story.now(attempt).state()).isEqualTo(PaymentState.CANCELED);
    }

    @Test
    void what_is_on_the_wire_is_nobody_elses() {
        var attempt = story.started();
        gateway.answers.put(Operation.CLOSE, () -> {
            assertThat(wantsItToEnd(attempt)).isEmpty();
            return ScriptedStory.UNANSWERED;
        });

        wantsItToEnd(attempt).ifPresent(story.bean(CommandDispatcher.class)::sendForCaller);

        assertThat(gateway.sent(Operation.CLOSE)).hasSize(1);
    }

    @Test
    void whoever_wants_to_end_what_is_just_being_ended_is_told_so_and_hears_the_result_when_they_come_back() {
        var attempt = story.started();
        var closing = story.bean(CloseAttempt.class);
        gateway.answers.put(Operation.CLOSE, () -> {
            assertBeingEnded(() -> closing.close(attempt.id()));
            assertBeingEnded(() -> story.bean(CancelOrder.class).cancel(attempt.order(), "merchant"));
            assertBeingEnded(() -> story.replace(attempt, false));
            assertBeingEnded(() -> story.replace(attempt, true));
            return accepted(
                    fact(FactKind.CHECKOUT_CLOSED, "page_1").withQualifier(FactKind.Closing.CANCELED.qualifier()));
        });

        closing.close(attempt.id());

        assertThat(closing.close(attempt.id()).state()).isEqualTo(PaymentState.CANCELED);
        assertThat(gateway.sent(Operation.CLOSE)).hasSize(1);
        assertThat(story.now(attempt).supersededAt()).isEmpty();
    }

    @Test
    void once_nobody_knows_whether_it_ended_it_counts_as_still_payable() {
        gateway.answers.put(Operation.CLOSE, () -> ScriptedStory.UNANSWERED);
        var attempt = story.started();

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> story.bean(CloseAttempt.class).close(attempt.id()))
                    .isInstanceOfSatisfying(MizanException.class, refusal -> assertThat(refusal.code())
                            .isEqualTo(ErrorCode.PREVIOUS_ATTEMPT_STILL_PAYABLE));
        }
    }

    private static void assertBeingEnded(ThrowingCallable request) {
        assertThatThrownBy(request).isInstanceOfSatisfying(MizanException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.CONCURRENT_CHANGE);
            assertThat(refusal.retryAfter()).isPresent();
        });
    }

    private Optional<Claim> wantsItToEnd(AttemptSnapshot attempt) {
        return story.bean(FactIntake.class)
                .visit(
                        attempt.order(),
                        visit -> visit.planEndOnRequest(
                                visit.attempt(attempt.id()), visit.now().plus(Duration.ofSeconds(20))));
    }
}

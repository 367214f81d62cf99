package io.mizan.simulation;

import static io.mizan.simulation.ScriptedGateway.accepted;
import static io.mizan.simulation.ScriptedStory.COLLECTED;
import static io.mizan.simulation.ScriptedStory.HELD;
import static io.mizan.simulation.ScriptedStory.UNANSWERED;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.PaymentState;
import io.mizan.casework.CaseKind;
import io.mizan.command.CommandState;
import io.mizan.command.GatewayCommand;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Operation;
import io.mizan.gateway.Recovery;
import io.mizan.order.OrderStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of a request that was not answered, at gateways that cannot simply be asked again. */
@ExtendWith(Scene.Opening.class)
class UnansweredRequestsTest {
    private final ScriptedStory story;
    private final ScriptedGateway gateway;

    UnansweredRequestsTest(Scene scene) {
        story = new ScriptedStory(scene);
        gateway = story.gateway();
    }

    @Test
    void that_the_payment_is_there_says_nothing_of_a_capture_without_an_answer() {
        gateway.recovery.put(Operation.CAPTURE, new Recovery.InquireByOurReference(Duration.ofMinutes(15), false));
        var attempt = story.held();
        gateway.answers.put(Operation.CAPTURE, () -> UNANSWERED);
        gateway.inquired = () -> accepted(HELD);
        gateway.found = GatewayResult.NotFound::new;

        story.capture(attempt);
        story.timePasses(Duration.ofMinutes(10));

        assertThat(story.captures(attempt)).noneMatch(it -> it.state() == CommandState.DONE);
        gateway.found = () -> accepted(COLLECTED);
        story.timePasses(Duration.ofHours(2));
        assertThat(story.captures(attempt)).allMatch(it -> it.state() == CommandState.DONE);
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
        assertThat(gateway.sent(Operation.CAPTURE)).hasSize(1);
    }

    @Test
    void what_may_not_be_sent_again_never_is_and_gives_its_money_free_when_the_gateway_proves_that_nothing_happened() {
        gateway.recovery.put(Operation.CAPTURE, new Recovery.InquireByOurReference(Duration.ofMinutes(15), false));
        var attempt = story.held();
        gateway.answers.put(Operation.CAPTURE, () -> UNANSWERED);
        gateway.inquired = () -> accepted(HELD);
        gateway.found = GatewayResult.NotFound::new;

        story.capture(attempt);
        story.timePasses(Duration.ofHours(20));

        assertThat(story.captures(attempt)).extracting(GatewayCommand::state).containsExactly(CommandState.GIVEN_UP);
        assertThat(story.theCase(CaseKind.COMMAND_GIVEN_UP).holds()).isTrue();
        story.timePasses(Duration.ofDays(1));
        assertThat(gateway.sent(Operation.CAPTURE)).hasSize(1);
        assertThat(gateway.questions).isBetween(5, 40);
        assertThat(story.captures(attempt)).allMatch(GatewayCommand::wasNeverActedOn);
        assertThat(story.theCase(CaseKind.COMMAND_GIVEN_UP).holds()).isFalse();
    }

    @Test
    void what_may_be_sent_again_is_sent_once_not_found_means_no_and_not_before() {
        gateway.recovery.put(Operation.CAPTURE, new Recovery.InquireByOurReference(Duration.ofMinutes(1), true));
        var attempt = story.held();
        gateway.answers.put(Operation.CAPTURE, () -> UNANSWERED);
        gateway.found = GatewayResult.NotFound::new;
        gateway.inquired = () -> accepted(HELD);

        story.capture(attempt);
        story.timePasses(Duration.ofSeconds(55));
        assertThat(gateway.sent(Operation.CAPTURE)).hasSize(1);
        gateway.answers.put(Operation.CAPTURE, () -> accepted(COLLECTED));
        story.timePasses(Duration.ofMinutes(30));

        assertThat(gateway.sent(Operation.CAPTURE)).hasSize(2);
        assertThat(gateway.sent(Operation.CAPTURE).get(0))
                .isEqualTo(gateway.sent(Operation.CAPTURE).get(1));
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void a_question_that_is_not_answered_is_not_asked_for_ever() {
        gateway.recovery.put(Operation.CAPTURE, new Recovery.InquireByOurReference(Duration.ofMinutes(1), true));
        var attempt = story.held();
        gateway.answers.put(Operation.CAPTURE, () -> UNANSWERED);
        gateway.found = () -> UNANSWERED;
        gateway.inquired = () -> UNANSWERED;

        story.capture(attempt);
        story.timePasses(Duration.ofDays(3));

        assertThat(story.captures(attempt)).extracting(GatewayCommand::state).containsExactly(CommandState.GIVEN_UP);
        assertThat(story.captures(attempt)).allMatch(it -> it.dueAt().isEmpty());
        assertThat(gateway.questions).isBetween(5, 40);
    }

    @Test
    void a_no_that_is_found_out_is_a_no() {
        gateway.recovery.put(Operation.CAPTURE, new Recovery.InquireByOurReference(Duration.ofMinutes(1), true));
        var attempt = story.held();
        gateway.answers.put(Operation.CAPTURE, () -> UNANSWERED);
        gateway.inquired = () -> accepted(HELD);
        gateway.found = () -> new GatewayResult.Declined(FailureCategory.VALIDATION, "too_late");

        story.capture(attempt);
        story.timePasses(Duration.ofMinutes(5));

        assertThat(story.captures(attempt)).allMatch(GatewayCommand::wasDeclined);
        assertThat(story.now(attempt).state()).isEqualTo(PaymentState.AUTHORIZED);
    }

    @Test
    void what_only_a_person_can_find_out_is_theirs_at_once() {
        gateway.recovery.put(Operation.CAPTURE, new Recovery.Human());
        var attempt = story.held();
        gateway.answers.put(Operation.CAPTURE, () -> UNANSWERED);

        story.capture(attempt);
        story.timePasses(Duration.ofHours(3));

        assertThat(gateway.sent(Operation.CAPTURE)).hasSize(1);
        assertThat(story.theCase(CaseKind.COMMAND_GIVEN_UP).holds()).isTrue();
    }
}

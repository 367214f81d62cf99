package io.mizan.simulation;

import static io.mizan.simulation.ScriptedGateway.accepted;
import static io.mizan.simulation.ScriptedGateway.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.command.GatewayCommand;
import io.mizan.dispatch.CommandDispatcher;
import io.mizan.explanation.Situation;
import io.mizan.fact.FactKind;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Operation;
import io.mizan.search.OrderListQuery;
import io.mizan.search.OrderListQuery.Only;
import io.mizan.search.OrderRow;
import io.mizan.search.OrderSearch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Work that is taken up in time, and fails each time. */
@ExtendWith(Scene.Opening.class)
class FailingWorkTest {
    private final ScriptedStory story;
    private final ScriptedGateway gateway;

    FailingWorkTest(Scene scene) {
        story = new ScriptedStory(scene);
        gateway = story.gateway();
    }

    @Test
    void an_order_about_which_asking_fails_each_time_is_listed_until_asking_works() {
        var attempt = story.started();
        gateway.inquired = FailingWorkTest::broken;
        story.timePasses(Duration.ofMinutes(5));
        assertThat(overdue()).isEmpty();

        story.timePasses(Duration.ofMinutes(3));

        assertThat(overdue()).extracting(OrderRow::id).containsExactly(attempt.order());
        assertThat(story.bean(OrderSearch.class).countOverdue(10)).isEqualTo(1);
        assertThat(story.explained(attempt).next().situation()).isEqualTo(Situation.INQUIRY_OVERDUE);
        gateway.inquired = () -> accepted(fact(FactKind.CHECKOUT_OPENED, "page_1"));
        story.timePasses(Duration.ofMinutes(1));
        assertThat(overdue()).isEmpty();
        assertThat(story.explained(attempt).next().situation()).isNotEqualTo(Situation.INQUIRY_OVERDUE);
    }

    /** Its answer is read, and cannot be recorded. */
    @Test
    void a_request_that_fails_each_time_waits_since_it_was_due_first_until_it_gets_through() {
        gateway.answers.put(Operation.OPEN_CHECKOUT, () -> ScriptedStory.UNANSWERED);
        var attempt = story.started();
        var due = opening(attempt).dueAt();
        gateway.answers.put(Operation.OPEN_CHECKOUT, () -> accepted(fact(FactKind.CHECKOUT_OPENED, "p".repeat(300))));
        var dispatcher = story.bean(CommandDispatcher.class);
        for (int i = 0; i < 3; i++) {
            story.clock().forwardTo(story.clock().now().plusSeconds(20));
            dispatcher.claimDue().forEach(claim -> assertThatThrownBy(() -> dispatcher.sendClaimed(claim))
                    .isInstanceOf(RuntimeException.class));
        }
        assertThat(opening(attempt).waitsSince())
                .isEqualTo(due)
                .isNotEqualTo(opening(attempt).dueAt());

        gateway.answers.put(Operation.OPEN_CHECKOUT, () -> accepted(fact(FactKind.CHECKOUT_OPENED, "page_1")));
        story.timePasses(Duration.ofSeconds(20));

        assertThat(opening(attempt).waitsSince()).isEmpty();
    }

    private GatewayCommand opening(AttemptSnapshot attempt) {
        return story.commands(attempt, Operation.OPEN_CHECKOUT).get(0);
    }

    @Test
    void what_is_held_back_because_its_gateway_is_away_is_not_listed_as_work_that_nobody_does() {
        story.started();
        gateway.inquired = () -> ScriptedStory.UNANSWERED;

        story.timePasses(Duration.ofHours(1));

        assertThat(overdue()).isEmpty();
    }

    private static GatewayResult broken() {
        throw new IllegalStateException("a fault of the adapter's");
    }

    private List<OrderRow> overdue() {
        return story.bean(OrderSearch.class)
                .page(new OrderListQuery(Optional.empty(), Only.OVERDUE, Optional.empty(), 10));
    }
}

package io.mizan.simulation;

import static io.mizan.simulation.ScriptedGateway.accepted;
import static io.mizan.simulation.ScriptedStory.COLLECTED;
import static io.mizan.simulation.ScriptedStory.UNANSWERED;
import static io.mizan.simulation.ScriptedStory.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.casework.CaseKind;
import io.mizan.fact.Account;
import io.mizan.fact.Evidence;
import io.mizan.fact.Facts;
import io.mizan.fact.RecordedFact;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Operation;
import io.mizan.id.EventId;
import io.mizan.inbox.EventQuery;
import io.mizan.inbox.WebhookEvent;
import io.mizan.inbox.WebhookInbox;
import io.mizan.inbox.WebhookState;
import io.mizan.intake.InboxWorker;
import io.mizan.intake.ReturnedGateways;
import io.mizan.order.OrderStatus;
import io.mizan.webhookhealth.Diagnosis;
import io.mizan.webhookhealth.WebhookHealth;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Attempts and callbacks outlive the settings of their gateway. */
@ExtendWith(Scene.Opening.class)
class MissingGatewayTest {
    private final Scene scene;
    private final ScriptedStory story;
    private final ScriptedGateway gateway;

    MissingGatewayTest(Scene scene) {
        this.scene = scene;
        story = new ScriptedStory(scene);
        gateway = story.gateway();
    }

    /** Attempts outlive settings. */
    @Test
    void a_gateway_that_is_gone_from_the_settings_is_a_case_until_it_is_back() {
        var attempt = story.held();
        gateway.answers.put(Operation.CAPTURE, () -> UNANSWERED);
        story.capture(attempt);
        gateway.answers.put(Operation.CAPTURE, () -> accepted(COLLECTED));
        int sent = gateway.sent(Operation.CAPTURE).size();

        new Story(scene).timePasses(Duration.ofHours(3));

        assertThat(story.theCase(CaseKind.GATEWAY_MISSING).subject()).isEqualTo("scripted/acct_1/sandbox");
        assertThat(gateway.sent(Operation.CAPTURE)).hasSize(sent);
        story.timePasses(Duration.ofHours(2));
        assertThat(story.theCase(CaseKind.GATEWAY_MISSING).holds()).isFalse();
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
    }

    /** It would say "not found" of what it never had, and that would count as never paid. */
    @Test
    void what_was_begun_in_the_books_of_one_account_is_never_asked_about_in_those_of_another() {
        var attempt = story.started();
        var asked = new AtomicInteger();
        var other = new ScriptedGateway(new Account("scripted/acct_2/sandbox"));
        other.inquired = () -> {
            asked.incrementAndGet();
            return new GatewayResult.NotFound();
        };

        new Story(scene, other).timePasses(Duration.ofHours(3));

        assertThat(asked).hasValue(0);
        assertThat(other.sent).isEmpty();
        assertThat(story.theCase(CaseKind.GATEWAY_MISSING).subject()).isEqualTo("scripted/acct_1/sandbox");
        gateway.inquired = () -> accepted(COLLECTED);
        story.timePasses(Duration.ofHours(2));
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
        assertThat(story.theCase(CaseKind.GATEWAY_MISSING).holds()).isFalse();
    }

    @Test
    void a_stored_callback_of_a_gateway_that_is_gone_waits_and_is_worked_when_it_is_back() {
        var attempt = story.started();
        gateway.knows("paid", COLLECTED);
        story.receive("paid " + reference(attempt));
        var without = new Story(scene);

        without.timePasses(Duration.ofHours(2));

        var waiting = without.bean(WebhookInbox.class).page(new EventQuery(Optional.empty(), Optional.empty(), 10));
        assertThat(waiting).singleElement().satisfies(event -> {
            assertThat(event.state()).isEqualTo(WebhookState.WAITING);
            assertThat(event.reason()).contains(WebhookInbox.GATEWAY_MISSING);
            assertThat(event.attempts()).isZero();
        });
        assertThat(without.theCase(CaseKind.GATEWAY_MISSING).holds()).isTrue();
        assertThat(without.bean(WebhookHealth.class).all()).singleElement().satisfies(health -> {
            assertThat(health.gateway()).isEqualTo(gateway.name());
            assertThat(Diagnosis.of(health)).isEqualTo(Diagnosis.GATEWAY_MISSING);
        });
        story.bean(ReturnedGateways.class).look();
        story.workInbox();
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
        assertThat(story.theCase(CaseKind.GATEWAY_MISSING).holds()).isFalse();
        assertThat(story.bean(Facts.class).of(attempt.order()))
                .flatExtracting(RecordedFact::evidence)
                .filteredOn(evidence -> evidence.source() == Evidence.Source.WEBHOOK)
                .as("it reached us when it came, not when it was worked")
                .isNotEmpty()
                .allSatisfy(evidence -> assertThat(evidence.receivedAt())
                        .isEqualTo(waiting.get(0).receivedAt()));
    }

    @Test
    void one_whose_gateway_never_comes_back_is_dead_in_the_end_and_a_person_is_told() {
        var attempt = story.started();
        gateway.knows("paid", COLLECTED);
        story.receive("paid " + reference(attempt));
        var without = new Story(scene);

        scene.rows()
                .update(
                        "UPDATE webhook_event SET received_at = ?",
                        scene.clock().instant().minus(Duration.ofDays(31)));
        without.timePasses(Duration.ofMinutes(10));

        assertThat(without.bean(WebhookInbox.class).page(new EventQuery(Optional.empty(), Optional.empty(), 10)))
                .extracting(WebhookEvent::state)
                .containsExactly(WebhookState.DEAD);
        var dead = without.theCase(CaseKind.DEAD_EVENT);
        assertThat(dead.holds()).isTrue();
        assertThat(story.bean(InboxWorker.class).takeUpAgain(EventId.fromString(dead.subject())))
                .as("replayed once the gateway is back")
                .isTrue();
        story.workInbox();
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
    }
}

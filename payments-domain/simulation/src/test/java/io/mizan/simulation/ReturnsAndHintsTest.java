package io.mizan.simulation;

import static io.mizan.simulation.ScriptedGateway.accepted;
import static io.mizan.simulation.ScriptedGateway.bytes;
import static io.mizan.simulation.ScriptedStory.COLLECTED;
import static io.mizan.simulation.ScriptedStory.UNANSWERED;
import static io.mizan.simulation.ScriptedStory.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.ProviderRefs;
import io.mizan.checkout.ReceiveReturn;
import io.mizan.explanation.Ground;
import io.mizan.gateway.Callback;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Operation;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.ShortReference;
import io.mizan.id.AttemptId;
import io.mizan.order.OrderStatus;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser brings from a gateway, and callbacks that say too little. */
@ExtendWith(Scene.Opening.class)
class ReturnsAndHintsTest {
    private final Scene scene;
    private final ScriptedStory story;
    private final ScriptedGateway gateway;

    ReturnsAndHintsTest(Scene scene) {
        this.scene = scene;
        story = new ScriptedStory(scene);
        gateway = story.gateway();
    }

    @Test
    void what_the_gateway_signed_and_the_browser_brought_is_evidence_once_however_often_it_comes() {
        var attempt = story.started();
        gateway.knows("paid", COLLECTED);

        assertThat(bring(attempt.id(), "paid " + reference(attempt))).isEqualTo("stored");
        assertThat(bring(attempt.id(), "paid " + reference(attempt))).isEqualTo("duplicate");
        story.workInbox();

        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
        assertThat(story.told(attempt.order()))
                .contains("signed_return_received")
                .doesNotContain("callback_received");
        assertThat(scene.rows()
                        .list(
                                "SELECT DISTINCT source FROM fact_evidence e JOIN fact f ON f.id = e.fact_id"
                                        + " WHERE f.kind = 'CAPTURED'",
                                row -> row.text("source")))
                .containsExactly("SIGNED_RETURN");
    }

    @Test
    void what_was_signed_for_another_attempt_or_not_at_all_is_no_evidence() {
        var attempt = story.started();
        gateway.knows("paid", COLLECTED);

        assertThat(bring(attempt.id(), "paid " + ShortReference.of("somebody else's")))
                .isEqualTo("forged");
        assertThat(bring(attempt.id(), "")).isEqualTo("unsigned");
        story.workInbox();

        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PENDING);
        assertThat(scene.rows().list("SELECT id FROM webhook_event", row -> row.id("id")))
                .isEmpty();
    }

    @Test
    void a_callback_that_bears_our_reference_is_matched_before_the_opening_was_answered() {
        gateway.answers.put(Operation.OPEN_CHECKOUT, () -> UNANSWERED);
        var attempt = story.start(story.place(), CaptureMode.AUTOMATIC, Optional.empty());
        gateway.knows("paid", COLLECTED);

        story.receive("paid " + reference(attempt));
        story.workInbox();

        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void a_hint_makes_us_ask_at_once() {
        var attempt = story.started();
        gateway.inquired = () -> accepted(COLLECTED);

        story.receive("hint " + reference(attempt));
        story.workInbox();
        story.timePasses(Duration.ofSeconds(1));

        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
        assertThat(calledBack(attempt)).isEqualTo(Ground.CalledBack.HINTED);
    }

    /** The answer that is under way may be older than the hint. */
    @Test
    void a_hint_that_comes_while_we_ask_makes_us_ask_once_more() {
        var attempt = story.started();
        gateway.inquired = () -> {
            story.receive("hint " + reference(attempt));
            story.workInbox();
            gateway.inquired = () -> accepted(COLLECTED);
            return new GatewayResult.NotFound();
        };

        story.timePasses(Duration.ofSeconds(62));

        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
    }

    /** As when the browser brings that it was paid, and the gateway only hints: perhaps at a second payment on that page. */
    @ParameterizedTest
    @ValueSource(strings = {"hint paid", "paid hint"})
    void a_hint_makes_us_ask_at_once_whatever_else_comes_with_it(String letters) {
        var attempt = story.started();
        gateway.knows("paid", COLLECTED);
        var asked = new AtomicInteger();
        gateway.inquired = () -> {
            asked.incrementAndGet();
            return accepted(COLLECTED);
        };

        for (var letter : letters.split(" ", -1)) {
            story.receive(letter + " " + reference(attempt));
        }
        story.workInbox();
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
        story.timePasses(Duration.ofSeconds(1));

        assertThat(asked).hasValue(1);
    }

    /** As one that is nested so deep that reading it takes too much of the stack. */
    @Test
    void a_callback_that_breaks_its_adapter_takes_no_turn_of_those_that_came_with_it() {
        var breaking = new ScriptedGateway() {
            @Override
            public Callback.Reading read(byte[] body, String proof) {
                if (Arrays.equals(body, bytes("poison"))) {
                    throw new StackOverflowError();
                }
                return super.read(body, proof);
            }
        };
        var tale = new ScriptedStory(scene, breaking);
        var attempt = tale.started();
        breaking.knows("paid", COLLECTED);

        tale.receive("poison");
        tale.receive("paid " + reference(attempt));
        tale.workInbox();

        assertThat(tale.status(attempt.order())).isEqualTo(OrderStatus.PAID);
        assertThat(scene.rows()
                        .list(
                                "SELECT last_error FROM webhook_event WHERE state <> 'PROCESSED'",
                                row -> row.text("last_error")))
                .singleElement()
                .asString()
                .contains("StackOverflowError");
    }

    @Test
    void what_was_known_before_anybody_was_told_was_not_called_back() {
        var attempt = story.started();
        gateway.inquired = () -> accepted(COLLECTED);

        story.timePasses(Duration.ofMinutes(5));

        assertThat(calledBack(attempt)).isEqualTo(Ground.CalledBack.INQUIRY_ONLY);
    }

    /** Some gateways can be asked only by the number that their message told. */
    @Test
    void what_a_hint_names_is_kept_to_ask_by() {
        var attempt = story.started();

        story.receive("hint " + reference(attempt) + " tx_1");
        story.workInbox();

        assertThat(story.bean(ProviderRefs.class).of(attempt.id())).contains(new ProviderRef("transaction", "tx_1"));
    }

    private String bring(AttemptId attempt, String message) {
        return story.bean(ReceiveReturn.class).receive(attempt, new Callback.Raw(Map.of(), bytes(message)));
    }

    private Ground.CalledBack calledBack(AttemptSnapshot attempt) {
        return story.explained(attempt).calledBack().ground();
    }
}

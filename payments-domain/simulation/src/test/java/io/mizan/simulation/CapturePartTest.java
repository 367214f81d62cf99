package io.mizan.simulation;

import static io.mizan.simulation.ScriptedGateway.accepted;
import static io.mizan.simulation.ScriptedStory.COLLECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mizan.checkout.CaptureAttempt;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.gateway.Operation;
import io.mizan.money.Money;
import io.mizan.order.OrderStatus;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Collecting less than was authorized. */
@ExtendWith(Scene.Opening.class)
class CapturePartTest {
    private final ScriptedStory story;
    private final ScriptedGateway gateway;

    CapturePartTest(Scene scene) {
        story = new ScriptedStory(scene);
        gateway = story.gateway();
    }

    /** As at Razorpay. */
    @Test
    void a_gateway_that_collects_the_whole_only_is_named_with_what_it_cannot_do() {
        gateway.capturesParts = false;
        gateway.answers.put(Operation.CAPTURE, () -> accepted(COLLECTED));
        var attempt = story.held();
        var part = Optional.of(Story.PRICE.minus(Money.ofMinor(1, "QAR")));

        assertThatThrownBy(() -> story.bean(CaptureAttempt.class).capture(attempt.id(), "part", part))
                .isInstanceOfSatisfying(MizanException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.CAPABILITY_NOT_SUPPORTED);
                    assertThat(refusal.members())
                            .containsEntry("gateway", "scripted")
                            .containsEntry("operation", "capture");
                });

        assertThat(gateway.sent(Operation.CAPTURE)).isEmpty();
        story.capture(attempt);
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
    }
}

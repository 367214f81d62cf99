package io.mizan.simulation;

import static io.mizan.simulation.ScriptedGateway.accepted;
import static io.mizan.simulation.ScriptedStory.COLLECTED;
import static io.mizan.simulation.ScriptedStory.TURNED_AWAY;
import static io.mizan.simulation.ScriptedStory.UNANSWERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mizan.attempt.PaymentState;
import io.mizan.attempt.Targets;
import io.mizan.casework.CaseKind;
import io.mizan.casework.GatewayCases;
import io.mizan.checkout.GatewayChoice;
import io.mizan.command.GatewayCommand;
import io.mizan.fact.Account;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.Connection;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Gateways;
import io.mizan.gateway.OfferTerms;
import io.mizan.gateway.Operation;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateway.Recovery;
import io.mizan.order.OrderStatus;
import io.mizan.outage.CredentialsWatch;
import io.mizan.outage.GatewayCalls;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A gateway that does not let us in, or does not answer. */
@ExtendWith(Scene.Opening.class)
class GatewayTroubleTest {
    private final Scene scene;
    private final ScriptedStory story;
    private final ScriptedGateway gateway;

    GatewayTroubleTest(Scene scene) {
        this.scene = scene;
        story = new ScriptedStory(scene);
        gateway = story.gateway();
    }

    @Test
    void a_first_sending_that_is_turned_away_is_sent_again_and_is_nobodys_decline() {
        var opens = gateway.answers.put(Operation.OPEN_CHECKOUT, () -> TURNED_AWAY);
        var attempt = story.started();
        assertThat(attempt.state()).isEqualTo(PaymentState.CREATED);
        assertThat(attempt.lastDecline()).isEmpty();

        story.timePasses(Duration.ofSeconds(3));
        gateway.answers.put(Operation.OPEN_CHECKOUT, opens);
        story.timePasses(Duration.ofSeconds(30));

        assertThat(story.now(attempt).state()).isEqualTo(PaymentState.PENDING);
        assertThat(gateway.sent(Operation.OPEN_CHECKOUT)).hasSizeGreaterThan(2).containsOnly(gateway.sent.get(0));
        assertThat(story.told(attempt.order()))
                .contains("command_retry", "command_done")
                .doesNotContain("command_declined");
    }

    @Test
    void nobody_waits_for_a_gateway_that_does_not_let_us_in() {
        gateway.answers.put(Operation.OPEN_CHECKOUT, () -> TURNED_AWAY);
        var order = story.place();
        story.start(order, CaptureMode.AUTOMATIC, Optional.empty());

        var next = story.start(order, CaptureMode.AUTOMATIC, Optional.empty());

        assertThat(next.number()).isEqualTo(2);
    }

    @Test
    void a_capture_that_is_turned_away_stays_asked_for() {
        var attempt = story.held();
        gateway.answers.put(Operation.CAPTURE, () -> TURNED_AWAY);
        story.capture(attempt);
        assertThat(story.captures(attempt)).allMatch(GatewayCommand::isOutstanding);

        gateway.answers.put(Operation.CAPTURE, () -> accepted(COLLECTED));
        story.timePasses(Duration.ofSeconds(10));

        assertThat(story.captures(attempt)).hasSize(1);
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void a_gateway_that_goes_on_turning_us_away_is_told_to_a_person_and_takes_nothing_new_until_it_lets_us_in() {
        gateway.answers.put(Operation.OPEN_CHECKOUT, () -> TURNED_AWAY);
        gateway.inquired = () -> TURNED_AWAY;
        var attempt = story.started();
        story.timePasses(Duration.ofSeconds(70));
        var calls = story.bean(GatewayCalls.class);
        var watch = story.bean(CredentialsWatch.class);
        watch.look();

        assertThat(calls.outage(gateway.name()))
                .hasValueSatisfying(outage -> assertThat(outage.isTurnedAway()).isTrue());
        assertThat(story.theCase(CaseKind.CREDENTIALS_REFUSED).subject()).isEqualTo("scripted");
        assertThat(catchThrowableOfType(MizanException.class, story::started).code())
                .isEqualTo(ErrorCode.GATEWAY_UNAVAILABLE);

        story.timePasses(Duration.ofHours(1));
        assertThat(story.now(attempt).state()).as("the retries have an end").isEqualTo(PaymentState.FAILED);

        gateway.connection = Connection.ACCEPTED;
        calls.checkConnection(gateway);
        watch.look();
        assertThat(calls.outage(gateway.name())).isEmpty();
        assertThat(story.theCase(CaseKind.CREDENTIALS_REFUSED).holds()).isFalse();
    }

    @Test
    void a_gateway_that_is_switched_off_turns_nobody_away() {
        gateway.answers.put(Operation.OPEN_CHECKOUT, () -> TURNED_AWAY);
        gateway.inquired = () -> TURNED_AWAY;
        story.started();
        story.timePasses(Duration.ofSeconds(70));
        var watch = story.bean(CredentialsWatch.class);
        watch.look();
        assertThat(story.theCase(CaseKind.CREDENTIALS_REFUSED).holds()).isTrue();
        var ofAProcessThatNeverHadIt = new CredentialsWatch(
                story.bean(Gateways.class), story.bean(GatewayCalls.class), story.bean(GatewayCases.class));
        ofAProcessThatNeverHadIt.notUsed(List.of(gateway.name()));
        assertThat(story.theCase(CaseKind.CREDENTIALS_REFUSED).holds()).isTrue();

        watch.notUsed(List.of(gateway.name()));

        assertThat(story.theCase(CaseKind.CREDENTIALS_REFUSED).holds()).isFalse();
    }

    @Test
    void whoever_asks_for_a_gateway_that_was_stopped_is_told_so_in_its_name_and_not_to_come_back_at_once() {
        story.bean(Gateways.class)
                .become(List.of(gateway), Map.of(gateway.name(), OfferTerms.read(false, List.of(), List.of())));

        var refusal = catchThrowableOfType(MizanException.class, story::started);

        assertThat(refusal.code()).isEqualTo(ErrorCode.GATEWAY_UNAVAILABLE);
        assertThat(refusal).hasMessage("Scripted takes no new payments now.");
        assertThat(refusal.retryAfter())
                .hasValueSatisfying(wait -> assertThat(wait).isGreaterThanOrEqualTo(Duration.ofMinutes(10)));
        assertThat(refusal.members()).containsKey("customer_message");
    }

    /** Whoever answers is there. */
    @Test
    void answers_that_nobody_can_read_are_no_outage() {
        var attempt = story.started();
        var calls = story.bean(GatewayCalls.class);
        gateway.inquired = () -> GatewayResult.Unknown.ofAnswer("unreadable answer");
        for (int i = 0; i < 10; i++) {
            calls.inquire(gateway, story.bean(Targets.class).of(attempt));
        }
        assertThat(calls.outage(gateway.name())).isEmpty();

        gateway.inquired = () -> UNANSWERED;
        for (int i = 0; i < 10; i++) {
            calls.inquire(gateway, story.bean(Targets.class).of(attempt));
        }
        assertThat(calls.outage(gateway.name())).isPresent();
    }

    /** Nobody has to answer for a form to be posted, but what was paid by it is found out late. */
    @Test
    void whoever_can_be_paid_without_an_answer_and_gives_none_is_offered_last() {
        gateway.recovery.put(Operation.OPEN_CHECKOUT, new Recovery.Local());
        var other = new ScriptedGateway(new Account("other/acct_1/sandbox"));
        var both = new Story(scene, gateway, other);
        assertThat(offered(both)).containsExactly(gateway.name(), other.name());

        gateway.inquired = () -> UNANSWERED;
        var target = both.bean(Targets.class).of(both.started());
        for (int i = 0; i < 10; i++) {
            both.bean(GatewayCalls.class).inquire(gateway, target);
        }

        assertThat(offered(both)).containsExactly(other.name(), gateway.name());
    }

    private static List<GatewayName> offered(Story story) {
        var anything = new GatewayChoice.Wanted(Optional.empty(), Optional.empty(), Optional.empty());
        return story.bean(GatewayChoice.class).offered(anything).stream()
                .map(PaymentGateway::name)
                .toList();
    }
}

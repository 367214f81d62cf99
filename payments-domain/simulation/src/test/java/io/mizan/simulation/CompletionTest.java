package io.mizan.simulation;

import static io.mizan.simulation.ScriptedGateway.accepted;
import static io.mizan.simulation.ScriptedGateway.fact;
import static io.mizan.simulation.ScriptedStory.COLLECTED;
import static io.mizan.simulation.ScriptedStory.UNANSWERED;
import static io.mizan.simulation.ScriptedStory.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mizan.attempt.Decline;
import io.mizan.attempt.PaymentState;
import io.mizan.casework.CaseKind;
import io.mizan.checkout.CheckoutStatus;
import io.mizan.checkout.NextAction;
import io.mizan.explanation.Situation;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.FailureCategory;
import io.mizan.failure.MizanException;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Operation;
import io.mizan.gateway.Redirect;
import io.mizan.order.OrderStatus;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Gateways at which the customer only approves, and we take the money. */
@ExtendWith(Scene.Opening.class)
class CompletionTest {
    private static final Fact FORGOTTEN = fact(FactKind.CHECKOUT_CLOSED, "page_1")
            .withQualifier(FactKind.Closing.EXPIRED.qualifier())
            .with(Fact.BASIS, "inferred");

    private final Scene scene;
    private final ScriptedStory story;
    private final ScriptedGateway gateway;

    CompletionTest(Scene scene) {
        this.scene = scene;
        story = new ScriptedStory(scene);
        gateway = story.gateway();
    }

    @Test
    void what_the_customer_approved_is_taken() {
        var attempt = story.started();
        gateway.answers.put(Operation.COMPLETE, () -> accepted(COLLECTED));

        story.approve(attempt, "first");

        assertThat(gateway.sent(Operation.COMPLETE)).hasSize(1);
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void approved_after_another_attempt_took_its_place_is_never_taken() {
        var attempt = story.started();
        story.start(attempt.order(), CaptureMode.AUTOMATIC, Optional.of(attempt));

        story.approve(attempt, "first");
        story.timePasses(Duration.ofHours(3));

        assertThat(gateway.sent(Operation.COMPLETE)).isEmpty();
    }

    @Test
    void a_completion_without_an_answer_is_repeated_with_its_key_and_no_other_is_begun() {
        var attempt = story.started();
        gateway.answers.put(Operation.COMPLETE, () -> UNANSWERED);
        story.approve(attempt, "first");
        story.approve(attempt, "again");
        story.timePasses(Duration.ofSeconds(20));
        gateway.answers.put(Operation.COMPLETE, () -> accepted(COLLECTED));
        story.timePasses(Duration.ofMinutes(5));

        assertThat(gateway.sent(Operation.COMPLETE)).hasSizeGreaterThan(1).allMatch(it -> it.idempotencyKey()
                .equals(gateway.sent(Operation.COMPLETE).get(0).idempotencyKey()));
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void after_a_decline_the_next_approval_is_taken_by_a_key_of_its_own() {
        var attempt = story.started();
        gateway.answers.put(
                Operation.COMPLETE,
                () -> accepted(
                        List.of(fact(FactKind.TRY_DECLINED, "try_1")
                                .at(scene.clock().now())),
                        Optional.of(Redirect.to(URI.create("https://gateway.example/again")))));
        story.approve(attempt, "first");
        assertThat(story.now(attempt).redirect()).isPresent();
        story.timePasses(Duration.ofMinutes(30));
        assertThat(gateway.sent(Operation.COMPLETE)).hasSize(1);

        gateway.answers.put(Operation.COMPLETE, () -> accepted(COLLECTED));
        story.approve(attempt, "second");

        assertThat(gateway.sent(Operation.COMPLETE)).hasSize(2);
        assertThat(gateway.sent(Operation.COMPLETE).get(1).idempotencyKey())
                .isNotEqualTo(gateway.sent(Operation.COMPLETE).get(0).idempotencyKey());
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void what_was_approved_and_not_yet_asked_for_is_called_back_when_another_attempt_has_paid() {
        var closed = story.started();
        gateway.knows(
                "closed", fact(FactKind.CHECKOUT_CLOSED, "page_1").withQualifier(FactKind.Closing.EXPIRED.qualifier()));
        story.receive("closed " + reference(closed));
        story.workInbox();
        var next = story.start(closed.order(), CaptureMode.AUTOMATIC, Optional.empty());
        gateway.answers.put(
                Operation.COMPLETE,
                () -> new GatewayResult.Retryable(FailureCategory.RATE_LIMITED, Optional.of(Duration.ofMinutes(9))));
        story.approve(next, "first");
        gateway.knows("late", COLLECTED);

        story.receive("late " + reference(closed));
        story.workInbox();
        gateway.answers.put(
                Operation.COMPLETE,
                () -> accepted(fact(FactKind.CAPTURED, "capture_2").withAmount(Story.PRICE)));
        story.timePasses(Duration.ofHours(1));

        assertThat(gateway.sent(Operation.COMPLETE)).hasSize(1);
        assertThat(story.told(closed.order())).contains("command_withdrawn");
        assertThat(story.status(closed.order())).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void a_completion_that_finds_no_way_is_a_case_and_goes_on_once_there_is_one() {
        var attempt = story.started();
        gateway.answers.put(
                Operation.COMPLETE, () -> new GatewayResult.Declined(FailureCategory.AUTHENTICATION, "wrong_secret"));
        story.approve(attempt, "first");
        story.timePasses(Duration.ofMinutes(30));
        assertThat(story.theCase(CaseKind.COMMAND_GIVEN_UP).holds()).isTrue();

        gateway.answers.put(Operation.COMPLETE, () -> accepted(COLLECTED));
        story.timePasses(Duration.ofMinutes(70));

        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
        assertThat(story.theCase(CaseKind.COMMAND_GIVEN_UP).holds()).isFalse();
    }

    /** As when PayPal is asked with the secret of another account: it knows no such order, and that says nothing of the money. */
    @Test
    void what_may_have_been_taken_is_not_over_because_the_gateway_is_asked_and_knows_nothing() {
        gateway.watchFor = Duration.ofDays(3);
        var attempt = story.started();
        gateway.answers.put(Operation.COMPLETE, () -> UNANSWERED);
        gateway.inquired = () -> accepted(FORGOTTEN);
        story.approve(attempt, "first");
        story.timePasses(Duration.ofHours(20));
        assertThatThrownBy(() -> story.replace(attempt, true))
                .isInstanceOfSatisfying(MizanException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ErrorCode.PAYMENT_IN_PROGRESS));
        story.timePasses(Duration.ofDays(2));

        assertThat(story.now(attempt).open()).isTrue();
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PENDING);
        assertThat(story.theCase(CaseKind.COMMAND_GIVEN_UP).holds()).isTrue();
        assertThat(story.theCase(CaseKind.UNDECIDED).holds()).isTrue();

        gateway.inquired = () -> accepted(COLLECTED);
        story.timePasses(Duration.ofHours(2));

        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
        assertThat(story.theCase(CaseKind.COMMAND_GIVEN_UP).holds()).isFalse();
    }

    /** Else the order could not be paid, called off or expire for ever. */
    @Test
    void what_never_shows_for_as_long_as_an_attempt_is_watched_is_over() {
        var attempt = story.started();
        gateway.answers.put(Operation.COMPLETE, () -> UNANSWERED);
        gateway.inquired = () -> accepted(FORGOTTEN);
        story.approve(attempt, "first");

        story.timePasses(gateway.profile().watchFor().plusDays(2));

        assertThat(story.now(attempt).state()).isEqualTo(PaymentState.EXPIRED);
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.EXPIRED);
    }

    @Test
    void what_was_certainly_not_taken_is_over_once_the_gateway_knows_nothing_of_it() {
        var attempt = story.started();
        gateway.answers.put(
                Operation.COMPLETE, () -> new GatewayResult.Declined(FailureCategory.VALIDATION, "amount_mismatch"));
        gateway.inquired = () -> accepted(FORGOTTEN);

        story.approve(attempt, "first");
        story.timePasses(Duration.ofMinutes(1));

        assertThat(story.now(attempt).state()).isEqualTo(PaymentState.EXPIRED);
    }

    /** The answer of a gateway that will say the same for ever: whoever waits for it waits for nothing. */
    @Test
    void a_completion_that_is_refused_ends_the_try_and_the_customer_may_approve_once_more() {
        var attempt = story.started();
        gateway.answers.put(
                Operation.COMPLETE, () -> new GatewayResult.Declined(FailureCategory.VALIDATION, "amount_mismatch"));
        story.approve(attempt, "first");

        var refused = story.bean(CheckoutStatus.class).of(attempt.order());
        assertThat(story.now(attempt).lastDecline()).map(Decline::code).contains("amount_mismatch");
        assertThat(refused.customerMessage()).contains("contact the shop");
        assertThat(refused.canRetry()).isTrue();
        assertThat(refused.nextAction()).isInstanceOf(NextAction.Go.class);
        gateway.answers.put(Operation.COMPLETE, () -> accepted(COLLECTED));
        story.approve(attempt, "second");

        assertThat(gateway.sent(Operation.COMPLETE)).hasSize(2);
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
    }

    /** As at PayPal, where nothing takes money that we do not complete. */
    @Test
    void a_completion_whose_refusal_ends_the_page_is_for_an_operator_and_the_customer_starts_again() {
        var attempt = story.started();
        gateway.answers.put(
                Operation.COMPLETE,
                () -> accepted(
                        fact(FactKind.TRY_DECLINED, "try_1")
                                .with(Fact.CATEGORY, FailureCategory.GATEWAY_ERROR.code())
                                .with(Fact.CODE, "something_new")
                                .with(Fact.UNLISTED, "true")
                                .with(Fact.REQUEST_REFUSED, "true")
                                .at(scene.clock().instant()),
                        fact(FactKind.CHECKOUT_CLOSED, "page_1").withQualifier(FactKind.Closing.FAILED.qualifier())));
        story.approve(attempt, "first");

        var progress = story.bean(CheckoutStatus.class).of(attempt.order());
        assertThat(progress.attemptState()).contains(PaymentState.FAILED);
        assertThat(progress.canRetry()).isTrue();
        assertThat(story.theCase(CaseKind.UNLISTED_CODE).holds()).isTrue();
        assertThat(scene.rows().first("SELECT COUNT(*) AS tries FROM card_try", row -> row.number("tries")))
                .contains(0L);
        assertThat(story.explained(attempt).next().situation()).isEqualTo(Situation.REFUSED_BY_GATEWAY);
        assertThat(story.start(attempt.order(), CaptureMode.AUTOMATIC, Optional.empty())
                        .number())
                .isEqualTo(2);
    }

    /** Else it would be waited for until the page ends. */
    @Test
    void an_approval_that_would_never_be_taken_is_not_waited_for() {
        var closing = new ScriptedGateway.WithClosing();
        var tale = new ScriptedStory(scene, closing);
        var attempt = tale.started();
        closing.answers.put(
                Operation.COMPLETE,
                () -> accepted(fact(FactKind.TRY_DECLINED, "try_1")
                        .withQualifier(
                                String.valueOf(closing.sent(Operation.COMPLETE).size()))
                        .at(scene.clock().instant())));
        closing.answers.put(
                Operation.CLOSE,
                () -> accepted(
                        fact(FactKind.CHECKOUT_CLOSED, "page_1").withQualifier(FactKind.Closing.CANCELED.qualifier())));

        for (var which : List.of("first", "second", "third", "fourth")) {
            tale.approve(attempt, which);
            tale.timePasses(Duration.ofMinutes(1));
        }

        assertThat(closing.sent(Operation.COMPLETE)).hasSize(3);
        assertThat(tale.now(attempt).state()).isEqualTo(PaymentState.CANCELED);
        assertThat(tale.bean(CheckoutStatus.class).of(attempt.order()).canRetry())
                .isTrue();
    }
}

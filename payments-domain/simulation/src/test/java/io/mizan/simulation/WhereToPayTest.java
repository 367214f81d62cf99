package io.mizan.simulation;

import static io.mizan.simulation.ScriptedGateway.accepted;
import static io.mizan.simulation.ScriptedGateway.fact;
import static io.mizan.simulation.ScriptedStory.UNANSWERED;
import static io.mizan.simulation.ScriptedStory.reference;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.Redirects;
import io.mizan.checkout.CancelOrder;
import io.mizan.checkout.CheckoutStatus;
import io.mizan.checkout.CloseAttempt;
import io.mizan.checkout.NextAction;
import io.mizan.checkout.NextActions;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where a customer is sent to pay, and until when. */
@ExtendWith(Scene.Opening.class)
class WhereToPayTest {
    private static final Fact EXPIRED = fact(FactKind.CHECKOUT_CLOSED, "page_1").withQualifier("expired");
    private static final Fact SENT =
            fact(FactKind.PAYER_APPROVED, "tx_1").with(Fact.ONE_TRY, "true").with(Fact.SENT, "true");

    private final Scene scene;
    private final ScriptedStory story;
    private final ScriptedGateway gateway;

    WhereToPayTest(Scene scene) {
        this.scene = scene;
        story = new ScriptedStory(scene);
        gateway = story.gateway();
    }

    @Test
    void a_form_keeps_the_order_of_its_fields() {
        var form = story.bean(Redirects.class).open(story.started());

        assertThat(form.orElseThrow().fields()).extracting(Redirect.Field::name).containsExactly("b", "a");
    }

    @Test
    void where_an_attempt_is_paid_is_kept_sealed() {
        var attempt = story.started();

        var kept = scene.rows()
                .first(
                        "SELECT sealed_redirect FROM payment_attempt WHERE id = ?",
                        row -> new String(row.bytes("sealed_redirect"), ISO_8859_1),
                        attempt.id().value())
                .orElseThrow();

        assertThat(kept).isNotEmpty().doesNotContain("provider.example").doesNotContain("fields");
        assertThat(story.bean(NextActions.class).of(attempt)).isInstanceOf(NextAction.Go.class);
    }

    /** As after an upgrade, or under another master key. */
    @Test
    void whoever_cannot_be_sent_to_the_page_any_more_waits_or_pays_by_another_attempt() {
        var attempt = story.started();
        scene.rows()
                .update(
                        "UPDATE payment_attempt SET sealed_redirect = '' WHERE id = ?",
                        attempt.id().value());

        var progress = story.bean(CheckoutStatus.class).of(attempt.order());

        assertThat(progress.nextAction()).isInstanceOf(NextAction.Wait.class);
        assertThat(progress.canRetry()).isTrue();
        var other = story.start(attempt.order(), CaptureMode.AUTOMATIC, Optional.of(attempt));
        assertThat(story.bean(NextActions.class).of(other)).isInstanceOf(NextAction.Go.class);
    }

    /** As at Square, which may cancel a payment that it had approved. */
    @Test
    void the_page_is_shown_again_when_what_the_customer_agreed_to_there_is_given_up() {
        var attempt = story.started();
        var agreed = fact(FactKind.PAYER_APPROVED, "payment_1")
                .with(Fact.ONE_TRY, "true")
                .at(scene.clock().instant());
        var otherCard = fact(FactKind.TRY_DECLINED, "payment_2")
                .with(Fact.CATEGORY, "issuer_declined")
                .with(Fact.CODE, "FAILED")
                .at(scene.clock().instant().plusSeconds(2));
        var givenUp = fact(FactKind.TRY_DECLINED, "payment_1")
                .with(Fact.CATEGORY, "issuer_declined")
                .with(Fact.CODE, "CANCELED")
                .at(scene.clock().instant().plusSeconds(60));

        gateway.answers.put(Operation.COMPLETE, () -> accepted(agreed));
        gateway.inquired = () -> accepted(agreed, otherCard);
        story.timePasses(Duration.ofMinutes(2));
        assertThat(story.now(attempt).lastDecline()).isPresent();
        assertThat(story.bean(NextActions.class).of(story.now(attempt))).isInstanceOf(NextAction.Wait.class);
        gateway.inquired = () -> accepted(agreed, otherCard, givenUp);
        story.timePasses(Duration.ofHours(2));

        assertThat(story.bean(NextActions.class).of(story.now(attempt))).isInstanceOf(NextAction.Go.class);
    }

    /** As at BTCPay: whoever is sent to pay again while coins wait for their block pays twice. */
    @Test
    void nobody_is_told_to_pay_again_while_what_was_sent_is_not_confirmed_though_the_page_has_ended() {
        var attempt = story.started();
        var expired = fact(FactKind.CHECKOUT_CLOSED, "page_1").withQualifier("expired");
        var sent =
                fact(FactKind.PAYER_APPROVED, "tx_1").with(Fact.ONE_TRY, "true").with(Fact.SENT, "true");
        gateway.inquired = () -> accepted(expired);
        story.timePasses(Duration.ofMinutes(2));
        assertThat(story.bean(CheckoutStatus.class).of(attempt.order()).canRetry())
                .isTrue();

        gateway.inquired = () -> accepted(expired, sent);
        story.timePasses(Duration.ofHours(2));

        var progress = story.bean(CheckoutStatus.class).of(attempt.order());
        assertThat(progress.nextAction()).isInstanceOf(NextAction.Wait.class);
        assertThat(progress.canRetry()).isFalse();
        assertThat(progress.customerMessage()).contains("please do not pay again");
        assertThatThrownBy(() -> story.start(attempt.order(), CaptureMode.AUTOMATIC, Optional.empty()))
                .isInstanceOfSatisfying(MizanException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ErrorCode.ATTEMPT_OPEN));
        assertThatThrownBy(() -> story.start(attempt.order(), CaptureMode.AUTOMATIC, Optional.of(attempt)))
                .isInstanceOf(MizanException.class);

        var replaced = fact(FactKind.TRY_DECLINED, "tx_1").with(Fact.ONE_TRY, "true");
        gateway.inquired = () -> accepted(expired, sent, replaced);
        story.timePasses(Duration.ofHours(3));

        assertThat(story.bean(CheckoutStatus.class).of(attempt.order()).canRetry())
                .isTrue();
        assertThat(story.start(attempt.order(), CaptureMode.AUTOMATIC, Optional.empty())
                        .number())
                .isEqualTo(2);
    }

    @Test
    void what_was_replaced_and_comes_back_is_waited_for_again() {
        var attempt = story.started();
        var expired = fact(FactKind.CHECKOUT_CLOSED, "page_1").withQualifier("expired");
        var sent =
                fact(FactKind.PAYER_APPROVED, "tx_1").with(Fact.ONE_TRY, "true").with(Fact.SENT, "true");
        var replaced = fact(FactKind.TRY_DECLINED, "tx_1").with(Fact.ONE_TRY, "true");
        gateway.answers.put(Operation.COMPLETE, () -> accepted());
        gateway.inquired = () -> accepted(expired, sent, replaced);
        story.timePasses(Duration.ofMinutes(2));
        assertThat(story.bean(CheckoutStatus.class).of(attempt.order()).canRetry())
                .isTrue();

        gateway.inquired = () -> accepted(expired, sent, replaced, sent.withQualifier("2"));
        story.timePasses(Duration.ofHours(2));

        assertThat(story.bean(CheckoutStatus.class).of(attempt.order()).canRetry())
                .isFalse();
        assertThat(story.explained(attempt).next().situation()).isEqualTo(Situation.UNCONFIRMED);
    }

    /** As with a speck of coins at an invoice that has ended, which may never be confirmed: the merchant decides. */
    @Test
    void a_merchant_may_take_the_risk_that_what_is_not_confirmed_arrives_beside_another_payment() {
        var closing = new ScriptedGateway.WithClosing();
        var tale = new ScriptedStory(scene, closing);
        var first = coinsAreOnTheirWay(closing, tale);
        closing.knows("more", SENT.withQualifier("2"));
        closing.answers.put(
                Operation.OPEN_CHECKOUT,
                () -> accepted(
                        List.of(fact(FactKind.CHECKOUT_OPENED, "page_2")),
                        Optional.of(Redirect.to(URI.create("https://gateway.example/second")))));
        assertRefused(() -> tale.replace(first, false), ErrorCode.PAYMENT_IN_PROGRESS);
        closing.inquired = () -> accepted(EXPIRED, SENT);

        var second = tale.replace(first, true);

        assertThat(tale.told(first.order())).contains("duplicate_risk_accepted");
        var progress = tale.bean(CheckoutStatus.class).of(first.order());
        assertThat(progress.attempt()).contains(second.id());
        assertThat(progress.nextAction()).isInstanceOf(NextAction.Go.class);
        tale.receive("more " + reference(first));
        tale.workInbox();
        assertThat(tale.bean(CheckoutStatus.class).of(first.order()).attempt())
                .as("what nobody knew of then, nobody accepted")
                .contains(first.id());
    }

    /** Between the last that was heard and the wish to pay once more the coins were confirmed; or nobody can be asked. */
    @Test
    void no_risk_is_taken_before_the_gateway_was_asked_anew() {
        var closing = new ScriptedGateway.WithClosing();
        var tale = new ScriptedStory(scene, closing);
        var first = coinsAreOnTheirWay(closing, tale);

        closing.inquired = () -> GatewayResult.Unknown.ofAnswer("unreadable answer");
        assertRefused(() -> tale.replace(first, true), ErrorCode.PAYMENT_IN_PROGRESS);
        closing.inquired =
                () -> accepted(EXPIRED, SENT, fact(FactKind.CAPTURED, "tx_1").withAmount(Story.PRICE));
        assertRefused(() -> tale.replace(first, true), ErrorCode.PAYMENT_IN_PROGRESS);

        assertThat(tale.status(first.order())).isEqualTo(OrderStatus.PAID);
        assertThat(tale.told(first.order())).doesNotContain("duplicate_risk_accepted");
    }

    /** As at Razorpay, which closes no page: the customer has agreed, and the money is there a second later. */
    @Test
    void no_risk_is_taken_of_money_on_its_way_at_a_gateway_that_closes_no_page_before_it_was_asked_anew() {
        var first = story.started();
        gateway.answers.put(Operation.COMPLETE, () -> accepted());
        story.approve(first, "agreed");
        assertRefused(() -> story.replace(first, false), ErrorCode.PAYMENT_IN_PROGRESS);
        assertRefused(() -> story.replace(first, true), ErrorCode.PAYMENT_IN_PROGRESS);
        assertRefused(() -> story.bean(CancelOrder.class).cancel(first.order(), "x"), ErrorCode.PAYMENT_IN_PROGRESS);
        assertRefused(() -> story.bean(CloseAttempt.class).close(first.id()), ErrorCode.PAYMENT_IN_PROGRESS);

        gateway.inquired = () -> accepted(fact(FactKind.CAPTURED, "tx_1").withAmount(Story.PRICE));

        assertRefused(() -> story.replace(first, true), ErrorCode.PAYMENT_IN_PROGRESS);
        assertThat(story.status(first.order())).isEqualTo(OrderStatus.PAID);
        assertThat(story.told(first.order())).doesNotContain("duplicate_risk_accepted");
    }

    /** They may come again with the same request, and are not sent to wait for a result that nobody has asked for. */
    @Test
    void whoever_would_take_a_risk_and_hears_nothing_of_the_gateway_is_told_when_to_come_back() {
        var first = story.started();
        gateway.answers.put(Operation.COMPLETE, () -> accepted());
        story.approve(first, "agreed");
        gateway.inquired = () -> {
            throw new IllegalStateException("a fault of the adapter's");
        };
        assertComeBack(() -> story.replace(first, true));
        gateway.inquired = () -> new GatewayResult.Declined(FailureCategory.AUTHENTICATION, "who_are_you");
        assertComeBack(() -> story.replace(first, true));
        gateway.inquired =
                () -> new GatewayResult.Retryable(FailureCategory.RATE_LIMITED, Optional.of(Duration.ofMinutes(2)));
        assertThatThrownBy(() -> story.replace(first, true))
                .isInstanceOfSatisfying(MizanException.class, refusal -> assertThat(refusal.retryAfter())
                        .contains(Duration.ofMinutes(2)));

        var asked = new AtomicInteger();
        gateway.inquired = () -> {
            asked.incrementAndGet();
            assertComeBack(() -> story.replace(first, true));
            return UNANSWERED;
        };
        assertComeBack(() -> story.replace(first, true));

        assertThat(asked).as("so many threads may wait for one gateway").hasValue(8);
        assertThat(story.told(first.order())).doesNotContain("duplicate_risk_accepted");
        assertThat(story.now(first).supersededAt()).isEmpty();
    }

    private static void assertComeBack(ThrowingCallable request) {
        assertThatThrownBy(request).isInstanceOfSatisfying(MizanException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.GATEWAY_UNAVAILABLE);
            assertThat(refusal.param()).contains("replace");
            assertThat(refusal.retryAfter()).isPresent();
        });
    }

    @Test
    void the_risk_of_money_on_its_way_may_be_taken_once_the_gateway_said_anew_that_it_is_not_there() {
        var first = story.started();
        gateway.answers.put(Operation.COMPLETE, () -> accepted());
        story.approve(first, "agreed");
        gateway.inquired = () -> accepted(fact(FactKind.CHECKOUT_OPENED, "page_1"));

        var second = story.replace(first, true);

        assertThat(second.number()).isEqualTo(2);
        assertThat(story.told(first.order())).contains("duplicate_risk_accepted");
    }

    @Test
    void no_risk_is_taken_of_money_on_its_way_though_nobody_knows_what_came_of_closing_its_page() {
        var closing = new ScriptedGateway.WithClosing();
        var tale = new ScriptedStory(scene, closing);
        var first = coinsAreOnTheirWay(closing, tale);
        closing.answers.put(Operation.CLOSE, () -> UNANSWERED);
        closing.inquired =
                () -> accepted(EXPIRED, SENT, fact(FactKind.CAPTURED, "tx_1").withAmount(Story.PRICE));

        assertRefused(() -> tale.replace(first, true), ErrorCode.PAYMENT_IN_PROGRESS);

        assertThat(tale.status(first.order())).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void no_page_is_ended_for_an_attempt_that_may_not_begin_because_the_time_of_the_order_is_over() {
        var closing = new ScriptedGateway.WithClosing();
        var tale = new ScriptedStory(scene, closing);
        var first = coinsAreOnTheirWay(closing, tale);
        closing.inquired = () -> accepted(EXPIRED, SENT);
        tale.clock().forwardTo(tale.clock().now().plus(Duration.ofDays(2)));

        assertRefused(() -> tale.replace(first, false), ErrorCode.ORDER_NOT_PAYABLE);
        assertRefused(() -> tale.replace(first, true), ErrorCode.ORDER_NOT_PAYABLE);

        assertThat(closing.sent(Operation.CLOSE)).isEmpty();
        assertThat(tale.now(first).supersededAt()).isEmpty();
        assertThat(tale.told(first.order())).doesNotContain("duplicate_risk_accepted");
    }

    @Test
    void no_page_is_ended_for_an_attempt_that_may_not_begin_because_there_were_too_many() {
        var last = story.started();
        for (int i = 1; i < 10; i++) {
            last = story.replace(last, true);
        }
        var tenth = last;

        assertRefused(() -> story.replace(tenth, true), ErrorCode.TOO_MANY_ATTEMPTS);

        assertThat(story.now(tenth).supersededAt()).isEmpty();
    }

    @Test
    void an_authorization_may_give_way_to_another_attempt() {
        gateway.answers.put(
                Operation.VOID,
                () -> accepted(fact(FactKind.AUTHORIZATION_ENDED, "auth_1").withQualifier("voided")));
        var held = story.held();

        assertThat(story.replace(held, false).number()).isEqualTo(2);
    }

    private static void assertRefused(ThrowingCallable request, ErrorCode why) {
        assertThatThrownBy(request).isInstanceOfSatisfying(MizanException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(why));
    }

    /** The page has ended and cannot be closed, for the customer has sent what is not confirmed yet. */
    private static AttemptSnapshot coinsAreOnTheirWay(ScriptedGateway.WithClosing closing, ScriptedStory tale) {
        var attempt = tale.started();
        closing.answers.put(
                Operation.CLOSE, () -> new GatewayResult.Declined(FailureCategory.VALIDATION, "invoice_paid"));
        closing.answers.put(Operation.COMPLETE, () -> accepted());
        closing.knows("sent", EXPIRED, SENT);
        tale.receive("sent " + reference(attempt));
        tale.workInbox();
        tale.timePasses(Duration.ofSeconds(1));
        return attempt;
    }

    @Test
    void no_risk_can_be_taken_of_what_may_have_been_collected() {
        var closing = new ScriptedGateway.WithClosing();
        var tale = new ScriptedStory(scene, closing);
        var first = tale.started();
        closing.answers.put(
                Operation.CLOSE, () -> new GatewayResult.Declined(FailureCategory.VALIDATION, "session_complete"));

        assertRefused(() -> tale.replace(first, true), ErrorCode.PAYMENT_IN_PROGRESS);
    }

    /** Whoever paid on the second page too would pay twice. */
    @Test
    void nobody_is_led_to_a_second_page_while_coins_are_on_their_way_to_the_first() {
        var first = story.started();
        gateway.knows("expired", fact(FactKind.CHECKOUT_CLOSED, "page_1").withQualifier("expired"));
        story.receive("expired " + reference(first));
        story.workInbox();
        gateway.answers.put(
                Operation.OPEN_CHECKOUT,
                () -> accepted(
                        List.of(fact(FactKind.CHECKOUT_OPENED, "page_2")),
                        Optional.of(Redirect.to(URI.create("https://gateway.example/second")))));
        var second = story.start(first.order(), CaptureMode.AUTOMATIC, Optional.empty());
        assertThat(story.bean(CheckoutStatus.class).of(first.order()).attempt()).contains(second.id());

        gateway.knows(
                "sent",
                fact(FactKind.PAYER_APPROVED, "tx_1").with(Fact.ONE_TRY, "true").with(Fact.SENT, "true"));
        gateway.answers.put(Operation.COMPLETE, () -> accepted());
        story.receive("sent " + reference(first));
        story.workInbox();
        story.timePasses(Duration.ofSeconds(1));

        var progress = story.bean(CheckoutStatus.class).of(first.order());
        assertThat(progress.attempt()).contains(first.id());
        assertThat(progress.nextAction()).isInstanceOf(NextAction.Wait.class);
        assertThat(progress.canRetry()).isFalse();
        assertThat(progress.customerMessage()).contains("please do not pay again");
        assertThat(story.explained(first).next().situation()).isEqualTo(Situation.UNCONFIRMED);
        assertRefused(
                () -> story.start(first.order(), CaptureMode.AUTOMATIC, Optional.empty()), ErrorCode.ATTEMPT_OPEN);
        assertRefused(() -> story.replace(second, true), ErrorCode.ATTEMPT_OPEN);
        assertThat(story.now(second).supersededAt())
                .as("it would be ended for nothing")
                .isEmpty();
    }

    /** The gateway takes a form whenever it is posted; a second attempt could be paid by then. */
    @Test
    void a_form_is_handed_out_no_more_once_the_time_to_pay_is_over() {
        var until = scene.clock().instant().plus(Duration.ofMinutes(15));
        var page = fact(FactKind.CHECKOUT_OPENED, "page_1").with(Fact.PAY_UNTIL, until.toString());
        gateway.answers.put(
                Operation.OPEN_CHECKOUT,
                () -> accepted(
                        List.of(page),
                        Optional.of(Redirect.posting(URI.create("https://gateway.example/"), List.of()))));
        var attempt = story.started();
        assertThat(story.bean(NextActions.class).of(attempt)).isInstanceOf(NextAction.Go.class);

        story.timePasses(Duration.ofMinutes(15));

        assertThat(story.bean(NextActions.class).of(story.now(attempt))).isInstanceOf(NextAction.Wait.class);
        var progress = story.bean(CheckoutStatus.class).of(attempt.order());
        assertThat(progress.nextAction()).isInstanceOf(NextAction.Wait.class);
        assertThat(progress.canRetry()).isFalse();
        assertThat(progress.customerMessage()).contains("The time to pay on this page is over");
    }

    @Test
    void what_was_never_shown_and_bears_only_our_reference_holds_nothing_up() {
        gateway.answers.put(Operation.OPEN_CHECKOUT, () -> UNANSWERED);
        var order = story.place();
        story.start(order, CaptureMode.AUTOMATIC, Optional.empty());

        var next = story.start(order, CaptureMode.AUTOMATIC, Optional.empty());

        assertThat(next.number()).isEqualTo(2);
    }
}

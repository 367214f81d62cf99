package sandbox.stripe.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaymentCourseTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final String GOOD_CARD = "4242424242424242";

    @Test
    void a_card_that_works_pays_at_once_and_tells_it_in_order() {
        var course = at(NOW, open(CaptureMethod.AUTOMATIC)).payByCard(card(GOOD_CARD), Deviation.NONE);

        assertThat(types(course))
                .containsExactly(
                        "payment_intent.created",
                        "charge.succeeded",
                        "payment_intent.succeeded",
                        "checkout.session.completed");
        assertThat(course.checkout().status()).isEqualTo(SessionStatus.COMPLETE);
        assertThat(course.checkout().paid()).isTrue();
        assertThat(intent(course).received()).isEqualTo(2500);
    }

    @Test
    void each_event_shows_the_checkout_as_it_was() {
        var happenings = at(NOW, open(CaptureMethod.AUTOMATIC))
                .payByCard(card(GOOD_CARD), Deviation.NONE)
                .happenings();

        assertThat(happenings.get(0).at().intent().orElseThrow().status())
                .isEqualTo(IntentStatus.REQUIRES_PAYMENT_METHOD);
        assertThat(happenings.get(2).at().intent().orElseThrow().status()).isEqualTo(IntentStatus.SUCCEEDED);
    }

    @Test
    void a_decline_leaves_the_session_open_for_another_card() {
        var declined = at(NOW, open(CaptureMethod.AUTOMATIC)).payByCard(card("4000000000009995"), Deviation.NONE);
        var paid = at(NOW, declined.checkout()).payByCard(card(GOOD_CARD), Deviation.NONE);

        assertThat(types(declined))
                .containsExactly("payment_intent.created", "charge.failed", "payment_intent.payment_failed");
        assertThat(declined.checkout().status()).isEqualTo(SessionStatus.OPEN);
        assertThat(intent(declined).lastError().orElseThrow().word()).isEqualTo("insufficient_funds");
        assertThat(types(paid))
                .containsExactly("charge.succeeded", "payment_intent.succeeded", "checkout.session.completed");
        assertThat(paid.checkout().charges()).hasSize(2);
        assertThat(intent(paid).lastError()).isEmpty();
    }

    @Test
    void a_second_submission_does_not_pay_twice() {
        var paid = at(NOW, open(CaptureMethod.AUTOMATIC))
                .payByCard(card(GOOD_CARD), Deviation.NONE)
                .checkout();

        assertThatThrownBy(() -> at(NOW, paid).payByCard(card(GOOD_CARD), Deviation.NONE))
                .isInstanceOf(PaymentRefused.class);
    }

    @Test
    void a_challenge_that_is_completed_pays() {
        var challenged = at(NOW, open(CaptureMethod.AUTOMATIC)).payByCard(card("4000002760003184"), Deviation.NONE);
        var paid = at(NOW, challenged.checkout()).completeChallenge();

        assertThat(types(challenged)).containsExactly("payment_intent.created", "payment_intent.requires_action");
        assertThat(types(paid))
                .containsExactly("charge.succeeded", "payment_intent.succeeded", "checkout.session.completed");
        assertThat(paid.checkout().latestCharge().orElseThrow().authenticated()).isTrue();
    }

    @Test
    void a_challenge_that_fails_asks_no_issuer() {
        var challenged = at(NOW, open(CaptureMethod.AUTOMATIC)).payByCard(card("4000002760003184"), Deviation.NONE);
        var failed = at(NOW, challenged.checkout()).failChallenge();

        assertThat(types(failed)).containsExactly("payment_intent.payment_failed");
        assertThat(failed.checkout().charges()).isEmpty();
        assertThat(failed.checkout().status()).isEqualTo(SessionStatus.OPEN);
        assertThatThrownBy(() -> at(NOW, failed.checkout()).completeChallenge()).isInstanceOf(PaymentRefused.class);
    }

    @Test
    void a_challenge_may_be_followed_by_a_decline() {
        var challenged = at(NOW, open(CaptureMethod.AUTOMATIC)).payByCard(card("4000008260003178"), Deviation.NONE);
        var declined = at(NOW, challenged.checkout()).completeChallenge();

        assertThat(types(declined)).containsExactly("charge.failed", "payment_intent.payment_failed");
    }

    @Test
    void manual_capture_authorizes_first_and_takes_later() {
        var authorized = at(NOW, open(CaptureMethod.MANUAL)).payByCard(card(GOOD_CARD), Deviation.NONE);
        var captured = at(NOW, authorized.checkout()).capture(Optional.of(2000L));

        assertThat(types(authorized))
                .containsExactly(
                        "payment_intent.created",
                        "charge.succeeded",
                        "payment_intent.amount_capturable_updated",
                        "checkout.session.completed");
        assertThat(authorized.checkout().paid()).isFalse();
        assertThat(intent(authorized).capturable()).isEqualTo(2500);
        assertThat(types(captured))
                .containsExactly("charge.captured", "payment_intent.succeeded", "refund.created", "charge.refunded");
        assertThat(captured.checkout().refunds()).singleElement().satisfies(rest -> {
            assertThat(rest.minor()).isEqualTo(500);
            assertThat(rest.balanceTransaction()).isEmpty();
        });
        assertThat(intent(captured).received()).isEqualTo(2000);
        assertThat(intent(captured).capturable()).isZero();
        assertThat(captured.checkout().paid()).isTrue();
        assertThatThrownBy(() -> at(NOW, captured.checkout()).capture(Optional.empty()))
                .isInstanceOfSatisfying(PaymentRefused.class, refused -> assertThat(refused.code())
                        .isEqualTo("payment_intent_unexpected_state"));
    }

    @Test
    void no_more_can_be_captured_than_was_authorized() {
        var authorized = at(NOW, open(CaptureMethod.MANUAL))
                .payByCard(card(GOOD_CARD), Deviation.NONE)
                .checkout();

        assertThatThrownBy(() -> at(NOW, authorized).capture(Optional.of(2501L)))
                .isInstanceOfSatisfying(PaymentRefused.class, refused -> assertThat(refused.code())
                        .isEqualTo("amount_too_large"));
    }

    @Test
    void an_authorization_lapses_after_seven_days() {
        var authorized = at(NOW, open(CaptureMethod.MANUAL))
                .payByCard(card(GOOD_CARD), Deviation.NONE)
                .checkout();
        var early = at(NOW.plus(Duration.ofDays(7)).minusMillis(1), authorized).tick();
        var late = at(NOW.plus(Duration.ofDays(7)), authorized).tick();

        assertThat(early.happenings()).isEmpty();
        assertThat(types(late)).containsExactly("payment_intent.canceled");
        assertThat(intent(late).cancellationReason()).contains("expired");
    }

    @Test
    void an_open_session_expires_and_takes_its_intent_with_it() {
        var untouched =
                at(NOW.plus(Duration.ofDays(1)), open(CaptureMethod.AUTOMATIC)).tick();
        var declined = at(NOW, open(CaptureMethod.AUTOMATIC)).payByCard(card("4000000000000002"), Deviation.NONE);
        var expired = at(NOW, declined.checkout()).expire();

        assertThat(types(untouched)).containsExactly("checkout.session.expired");
        assertThat(types(expired)).containsExactly("checkout.session.expired", "payment_intent.canceled");
        assertThatThrownBy(() -> at(NOW, expired.checkout()).expire()).hasMessageContaining("status of `expired`");
        assertThatThrownBy(() -> at(NOW, expired.checkout()).payByCard(card(GOOD_CARD), Deviation.NONE))
                .isInstanceOf(PaymentRefused.class);
    }

    @Test
    void an_intent_of_an_open_session_cannot_be_canceled() {
        var declined = at(NOW, open(CaptureMethod.AUTOMATIC)).payByCard(card("4000000000000002"), Deviation.NONE);

        assertThatThrownBy(() -> at(NOW, declined.checkout()).cancel(Optional.empty()))
                .isInstanceOf(PaymentRefused.class);
    }

    @Test
    void a_bank_debit_completes_the_session_and_settles_days_later() {
        var debited = at(NOW, open(CaptureMethod.AUTOMATIC)).payByBankDebit(Optional.of("Layla"), Deviation.NONE);
        var arrived = at(NOW, debited.checkout()).settle(true);
        var failed = at(NOW, debited.checkout()).settle(false);

        assertThat(types(debited))
                .containsExactly(
                        "payment_intent.created",
                        "payment_intent.processing",
                        "charge.pending",
                        "checkout.session.completed");
        assertThat(debited.checkout().paid()).isFalse();
        assertThat(types(arrived))
                .containsExactly(
                        "charge.succeeded", "payment_intent.succeeded", "checkout.session.async_payment_succeeded");
        assertThat(arrived.checkout().paid()).isTrue();
        assertThat(types(failed))
                .containsExactly(
                        "charge.failed", "payment_intent.payment_failed", "checkout.session.async_payment_failed");
        assertThatThrownBy(() -> at(NOW, arrived.checkout()).settle(true)).isInstanceOf(PaymentRefused.class);
    }

    @Test
    void another_amount_and_currency_are_told_consistently() {
        var deviation = new Deviation(Optional.of(9900L), Optional.of("usd"), Optional.empty());
        var paid = at(NOW, open(CaptureMethod.AUTOMATIC)).payByCard(card(GOOD_CARD), deviation);

        assertThat(paid.checkout().total()).isEqualTo(new Amount(9900, "usd"));
        assertThat(paid.happenings()).allSatisfy(happening -> {
            assertThat(happening.at().total()).isEqualTo(new Amount(9900, "usd"));
            assertThat(happening.at().intent().orElseThrow().amount()).isEqualTo(new Amount(9900, "usd"));
        });
        assertThat(paid.checkout().latestCharge().orElseThrow().amount()).isEqualTo(new Amount(9900, "usd"));
    }

    @Test
    void a_good_card_can_be_told_to_be_declined() {
        var deviation = new Deviation(Optional.empty(), Optional.empty(), Optional.of(Decline.of("do_not_honor")));
        var declined = at(NOW, open(CaptureMethod.AUTOMATIC)).payByCard(card(GOOD_CARD), deviation);

        assertThat(intent(declined).lastError().orElseThrow())
                .extracting(Decline::code, it -> it.declineCode().orElse(""))
                .containsExactly("card_declined", "do_not_honor");
    }

    @Test
    void what_was_paid_is_given_back_in_parts_and_not_twice() {
        var paid = at(NOW, open(CaptureMethod.AUTOMATIC))
                .payByCard(card(GOOD_CARD), Deviation.NONE)
                .checkout();
        var part = at(NOW, paid).refund(Optional.empty(), RefundTerms.of(Optional.of(1000L)));
        var rest = at(NOW, part.checkout()).refund(Optional.empty(), RefundTerms.of(Optional.empty()));
        var charge = paid.latestCharge().orElseThrow().id();

        assertThat(types(part)).containsExactly("refund.created", "charge.refunded");
        assertThat(part.checkout().refunded(charge)).isEqualTo(1000);
        assertThat(rest.checkout().refunded(charge)).isEqualTo(2500);
        assertThat(rest.checkout().refundsOf(charge)).extracting(Refund::minor).containsExactly(1500L, 1000L);
        assertThatThrownBy(() -> at(NOW, part.checkout()).refund(Optional.empty(), RefundTerms.of(Optional.of(1501L))))
                .isInstanceOf(PaymentRefused.class);
        assertThatThrownBy(() -> at(NOW, rest.checkout()).refund(Optional.empty(), RefundTerms.of(Optional.empty())))
                .isInstanceOfSatisfying(PaymentRefused.class, refused -> assertThat(refused.code())
                        .isEqualTo("charge_already_refunded"));
    }

    @Test
    void a_refund_that_the_bank_sends_back_can_be_made_again() {
        var paid = at(NOW, open(CaptureMethod.AUTOMATIC))
                .payByCard(card(GOOD_CARD), Deviation.NONE)
                .checkout();
        var refunded = at(NOW, paid).refund(Optional.empty(), RefundTerms.of(Optional.empty()));
        var failed = at(NOW, refunded.checkout()).endRefund(false);

        assertThat(types(failed)).containsExactly("refund.updated", "refund.failed");
        assertThat(failed.checkout().refunded(paid.latestCharge().orElseThrow().id()))
                .isZero();
        assertThatThrownBy(() -> at(NOW, failed.checkout()).endRefund(true)).isInstanceOf(PaymentRefused.class);
        assertThat(types(at(NOW, failed.checkout()).refund(Optional.empty(), RefundTerms.of(Optional.empty()))))
                .containsExactly("refund.created", "charge.refunded");
    }

    @Test
    void the_card_for_it_makes_a_refund_wait() {
        var paid = at(NOW, open(CaptureMethod.AUTOMATIC))
                .payByCard(card("4000000000007726"), Deviation.NONE)
                .checkout();
        var waiting = at(NOW, paid)
                .refund(Optional.empty(), RefundTerms.of(Optional.empty()))
                .checkout();

        assertThat(waiting.refunds()).extracting(Refund::status).containsExactly(RefundStatus.PENDING);
        assertThat(at(NOW, waiting).endRefund(true).checkout().refunds())
                .extracting(Refund::status)
                .containsExactly(RefundStatus.SUCCEEDED);
    }

    @Test
    void what_is_only_authorized_cannot_be_given_back() {
        var authorized = at(NOW, open(CaptureMethod.MANUAL))
                .payByCard(card(GOOD_CARD), Deviation.NONE)
                .checkout();

        assertThatThrownBy(() -> at(NOW, authorized).refund(Optional.empty(), RefundTerms.of(Optional.empty())))
                .isInstanceOf(PaymentRefused.class);
    }

    private static PaymentCourse at(Instant now, Checkout checkout) {
        return new PaymentCourse(checkout, now, Ids.unguessable());
    }

    private static PaymentIntent intent(PaymentCourse course) {
        return course.checkout().intent().orElseThrow();
    }

    private static List<String> types(PaymentCourse course) {
        return course.happenings().stream().map(Happening::type).toList();
    }

    private static SubmittedCard card(String number) {
        return SubmittedCard.read(number, "12/34", "123", "Layla", NOW).card().orElseThrow();
    }

    private static Checkout open(CaptureMethod captureMethod) {
        var item = new LineItem("li_1", "price_1", "prod_1", "Coffee", Optional.empty(), 1250, 2);
        var terms = new CheckoutTerms(
                List.of(item),
                "https://shop.test/ok",
                Optional.empty(),
                Optional.of("ord-1"),
                Optional.empty(),
                Optional.empty(),
                captureMethod,
                Map.of(),
                Map.of("order_id", "ord-1"),
                Optional.empty(),
                List.of(),
                NOW.plus(Duration.ofDays(1)));
        return Checkout.opened("cs_test_1", NOW, terms, "qar");
    }
}

package sandbox.razorpay.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OrderCourseTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:15:00Z");
    private static final OrderCourse.Means CARD = new OrderCourse.Means("card", 25_000, "INR");

    private final AtomicInteger ids = new AtomicInteger();

    @Test
    void razorpay_collects_what_is_authorized_in_time() {
        var course = course(order(false), NOW);
        course.pay(CARD);

        assertThat(course.order()).returns("paid", Order::status).returns(false, Order::isPayable);
        assertThat(types(course)).containsExactly("payment.authorized", "payment.captured", "order.paid");
    }

    @Test
    void what_is_the_merchants_to_collect_waits_for_it() {
        var course = course(order(true), NOW);
        var payment = course.pay(CARD);

        assertThat(types(course)).containsExactly("payment.authorized");
        assertThatThrownBy(() -> course.capture(payment.id(), 24_999, "INR"))
                .hasMessage("Capture amount must be equal to the amount authorized.");
        assertThatThrownBy(() -> course.pay(CARD)).hasMessage("Payment already done for this order.");
        assertThat(course.capture(payment.id(), 25_000, "INR").status()).isEqualTo("captured");
        assertThatThrownBy(() -> course.capture(payment.id(), 25_000, "INR"))
                .hasMessage("This payment has already been captured");
    }

    @Test
    void what_nobody_collects_goes_back() {
        var waiting = course(order(true), NOW);
        waiting.pay(CARD);
        assertThat(waiting.order().nextDue()).contains(NOW.plus(Duration.ofDays(3)));

        var later = course(waiting.order(), NOW.plus(Duration.ofDays(3))).tick();
        assertThat(later.order().payments()).singleElement().satisfies(payment -> {
            assertThat(payment.status()).isEqualTo("refunded");
            assertThat(payment.captured()).isFalse();
        });
        assertThat(types(later)).containsExactly("refund.created", "refund.processed");
        assertThat(later.order().isPayable()).isTrue();
    }

    @Test
    void a_failed_payment_leaves_the_order_payable_and_may_be_authorized_after_all() {
        var course = course(order(false), NOW);
        var failed = course.fail(CARD, "card_declined");
        assertThat(course.order()).returns("attempted", Order::status).returns(true, Order::isPayable);

        var late = course(course.order(), NOW.plusSeconds(60));
        assertThat(late.authorizeLate().id()).isEqualTo(failed.id());
        assertThat(types(late)).containsExactly("payment.authorized", "payment.captured", "order.paid");
    }

    @Test
    void one_that_is_authorized_too_late_is_not_collected() {
        var course = course(order(false), NOW);
        course.fail(CARD, "card_declined");

        var late = course(course.order(), NOW.plus(Duration.ofHours(2)));
        assertThat(late.authorizeLate().isAuthorized()).isTrue();
        assertThat(types(late)).containsExactly("payment.authorized");
    }

    @Test
    void a_refund_is_at_most_what_is_left_and_may_come_back() {
        var course = course(order(false), NOW);
        var payment = course.pay(CARD);
        course.refund(payment.id(), 20_000, Optional.of("part"), Map.of());
        assertThatThrownBy(() -> course.refund(payment.id(), 5_001, Optional.of("rest"), Map.of()))
                .isInstanceOf(Refused.class);
        course.refund(payment.id(), 5_000, Optional.of("rest"), Map.of());
        assertThat(course.order().payment(payment.id()).orElseThrow().status()).isEqualTo("refunded");

        course.failRefund();
        assertThat(course.order().payment(payment.id()).orElseThrow())
                .returns("captured", Payment::status)
                .returns(20_000L, Payment::refunded);
        assertThat(types(course)).endsWith("refund.created", "refund.processed", "refund.failed");
    }

    private static List<String> types(OrderCourse course) {
        return course.happenings().stream().map(OrderCourse.Happening::type).toList();
    }

    private OrderCourse course(Order order, Instant now) {
        return new OrderCourse(order, now, beginning -> beginning + ids.incrementAndGet());
    }

    private static Order order(boolean manual) {
        return new Order(
                "order_1",
                Optional.of("att_1"),
                Optional.of("ord_1"),
                Map.of("order", "ord_1"),
                25_000,
                "INR",
                manual,
                Duration.ofHours(1),
                Duration.ofDays(3),
                Optional.empty(),
                List.of(),
                NOW);
    }
}

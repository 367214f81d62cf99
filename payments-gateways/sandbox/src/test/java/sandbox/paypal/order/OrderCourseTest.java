package sandbox.paypal.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderCourseTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Sum PRICE = Sum.asked("19.99", "USD");

    @Test
    void approving_moves_no_money() {
        var approved = course(order(false)).approve(Funding.BALANCE);

        assertThat(approved.order().captures()).isEmpty();
        assertThat(types(approved)).containsExactly("CHECKOUT.ORDER.APPROVED");
    }

    @Test
    void only_what_is_approved_is_captured_and_once() {
        assertRefused("ORDER_NOT_APPROVED", course(order(false)));

        var captured = course(order(false)).approve(Funding.BALANCE).capture(Deviation.NONE);
        assertThat(captured.order().captures()).extracting(Capture::status).containsExactly("COMPLETED");
        assertRefused("ORDER_ALREADY_CAPTURED", captured);
    }

    @Test
    void refused_means_send_the_payer_back() {
        var refused = course(order(false)).approve(Funding.REFUSED).capture(Deviation.NONE);

        assertThat(refused.refused()).contains("INSTRUMENT_DECLINED");
        assertThat(refused.order().status()).isEqualTo(OrderStatus.PAYER_ACTION_REQUIRED);
        assertThat(refused.approve(Funding.BALANCE)
                        .capture(Deviation.NONE)
                        .order()
                        .status())
                .isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    void a_refusal_that_is_not_the_payers_leaves_the_order_as_it_is() {
        var issue = Optional.of("ORDER_COMPLETION_IN_PROGRESS");
        var refused = course(order(false))
                .approve(Funding.BALANCE)
                .capture(new Deviation(Optional.empty(), Optional.empty(), issue));

        assertThat(refused.refused()).isEqualTo(issue);
        assertThat(refused.order().status()).isEqualTo(OrderStatus.APPROVED);
    }

    @Test
    void a_declined_card_completes_the_order_and_takes_nothing() {
        var declined = course(order(false)).approve(Funding.card("ccreject-if")).capture(Deviation.NONE);

        assertThat(declined.order().status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(declined.order().captures().get(0))
                .returns("DECLINED", Capture::status)
                .returns("5120", Capture::response);
    }

    @Test
    void a_last_capture_ends_its_authorization() {
        var held = course(order(true)).approve(Funding.BALANCE).authorize(Deviation.NONE);
        assertThat(held.order().authorization()).map(Authorization::status).contains("CREATED");

        held.captureAuthorized(Optional.of(Sum.asked("5.00", "USD")), true);
        assertThat(held.order().authorization()).map(Authorization::status).contains("CAPTURED");
        assertThatThrownBy(held::voidAuthorized).hasMessageContaining("PREVIOUSLY_CAPTURED");
    }

    @Test
    void no_more_is_given_back_than_came() {
        var captured = course(order(false)).approve(Funding.BALANCE).capture(Deviation.NONE);
        var id = captured.order().captures().get(0).id();

        captured.refund(id, Optional.of(Sum.asked("5.00", "USD")), "r");
        assertThatThrownBy(() -> captured.refund(id, Optional.of(PRICE), "r"))
                .hasMessageContaining("REFUND_AMOUNT_EXCEEDED");
        captured.refund(id, Optional.empty(), "r");
        assertThatThrownBy(() -> captured.refund(id, Optional.empty(), "r"))
                .hasMessageContaining("CAPTURE_FULLY_REFUNDED");
    }

    @Test
    void time_ends_orders_and_authorizations() {
        assertThat(new OrderCourse(order(false), NOW.plus(OrderCourse.ORDER_LIFE), new Ids())
                        .tick()
                        .order()
                        .status())
                .isEqualTo(OrderStatus.EXPIRED);

        var held = course(order(true))
                .approve(Funding.BALANCE)
                .authorize(Deviation.NONE)
                .order();
        assertThat(new OrderCourse(held, NOW.plus(Duration.ofDays(30)), new Ids())
                        .tick()
                        .order()
                        .authorization())
                .map(Authorization::status)
                .contains("VOIDED");
    }

    private static void assertRefused(String issue, OrderCourse course) {
        assertThatThrownBy(() -> course.capture(Deviation.NONE))
                .isInstanceOfSatisfying(PayPalRefused.class, refused -> assertThat(refused.issue())
                        .isEqualTo(issue));
    }

    private static List<String> types(OrderCourse course) {
        return course.happenings().stream().map(Happening::type).toList();
    }

    private static OrderCourse course(Order order) {
        return new OrderCourse(order, NOW, new Ids());
    }

    private static Order order(boolean authorizes) {
        return new Order(
                "ORDER1",
                authorizes,
                OrderStatus.PAYER_ACTION_REQUIRED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PRICE,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                NOW,
                NOW,
                NOW.plus(OrderCourse.ORDER_LIFE),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }
}

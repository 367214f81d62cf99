package io.mizan.gateways.razorpay;

import static io.mizan.gateways.razorpay.RazorpayObjects.ATTEMPT;
import static io.mizan.gateways.razorpay.RazorpayObjects.event;
import static io.mizan.gateways.razorpay.RazorpayObjects.order;
import static io.mizan.gateways.razorpay.RazorpayObjects.payment;
import static io.mizan.gateways.razorpay.RazorpayObjects.refund;
import static io.mizan.gateways.razorpay.RazorpayObjects.words;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.gateway.Callback;
import io.mizan.gateway.Observation;
import io.mizan.gateway.ProviderRef;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RazorpayReaderTest {
    private static final String OPENED = "checkout_opened order_1";
    private static final String DECLINED = "\"error_code\":\"BAD_REQUEST_ERROR\",\"error_reason\":";

    private final RazorpayReader reader =
            new RazorpayReader(RazorpayObjects.settings(URI.create("https://api.razorpay.invalid")));

    @Test
    void an_authorized_payment_is_a_promise() {
        var told = told(event("payment.authorized", "payment", payment("authorized")));

        assertThat(words(told)).containsExactly(OPENED, "authorized pay_1 INR 500.00 @100");
        assertThat(told.refs())
                .containsExactly(new ProviderRef("order", "order_1"), new ProviderRef("payment", "pay_1"));
        assertThat(told.facts()).allMatch(fact -> fact.detail().isEmpty());
    }

    @Test
    void one_that_is_ours_to_collect_holds_as_long_as_we_asked() {
        var ours = payment("pay_1", "authorized", "\"notes\":{\"mizan_capture\":\"manual\"},");

        assertThat(fact(told(event("payment.authorized", "payment", ours)), FactKind.AUTHORIZED)
                        .detail())
                .containsExactlyEntriesOf(Map.of(Fact.VALID_UNTIL, "2026-01-04T00:00:00Z"));
    }

    @Test
    void a_captured_payment_is_money_whichever_message_tells() {
        assertThat(words(told(event("payment.captured", "payment", payment("captured")))))
                .containsExactly(OPENED, "captured pay_1 INR 500.00 @100");
        assertThat(words(told(event("order.paid", "payment", payment("captured"), "order", order("paid")))))
                .containsExactly(OPENED + " @0", OPENED, "captured pay_1 INR 500.00 @100");
    }

    @Test
    void what_we_collected_was_collected_when_the_message_says() {
        var ours = payment("pay_1", "captured", "\"notes\":{\"mizan_capture\":\"manual\"},");

        assertThat(words(told(event("payment.captured", "payment", ours)))).contains("captured pay_1 INR 500.00 @3800");
        assertThat(words(told(event("refund.created", "payment", ours, "refund", refund("pending")))))
                .contains("captured pay_1 INR 500.00");
    }

    @Test
    void a_failed_payment_is_one_try() {
        var told = told(
                event("payment.failed", "payment", payment("pay_2", "failed", DECLINED + "\"insufficient_funds\",")));

        assertThat(words(told)).containsExactly(OPENED, "try_declined pay_2 @100");
        assertThat(fact(told, FactKind.TRY_DECLINED).detail())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(Fact.CATEGORY, "insufficient_funds", Fact.CODE, "insufficient_funds"));
    }

    @Test
    void a_reason_that_nobody_listed_is_marked() {
        var told = told(event("payment.failed", "payment", payment("pay_2", "failed", DECLINED + "\"brand_new\",")));

        assertThat(fact(told, FactKind.TRY_DECLINED).detail())
                .containsEntry(Fact.CODE, "brand_new")
                .containsEntry(Fact.UNLISTED, "true");
    }

    @Test
    void a_payment_that_was_declined_and_is_authorized_after_all_is_both() {
        var declined = told(event("payment.failed", "payment", payment("pay_1", "failed", "")));
        var late = told(event("payment.authorized", "payment", payment("authorized")));

        assertThat(words(declined)).contains("try_declined pay_1 @100");
        assertThat(words(late)).contains("authorized pay_1 INR 500.00 @100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "\"0\""})
    void a_promise_that_nobody_took_up_goes_back(String captured) {
        var back = payment("pay_1", "refunded", "\"captured\":" + captured + ",\"refund_status\":\"full\",");

        assertThat(words(told(event("refund.processed", "refund", refund("processed"), "payment", back))))
                .containsExactly(OPENED, "authorized pay_1 INR 500.00 @100", "authorization_ended pay_1/expired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"captured\":true,", "\"captured\":\"1\",", ""})
    void what_was_collected_and_given_back_was_collected(String captured) {
        var back = payment("pay_1", "refunded", captured + "\"refund_status\":\"full\",");

        assertThat(words(told(event("refund.processed", "refund", refund("processed"), "payment", back))))
                .containsExactly(
                        OPENED, "captured pay_1 INR 500.00 @100", "refund_status rfnd_1/succeeded INR 125.00 @3800");
    }

    @Test
    void a_refund_is_pending_and_then_succeeds_or_fails() {
        assertThat(words(told(event("refund.created", "refund", refund("pending")))))
                .containsExactly("refund_status rfnd_1/pending INR 125.00 @3700");
        assertThat(words(told(event("refund.processed", "refund", refund("processed")))))
                .containsExactly("refund_status rfnd_1/succeeded INR 125.00 @3800");
        assertThat(words(told(event("refund.failed", "refund", refund("failed")))))
                .containsExactly("refund_status rfnd_1/failed INR 125.00 @3800");
    }

    @Test
    void a_status_that_nobody_listed_tells_nothing() {
        assertThat(words(told(event("payment.captured", "payment", payment("teleported")))))
                .containsExactly(OPENED);
        assertThat(words(told(event("refund.created", "refund", refund("teleported")))))
                .isEmpty();
    }

    @Test
    void a_status_that_nobody_listed_comes_before_a_person() {
        assertThat(told(event("payment.captured", "payment", payment("teleported")))
                        .unlisted())
                .containsExactly("payment/teleported");
        assertThat(told(event("refund.created", "refund", refund("teleported"))).unlisted())
                .containsExactly("refund/teleported");
    }

    @Test
    void our_mark_is_found_wherever_it_is() {
        assertThat(reading(event("payment.captured", "payment", payment("captured")))
                        .mark())
                .contains(ATTEMPT);
        assertThat(reading(event(
                                "order.paid",
                                "payment",
                                payment("pay_1", "captured", "\"notes\":[],"),
                                "order",
                                order("paid")))
                        .mark())
                .contains(ATTEMPT);
        assertThat(reading(event("payment.captured", "payment", payment("pay_1", "captured", "\"notes\":[],")))
                        .mark())
                .isEmpty();
        assertThat(reading(event("payment.captured", "payment", payment("pay_1", "captured", "\"notes\":null,")))
                        .mark())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payment.dispute.created",
                "payment.dispute.under_review",
                "payment.dispute.won",
                "payment.dispute.lost",
                "payment.dispute.closed"
            })
    void a_dispute_brings_the_payment_as_it_once_was_and_is_not_read(String type) {
        assertThat(reader.event(event(type, "payment", payment("authorized")).getBytes(UTF_8), "proof"))
                .isEqualTo(new Callback.Reading.Irrelevant("dispute"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payment_link.paid",
                "settlement.processed",
                "subscription.charged",
                "refund.speed_changed",
                "payment.pending"
            })
    void of_other_things_nothing_is_read(String type) {
        assertThat(reader.event(event(type).getBytes(UTF_8), "proof")).isEqualTo(new Callback.Reading.Irrelevant(type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"event\":\"payment.captured\"}",
                "{\"event\":\"payment.captured\",\"payload\":[]}",
                "{\"event\":\"payment.captured\",\"payload\":{\"payment\":{\"entity\":{\"id\":\"pay/1\"}}}}",
                "{\"event\":\"refund.created\",\"payload\":{\"payment\":{}}}"
            })
    void what_razorpay_does_not_write_is_refused(String body) {
        assertThatThrownBy(() -> reader.event(body.getBytes(UTF_8), "proof"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Fact fact(Observation told, FactKind kind) {
        return told.facts().stream()
                .filter(fact -> fact.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private Observation told(String event) {
        return reading(event).observation();
    }

    private Callback.Reading.Relevant reading(String event) {
        return (Callback.Reading.Relevant) reader.event(event.getBytes(UTF_8), "proof");
    }
}

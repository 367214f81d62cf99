package io.mizan.gateways.razorpay;

import static io.mizan.gateways.razorpay.RazorpayObjects.ATTEMPT;
import static io.mizan.gateways.razorpay.RazorpayObjects.ORDER;
import static io.mizan.gateways.razorpay.RazorpayObjects.PRICE;
import static io.mizan.gateways.razorpay.RazorpayObjects.intent;
import static io.mizan.gateways.razorpay.RazorpayObjects.list;
import static io.mizan.gateways.razorpay.RazorpayObjects.opened;
import static io.mizan.gateways.razorpay.RazorpayObjects.order;
import static io.mizan.gateways.razorpay.RazorpayObjects.payment;
import static io.mizan.gateways.razorpay.RazorpayObjects.refund;
import static io.mizan.gateways.razorpay.RazorpayObjects.target;
import static io.mizan.gateways.razorpay.RazorpayObjects.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mizan.failure.FailureCategory;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Observation;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Redirect;
import io.mizan.gateway.Refunding.RefundIntent;
import io.mizan.gateways.http.ScriptedServer;
import io.mizan.gateways.settings.CallTimes;
import io.mizan.money.Money;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RazorpayGatewayTest {
    private static final String NO_SUCH_ID =
            "{\"error\":{\"code\":\"BAD_REQUEST_ERROR\",\"description\":\"The id provided does not exist\"}}";
    private static final String NONE = list();

    private final ScriptedServer razorpay = new ScriptedServer();
    private final RazorpaySettings settings = RazorpayObjects.settings(razorpay.base())
            .with(new CallTimes(Duration.ofMillis(500), Duration.ofSeconds(10)));
    private final RazorpayGateway gateway = new RazorpayGateway(settings, RazorpayObjects.CLOCK);

    @AfterEach
    void close() {
        razorpay.close();
    }

    @Test
    void an_order_bears_the_attempt_as_its_receipt() {
        razorpay.answering(200, order("created"));

        accepted(gateway.send(opening(CaptureMode.AUTOMATIC)));

        var sent = razorpay.received().get(0);
        assertThat(sent.method() + " " + sent.target()).isEqualTo("POST /v1/orders");
        assertThat(sent.header("Authorization"))
                .isEqualTo("Basic cnpwX3Rlc3RfU2ltMDAwMDAwMDAwMTpzaW1LZXlTZWNyZXRfQWJDMTIzeHl6");
        assertThat(sent.body())
                .isEqualTo("{\"amount\":50000,\"currency\":\"INR\",\"receipt\":\"" + ATTEMPT
                        + "\",\"unique_receipt\":true,\"notes\":{\"mizan_order\":\"" + ORDER
                        + "\",\"mizan_attempt\":\"" + ATTEMPT
                        + "\"},\"payment\":{\"capture\":\"automatic\",\"capture_options\":{\"automatic_expiry_period\":60,"
                        + "\"manual_expiry_period\":60,\"refund_speed\":\"normal\"}}}");
    }

    @Test
    void money_that_is_ours_to_collect_is_held_for_three_days() {
        razorpay.answering(200, order("created"));

        var told = accepted(gateway.send(opening(CaptureMode.MANUAL)));

        assertThat(razorpay.received().get(0).body())
                .contains("\"mizan_capture\":\"manual\"")
                .endsWith("\"payment\":{\"capture\":\"manual\",\"capture_options\":{\"manual_expiry_period\":4320,"
                        + "\"refund_speed\":\"normal\"}}}");
        assertThat(told.redirect().orElseThrow().fields())
                .contains(new Redirect.Field("notes[mizan_capture]", "manual"));
    }

    @Test
    void the_browser_posts_a_form_to_the_checkout() {
        razorpay.answering(200, order("created"));

        var told = accepted(gateway.send(opening(CaptureMode.AUTOMATIC)));

        assertThat(words(told)).containsExactly("checkout_opened order_1 @0");
        assertThat(told.facts().get(0).detail()).containsEntry("pay_until", "2026-01-01T00:58:20Z");
        assertThat(told.refs()).containsExactly(new ProviderRef("order", "order_1"));
        var page = told.redirect().orElseThrow();
        assertThat(page.method() + " " + page.url()).isEqualTo("POST " + razorpay.base() + "/v1/checkout/embedded");
        assertThat(page.fields())
                .containsExactly(
                        new Redirect.Field("key_id", "rzp_test_Sim0000000001"),
                        new Redirect.Field("order_id", "order_1"),
                        new Redirect.Field("amount", "50000"),
                        new Redirect.Field("currency", "INR"),
                        new Redirect.Field("name", "Mizan"),
                        new Redirect.Field("notes[mizan_order]", ORDER.toString()),
                        new Redirect.Field("notes[mizan_attempt]", ATTEMPT.toString()),
                        new Redirect.Field("callback_url", "https://pay.example.test/return/razorpay?t=token"),
                        new Redirect.Field(
                                "cancel_url", "https://pay.example.test/return/razorpay?t=token&canceled=true"));
    }

    @Test
    void equal_intents_are_equal_requests_without_a_secret() {
        assertThat(opening(CaptureMode.AUTOMATIC)).isEqualTo(opening(CaptureMode.AUTOMATIC));
        assertThat(opening(CaptureMode.AUTOMATIC).content())
                .doesNotContain(RazorpayObjects.KEY_SECRET)
                .doesNotContain("rzp_test_");
    }

    @Test
    void where_receipts_are_not_held_unique_it_is_looked_for_before_it_is_opened() {
        var looking = new RazorpayGateway(settings.withoutUniqueReceipts(), RazorpayObjects.CLOCK);
        var request = looking.openCheckout(intent(CaptureMode.AUTOMATIC));
        razorpay.answering(200, NONE).answering(200, order("created")).answering(200, list(order("created")));

        accepted(looking.send(request));
        accepted(looking.send(request));

        assertThat(razorpay.received())
                .extracting(ScriptedServer.Received::target)
                .containsExactly("/v1/orders?receipt=" + ATTEMPT, "/v1/orders", "/v1/orders?receipt=" + ATTEMPT);
        assertThat(razorpay.received().get(1).body()).doesNotContain("unique_receipt");
    }

    @Test
    void a_receipt_that_was_used_leads_to_the_order() {
        razorpay.answering(400, error("Order receipt should be unique.", "")).answering(200, list(order("created")));

        assertThat(accepted(gateway.send(opening(CaptureMode.AUTOMATIC))).redirect())
                .isPresent();
    }

    @Test
    void what_became_of_an_opening_is_seen_by_its_receipt() {
        var others = order("created").replace(ATTEMPT.toString(), "somebody-elses");
        razorpay.answering(200, list(others))
                .answering(200, list(others, order("created")))
                .answering(401, error("x", ""));
        var opening = opening(CaptureMode.AUTOMATIC);

        assertThat(gateway.findOut(opening, target())).isEqualTo(new GatewayResult.NotFound());
        assertThat(accepted(gateway.findOut(opening, target())).redirect()).isPresent();
        assertThat(gateway.findOut(opening, target())).isInstanceOf(GatewayResult.Unknown.class);
    }

    @Test
    void the_payment_that_is_authorized_is_captured() {
        razorpay.answering(200, list(payment("pay_2", "failed", ""), payment("authorized")))
                .answering(200, payment("captured"));

        assertThat(words(accepted(gateway.send(capture())))).contains("captured pay_1 INR 500.00 @100");

        var sent = razorpay.received().get(1);
        assertThat(sent.target()).isEqualTo("/v1/payments/pay_1/capture");
        assertThat(sent.body()).isEqualTo("{\"amount\":50000,\"currency\":\"INR\"}");
    }

    @Test
    void a_part_cannot_be_captured() {
        assertThatThrownBy(() -> gateway.capture(opened(), Money.ofMinor(49_999, "INR"), "capture-1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_was_captured_already_is_not_captured_again() {
        razorpay.answering(200, list(payment("captured")));

        assertThat(words(accepted(gateway.send(capture())))).contains("captured pay_1 INR 500.00 @100");
        assertThat(razorpay.received()).hasSize(1);
    }

    @Test
    void a_capture_that_is_refused_because_it_was_made_meanwhile_is_done() {
        razorpay.answering(200, list(payment("authorized")))
                .answering(400, error("This payment has already been captured", ""))
                .answering(200, list(payment("captured")));

        assertThat(words(accepted(gateway.send(capture())))).contains("captured pay_1 INR 500.00 @100");
    }

    @Test
    void a_capture_that_is_refused_is_a_no_only_if_the_money_went_back() {
        razorpay.answering(200, list(payment("authorized")))
                .answering(400, error("x", "input_validation_failed"))
                .answering(200, list(payment("authorized")))
                .answering(200, list(payment("authorized")))
                .answering(400, error("x", "input_validation_failed"))
                .answering(200, list(payment("pay_1", "refunded", "\"captured\":false,")))
                .answering(200, list(payment("pay_1", "refunded", "\"captured\":false,")))
                .answering(200, list(payment("authorized").replace("50000", "49999")))
                .answering(200, list(payment("pay_2", "failed", "")));

        assertThat(gateway.send(capture()))
                .isEqualTo(GatewayResult.Unknown.ofAnswer("refused and not seen: input_validation_failed"));
        assertThat(gateway.send(capture()))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.VALIDATION, "input_validation_failed"));
        assertThat(gateway.send(capture()))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.VALIDATION, "authorization_ended"));
        assertThat(gateway.send(capture()))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.VALIDATION, "authorized_amount_differs"));
        assertThat(gateway.send(capture())).isEqualTo(GatewayResult.Unknown.ofAnswer("nothing authorized"));
    }

    @Test
    void an_order_that_nobody_paid_in_time_is_over_and_one_that_a_bank_is_still_at_is_not() {
        var later = new RazorpayGateway(settings, Clock.offset(RazorpayObjects.CLOCK, Duration.ofHours(2)));
        razorpay.answering(200, order("attempted")).answering(200, list(payment("pay_2", "failed", "")));
        razorpay.answering(200, order("attempted")).answering(200, list(payment("pay_2", "failed", "")));
        razorpay.answering(200, order("attempted")).answering(200, list(payment("pay_3", "created", "")));

        assertThat(words(accepted(gateway.inquire(opened())))).noneMatch(fact -> fact.contains("closed"));
        assertThat(words(accepted(later.inquire(opened())))).contains("checkout_closed order_1/expired");
        assertThat(words(accepted(later.inquire(opened())))).noneMatch(fact -> fact.contains("closed"));
    }

    @Test
    void that_the_payment_exists_says_nothing_of_its_capture() {
        razorpay.answering(200, list(payment("authorized"))).answering(200, list(payment("captured")));

        assertThat(gateway.findOut(capture(), opened())).isEqualTo(new GatewayResult.NotFound());
        assertThat(gateway.findOut(capture(), opened())).isInstanceOf(GatewayResult.Accepted.class);
    }

    @Test
    void a_refund_goes_to_the_payment_that_was_captured_under_its_key() {
        razorpay.answering(200, list(payment("pay_2", "failed", ""), payment("captured")))
                .answering(200, refund("processed"));

        assertThat(words(accepted(gateway.send(refunding()))))
                .containsExactly("refund_status rfnd_1/succeeded INR 125.00");

        var sent = razorpay.received().get(1);
        assertThat(sent.target()).isEqualTo("/v1/payments/pay_1/refund");
        assertThat(sent.header("X-refund-idempotency")).isEqualTo("refund-key-1");
        assertThat(sent.body())
                .isEqualTo("{\"amount\":12500,\"speed\":\"normal\",\"notes\":{\"mizan_attempt\":\"" + ATTEMPT
                        + "\"},\"receipt\":\"ref-1\"}");
    }

    @Test
    void what_became_of_a_refund_is_seen_by_its_receipt() {
        razorpay.answering(200, list(payment("captured")))
                .answering(200, list(refund("processed").replace("ref-1", "ref-0")))
                .answering(200, list(payment("captured")))
                .answering(200, list(refund("pending")));

        assertThat(gateway.findOut(refunding(), opened())).isEqualTo(new GatewayResult.NotFound());
        assertThat(words(accepted(gateway.findOut(refunding(), opened()))))
                .containsExactly("refund_status rfnd_1/pending INR 125.00 @3700");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        400 | The refund amount provided is greater than amount captured.     | refund_limit_crossed | VALIDATION     | refund_limit_crossed
        400 | The payment has been fully refunded already                     | ''                   | VALIDATION     | BAD_REQUEST_ERROR
        400 | Different request with the same idempotency key has already been processed. | ''       | DUPLICATE      | BAD_REQUEST_ERROR
        409 | Different request with the same idempotency key has already been processed. | ''       | DUPLICATE      | BAD_REQUEST_ERROR
        400 | Refund id is used                                               | duplicate_refund_id  | DUPLICATE      | duplicate_refund_id
        401 | Authentication failed                                           | ''                   | AUTHENTICATION | BAD_REQUEST_ERROR
        400 | Authentication failed                                           | ''                   | AUTHENTICATION | BAD_REQUEST_ERROR
        400 | Authentication failed due to incorrect otp                      | invalid_otp          | REQUIRES_ACTION | invalid_otp
        400 | Your balance is too low                                         | insufficient_funds   | INSUFFICIENT_FUNDS | insufficient_funds
        404 | The requested URL was not found on the server.                  | NA                   | VALIDATION     | BAD_REQUEST_ERROR
        """)
    void a_no_is_a_no(int status, String description, String reason, FailureCategory category, String code) {
        razorpay.answering(200, list(payment("captured"))).answering(status, error(description, reason));

        assertThat(gateway.send(refunding())).isInstanceOfSatisfying(GatewayResult.Declined.class, no -> {
            assertThat(no.category()).isEqualTo(category);
            assertThat(no.providerCode()).isEqualTo(code);
        });
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        409 | {"error":{"code":"BAD_REQUEST_ERROR","description":"Another request with the same idempotency key is still in progress."}}
        400 | {"error":{"code":"GATEWAY_ERROR","description":"x","reason":"bank_technical_error"}}
        400 | {"error":{"code":"SERVER_ERROR","description":"x"}}
        400 | {"status_code":400,"success":false,"errors":["x"]}
        400 | <html>a proxy's</html>
        500 | {}
        302 | ''
        200 | <html>a proxy's</html>
        """)
    void whatever_is_in_doubt_is_unknown(int status, String body) {
        razorpay.answering(200, list(payment("captured"))).answering(status, body);

        assertThat(gateway.send(refunding())).isInstanceOf(GatewayResult.Unknown.class);
    }

    @Test
    void no_answer_is_unknown_and_too_many_calls_are_for_later() {
        razorpay.breakingOff().answering(429, "{}", "Retry-After", "7");

        assertThat(gateway.send(opening(CaptureMode.AUTOMATIC))).isInstanceOf(GatewayResult.Unknown.class);
        assertThat(gateway.send(opening(CaptureMode.AUTOMATIC)))
                .isEqualTo(
                        new GatewayResult.Retryable(FailureCategory.RATE_LIMITED, Optional.of(Duration.ofSeconds(7))));
    }

    @Test
    void an_inquiry_shows_the_order_every_try_and_every_refund() {
        razorpay.answering(200, order("paid"))
                .answering(
                        200,
                        list(
                                payment("pay_1", "captured", "\"captured\":true,\"amount_refunded\":12500,"),
                                payment("pay_2", "failed", "")))
                .answering(200, list(refund("processed")));

        assertThat(words(accepted(gateway.inquire(opened()))))
                .containsExactly(
                        "checkout_opened order_1 @0",
                        "checkout_opened order_1",
                        "try_declined pay_2 @100",
                        "captured pay_1 INR 500.00 @100",
                        "refund_status rfnd_1/succeeded INR 125.00");
        assertThat(razorpay.received())
                .extracting(ScriptedServer.Received::target)
                .containsExactly(
                        "/v1/orders/order_1", "/v1/orders/order_1/payments", "/v1/payments/pay_1/refunds?count=100");
    }

    @Test
    void an_order_that_we_never_heard_of_is_looked_for_by_its_receipt() {
        razorpay.answering(200, list(order("attempted"))).answering(200, NONE).answering(200, NONE);

        assertThat(words(accepted(gateway.inquire(target())))).containsExactly("checkout_opened order_1 @0");
        assertThat(gateway.inquire(target())).isEqualTo(new GatewayResult.NotFound());
    }

    @Test
    void what_razorpay_does_not_know_is_not_found() {
        razorpay.answering(400, NO_SUCH_ID);

        assertThat(gateway.inquire(opened())).isEqualTo(new GatewayResult.NotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "{\"items\":[7]}", "{\"items\":[{\"id\":\"pay/1\",\"status\":\"captured\"}]}"})
    void an_unreadable_answer_says_nothing(String body) {
        razorpay.answering(200, order("created")).answering(200, body);

        assertThat(gateway.inquire(opened())).isEqualTo(GatewayResult.Unknown.ofAnswer("unreadable answer"));
    }

    private GatewayRequest opening(CaptureMode capture) {
        return gateway.openCheckout(intent(capture));
    }

    private GatewayRequest capture() {
        return gateway.capture(opened(), PRICE, "capture-1");
    }

    private GatewayRequest refunding() {
        return gateway.refund(
                opened(),
                new RefundIntent("ref-1", Money.ofMinor(12_500, "INR"), PRICE, Optional.empty()),
                "refund-key-1");
    }

    private static String error(String description, String reason) {
        return "{\"error\":{\"code\":\"BAD_REQUEST_ERROR\",\"description\":\"" + description + "\",\"reason\":\""
                + reason + "\",\"metadata\":{}}}";
    }

    private static Observation accepted(GatewayResult result) {
        assertThat(result).isInstanceOf(GatewayResult.Accepted.class);
        return ((GatewayResult.Accepted) result).observation();
    }
}

package io.mizan.gateways.stripe;

import static io.mizan.gateways.stripe.StripeObjects.ATTEMPT;
import static io.mizan.gateways.stripe.StripeObjects.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;

import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.CheckoutIntent;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.Operation;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Refunding.RefundIntent;
import io.mizan.gateway.Target;
import io.mizan.money.Money;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StripeRequestsTest {
    private static final Target KNOWN = StripeObjects.target(
            new ProviderRef("checkout_session", "cs_1"), new ProviderRef("payment_intent", "pi_1"));
    private static final Target STRANGER = StripeObjects.target();

    @Test
    void a_checkout_carries_our_marks_everywhere() {
        var request = StripeRequests.openCheckout(checkout(
                CaptureMode.MANUAL,
                Money.ofMinor(25_000, "QAR"),
                line("Dates & coffee, قهوة", 10_000, 2, "QAR"),
                line("Service fee", 5_000, 1, "QAR")));

        assertThat(request.operation()).isEqualTo(Operation.OPEN_CHECKOUT);
        assertThat(request.idempotencyKey()).isEqualTo("key-1");
        assertThat(StripeRequests.Content.of(request).path()).isEqualTo("/v1/checkout/sessions");
        assertThat(form(request))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("mode", "payment"),
                        Map.entry("client_reference_id", ORDER.toString()),
                        Map.entry("success_url", "https://pay.example.test/return/stripe/x?t=abc"),
                        Map.entry("cancel_url", "https://pay.example.test/return/stripe/x?t=abc&canceled=1"),
                        Map.entry("expires_at", "1767229200"),
                        Map.entry("locale", "en"),
                        Map.entry("metadata[mizan_order]", ORDER.toString()),
                        Map.entry("metadata[mizan_attempt]", ATTEMPT.toString()),
                        Map.entry("metadata[mizan_capture]", "manual"),
                        Map.entry("line_items[0][price_data][currency]", "qar"),
                        Map.entry("line_items[0][price_data][product_data][name]", "Dates & coffee, قهوة"),
                        Map.entry("line_items[0][price_data][unit_amount]", "10000"),
                        Map.entry("line_items[0][quantity]", "2"),
                        Map.entry("line_items[1][price_data][currency]", "qar"),
                        Map.entry("line_items[1][price_data][product_data][name]", "Service fee"),
                        Map.entry("line_items[1][price_data][unit_amount]", "5000"),
                        Map.entry("line_items[1][quantity]", "1"),
                        Map.entry("payment_intent_data[capture_method]", "manual"),
                        Map.entry("payment_intent_data[metadata][mizan_order]", ORDER.toString()),
                        Map.entry("payment_intent_data[metadata][mizan_attempt]", ATTEMPT.toString()),
                        Map.entry("payment_intent_data[metadata][mizan_capture]", "manual")));
    }

    @Test
    void equal_intents_give_equal_bytes() {
        var once = checkout(CaptureMode.AUTOMATIC, Money.ofMinor(500, "ISK"), line("Ís", 500, 1, "ISK"));
        var again = checkout(CaptureMode.AUTOMATIC, Money.ofMinor(500, "ISK"), line("Ís", 500, 1, "ISK"));

        assertThat(StripeRequests.openCheckout(once)).isEqualTo(StripeRequests.openCheckout(again));
        assertThat(form(StripeRequests.openCheckout(once)))
                .containsEntry("line_items[0][price_data][unit_amount]", "50000")
                .containsEntry("payment_intent_data[capture_method]", "automatic");
    }

    @Test
    void a_discount_is_shown_as_part_of_the_total() {
        var request = StripeRequests.openCheckout(checkout(
                CaptureMode.AUTOMATIC,
                Money.ofMinor(9_000, "QAR"),
                line("Dates", 10_000, 1, "QAR"),
                line("Discount", -1_000, 1, "QAR")));

        assertThat(form(request))
                .containsEntry("line_items[0][price_data][unit_amount]", "9000")
                .containsEntry("line_items[0][price_data][product_data][name]", ORDER.toString())
                .doesNotContainKey("line_items[1][quantity]");
    }

    @Test
    void more_lines_than_the_page_takes_are_shown_as_their_total() {
        var lines = Collections.nCopies(101, line("Date", 100, 1, "QAR")).toArray(CheckoutIntent.Line[]::new);

        assertThat(form(StripeRequests.openCheckout(
                        checkout(CaptureMode.AUTOMATIC, Money.ofMinor(10_100, "QAR"), lines))))
                .containsEntry("line_items[0][price_data][unit_amount]", "10100");
    }

    @Test
    void a_unit_price_that_stripe_cannot_say_is_shown_as_part_of_the_total() {
        var request = StripeRequests.openCheckout(checkout(
                CaptureMode.AUTOMATIC,
                Money.ofMinor(12_340, "KWD"),
                line("Pearls", 6_170, 1, "KWD"),
                line("Pearl", 1, 10, "KWD"),
                line("Pearls", 6_160, 1, "KWD")));

        assertThat(form(request)).containsEntry("line_items[0][price_data][unit_amount]", "12340");
    }

    @Test
    void a_name_is_never_empty_and_never_endless() {
        var form = form(StripeRequests.openCheckout(checkout(
                CaptureMode.AUTOMATIC,
                Money.ofMinor(200, "QAR"),
                line("  ", 100, 1, "QAR"),
                line("😀".repeat(300), 100, 1, "QAR"))));

        assertThat(form.get("line_items[0][price_data][product_data][name]")).isEqualTo("-");
        assertThat(form.get("line_items[1][price_data][product_data][name]")).isEqualTo("😀".repeat(250));
    }

    @Test
    void a_checkout_that_would_charge_something_else_is_a_bug() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StripeRequests.openCheckout(
                        checkout(CaptureMode.AUTOMATIC, Money.ofMinor(200, "QAR"), line("Date", 100, 1, "QAR"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StripeRequests.openCheckout(
                        checkout(CaptureMode.AUTOMATIC, Money.ofMinor(49, "USD"), line("Date", 49, 1, "USD"))));
    }

    @Test
    void a_language_that_stripes_page_lacks_is_left_to_the_browser() {
        var intent = checkout(CaptureMode.AUTOMATIC, Money.ofMinor(200, "QAR"), line("Date", 200, 1, "QAR"));
        var arabic = new CheckoutIntent(
                intent.order(),
                intent.attempt(),
                intent.amount(),
                intent.lines(),
                intent.capture(),
                intent.openedAt(),
                intent.returnUrl(),
                intent.cancelUrl(),
                intent.payUntil(),
                "ar",
                intent.idempotencyKey());

        assertThat(form(StripeRequests.openCheckout(arabic))).containsEntry("locale", "auto");
    }

    @Test
    void the_other_operations_name_what_they_act_on() {
        assertThat(StripeRequests.close(KNOWN, "key-2"))
                .isEqualTo(new GatewayRequest(Operation.CLOSE, "key-2", "/v1/checkout/sessions/cs_1/expire\n"));
        assertThat(StripeRequests.capture(KNOWN, Money.ofMinor(500, "ISK"), "key-3"))
                .isEqualTo(new GatewayRequest(
                        Operation.CAPTURE, "key-3", "/v1/payment_intents/pi_1/capture\namount_to_capture=50000"));
        assertThat(StripeRequests.voidAuthorization(KNOWN, "key-4"))
                .isEqualTo(new GatewayRequest(
                        Operation.VOID,
                        "key-4",
                        "/v1/payment_intents/pi_1/cancel\ncancellation_reason=requested_by_customer"));
    }

    @Test
    void a_refund_says_how_much_of_what_and_whose_it_is() {
        var request = StripeRequests.refund(
                KNOWN,
                new RefundIntent("ref-1", Money.ofMinor(500, "ISK"), Money.ofMinor(900, "ISK"), Optional.empty()),
                "key-5");

        assertThat(request.operation()).isEqualTo(Operation.REFUND);
        assertThat(StripeRequests.Content.of(request).path()).isEqualTo("/v1/refunds");
        assertThat(form(request))
                .containsExactly(
                        entry("payment_intent", "pi_1"),
                        entry("amount", "50000"),
                        entry("reason", "requested_by_customer"),
                        entry("metadata[mizan_attempt]", ATTEMPT.toString()),
                        entry("metadata[mizan_refund]", "ref-1"));
    }

    @Test
    void what_we_know_nothing_of_cannot_be_acted_on() {
        assertThatIllegalStateException().isThrownBy(() -> StripeRequests.close(STRANGER, "key"));
        assertThatIllegalStateException()
                .isThrownBy(() -> StripeRequests.capture(STRANGER, Money.ofMinor(1, "USD"), "key"));
        assertThatIllegalStateException().isThrownBy(() -> StripeRequests.voidAuthorization(STRANGER, "key"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StripeRequests.capture(KNOWN, Money.ofMinor(0, "USD"), "key"));
        assertThatIllegalArgumentException().isThrownBy(() -> StripeRequests.retrieveSession("cs_1/../../accounts"));
    }

    private static CheckoutIntent checkout(CaptureMode capture, Money amount, CheckoutIntent.Line... lines) {
        return new CheckoutIntent(
                ORDER,
                ATTEMPT,
                amount,
                List.of(lines),
                capture,
                StripeObjects.second(StripeObjects.SESSION_CREATED),
                URI.create("https://pay.example.test/return/stripe/x?t=abc"),
                URI.create("https://pay.example.test/return/stripe/x?t=abc&canceled=1"),
                StripeObjects.second(StripeObjects.EXPIRES),
                "en",
                "key-1");
    }

    private static CheckoutIntent.Line line(String description, long unit, int quantity, String currency) {
        return new CheckoutIntent.Line(description, Money.ofMinor(unit, currency), quantity);
    }

    private static Map<String, String> form(GatewayRequest request) {
        var form = new LinkedHashMap<String, String>();
        Arrays.stream(StripeRequests.Content.of(request).form().split("&", -1)).forEach(pair -> {
            var parts = pair.split("=", -1);
            form.put(decoded(parts[0]), decoded(parts[1]));
        });
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}

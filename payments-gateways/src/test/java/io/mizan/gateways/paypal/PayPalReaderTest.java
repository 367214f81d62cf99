package io.mizan.gateways.paypal;

import static io.mizan.gateways.paypal.PayPalObjects.ATTEMPT;
import static io.mizan.gateways.paypal.PayPalObjects.AUTHORIZATION;
import static io.mizan.gateways.paypal.PayPalObjects.CAPTURE;
import static io.mizan.gateways.paypal.PayPalObjects.ORDER;
import static io.mizan.gateways.paypal.PayPalObjects.PAGE;
import static io.mizan.gateways.paypal.PayPalObjects.REFUND;
import static io.mizan.gateways.paypal.PayPalObjects.authorization;
import static io.mizan.gateways.paypal.PayPalObjects.capture;
import static io.mizan.gateways.paypal.PayPalObjects.event;
import static io.mizan.gateways.paypal.PayPalObjects.order;
import static io.mizan.gateways.paypal.PayPalObjects.refund;
import static io.mizan.gateways.paypal.PayPalObjects.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.gateway.Callback;
import io.mizan.gateway.Observation;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Redirect;
import io.mizan.gateways.http.HttpReply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayPalReaderTest {
    private static final String OPENED = "checkout_opened " + ORDER;

    private final PayPalReader reader = new PayPalReader(PayPalObjects.BOOKS, Duration.ofHours(3));

    @ParameterizedTest
    @ValueSource(strings = {"CREATED", "SAVED", "PAYER_ACTION_REQUIRED"})
    void an_order_that_waits_shows_its_page(String status) {
        var told = answer(order(status, ""));

        assertThat(words(told)).containsExactly(OPENED);
        assertThat(told.redirect()).contains(Redirect.to(URI.create(PAGE)));
        assertThat(told.refs()).containsExactly(new ProviderRef("order", ORDER));
        assertThat(told.facts().get(0).detail()).containsEntry(Fact.PAY_UNTIL, "2026-01-01T03:00:00Z");
    }

    @Test
    void approved_is_not_paid() {
        assertThat(words(answer(order("APPROVED", ""))))
                .containsExactly(OPENED, "payer_approved " + ORDER + "/2026-01-01T00:00:40Z");
    }

    @Test
    void a_completed_order_says_nothing_its_captures_do() {
        assertThat(words(answer(order("COMPLETED", "")))).containsExactly(OPENED);
        assertThat(words(answer(order("COMPLETED", captures(capture("COMPLETED", ""))))))
                .containsExactly(OPENED, "captured " + CAPTURE + " USD 19.99");
        assertThat(words(answer(order("COMPLETED", captures(capture("PENDING", ""))))))
                .containsExactly(OPENED, "payer_approved " + CAPTURE);
    }

    @Test
    void means_that_are_refused_by_an_answer_without_a_time_are_refused_after_they_were_agreed_to() {
        var now = Instant.parse("2026-01-01T00:00:41Z");
        var body = PayPalObjects.error("UNPROCESSABLE_ENTITY", "INSTRUMENT_DECLINED")
                .getBytes(StandardCharsets.UTF_8);

        var told = reader.declined(
                new HttpReply.Answered(422, Map.of(), body),
                ORDER,
                "complete-1",
                now,
                PayPalDeclines.ofCompletion("INSTRUMENT_DECLINED"),
                "complete");

        assertThat(told.facts()).singleElement().returns(Optional.of(now), Fact::effectiveAt);
    }

    @Test
    void a_declined_card_ends_its_order() {
        var declined = capture("DECLINED", ",\"processor_response\":{\"response_code\":\"5120\"}");

        var told = answer(order("COMPLETED", captures(declined)));

        assertThat(words(told))
                .containsExactly(OPENED, "try_declined " + CAPTURE, "checkout_closed " + ORDER + "/failed");
        assertThat(told.facts())
                .filteredOn(fact -> fact.kind() == FactKind.TRY_DECLINED)
                .singleElement()
                .satisfies(fact -> assertThat(fact.detail())
                        .containsEntry(Fact.CATEGORY, "insufficient_funds")
                        .containsEntry(Fact.CODE, "5120")
                        .doesNotContainKey(Fact.UNLISTED));
    }

    @Test
    void an_unlisted_code_says_so() {
        var declined = capture("DECLINED", ",\"processor_response\":{\"response_code\":\"4711\"}");

        assertThat(answer(order("COMPLETED", captures(declined))).facts())
                .filteredOn(fact -> fact.kind() == FactKind.TRY_DECLINED)
                .singleElement()
                .satisfies(fact -> assertThat(fact.detail()).containsEntry(Fact.UNLISTED, "true"));
    }

    @Test
    void a_refunded_capture_was_captured() {
        var payments = captures(capture("PARTIALLY_REFUNDED", "")) + ",\"refunds\":[" + refund("COMPLETED") + "]";

        assertThat(words(answer(order("COMPLETED", payments))))
                .containsExactly(
                        OPENED,
                        "captured " + CAPTURE + " USD 19.99",
                        "refund_status " + REFUND + "/succeeded USD 5.00");
    }

    @ParameterizedTest
    @CsvSource({
        "CREATED,2026-01-01T00:00:50Z,''",
        "PARTIALLY_CAPTURED,2026-01-02T00:00:50Z,''",
        "CAPTURED,2026-01-02T00:00:50Z,captured",
        "VOIDED,2026-01-02T00:00:50Z,voided",
        "VOIDED,2026-01-30T00:00:50Z,expired",
    })
    void an_authorization_holds_until_it_ends(String status, String updated, String end) {
        var told = answer(order("COMPLETED", "\"authorizations\":[" + authorization(status, updated) + "]"));

        var held = "authorized " + AUTHORIZATION + " USD 19.99";
        if (end.isEmpty()) {
            assertThat(words(told)).containsExactly(OPENED, held);
        } else {
            assertThat(words(told)).containsExactly(OPENED, held, "authorization_ended " + AUTHORIZATION + "/" + end);
        }
        assertThat(told.facts())
                .filteredOn(fact -> fact.kind() == FactKind.AUTHORIZED)
                .singleElement()
                .satisfies(fact -> assertThat(fact.detail()).containsEntry(Fact.VALID_UNTIL, "2026-01-30T00:00:50Z"));
    }

    @Test
    void a_last_capture_ends_its_authorization_and_another_does_not() {
        var held = "\"authorizations\":[" + authorization("PARTIALLY_CAPTURED", "2026-01-02T00:00:50Z") + "],";
        var ended = "authorization_ended " + AUTHORIZATION + "/captured";

        assertThat(words(answer(order("COMPLETED", held + captures(capture("COMPLETED", ",\"final_capture\":true"))))))
                .contains(ended);
        assertThat(words(answer(order("COMPLETED", held + captures(capture("COMPLETED", ",\"final_capture\":false"))))))
                .doesNotContain(ended);
    }

    @Test
    void a_declined_authorization_ends_its_order() {
        assertThat(words(told(event("PAYMENT.AUTHORIZATION.DENIED", authorization("DENIED", "2026-01-01T00:00:50Z")))))
                .containsExactly("try_declined " + AUTHORIZATION, "checkout_closed " + ORDER + "/failed");
    }

    /** Else a payer who was declined and approves again would not be heard. */
    @Test
    void an_approval_whose_order_shows_no_time_happened_when_paypal_told_of_it() {
        var untimed = order("APPROVED", "").replace("\"update_time\":\"2026-01-01T00:00:40Z\",", "");

        assertThat(told(event("CHECKOUT.ORDER.APPROVED", untimed)).facts())
                .filteredOn(fact -> fact.kind() == FactKind.PAYER_APPROVED)
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.effectiveAt()).contains(Instant.parse("2026-01-01T00:01:00Z"));
                    assertThat(fact.qualifier()).isEqualTo("2026-01-01T00:01:00Z");
                });
    }

    @Test
    void a_message_leads_back_to_its_attempt() {
        assertThat(relevant(event("CHECKOUT.ORDER.APPROVED", order("APPROVED", "")))
                        .mark())
                .contains(ATTEMPT);
        assertThat(relevant(event("PAYMENT.CAPTURE.COMPLETED", capture("COMPLETED", related())))
                        .mark())
                .contains(ATTEMPT);
    }

    @Test
    void a_captures_message_names_its_order() {
        var told = told(event("PAYMENT.CAPTURE.COMPLETED", capture("COMPLETED", related())));

        assertThat(words(told)).containsExactly("captured " + CAPTURE + " USD 19.99");
        assertThat(told.refs()).containsExactly(new ProviderRef("order", ORDER), new ProviderRef("capture", CAPTURE));
    }

    @ParameterizedTest
    @CsvSource({"PAYMENT.CAPTURE.DECLINED,DECLINED", "PAYMENT.CAPTURE.DENIED,DECLINED", "PAYMENT.CAPTURE.DENIED,DENIED"
    })
    void a_declined_capture_has_two_names(String type, String status) {
        assertThat(words(told(event(type, capture(status, related())))))
                .containsExactly("try_declined " + CAPTURE, "checkout_closed " + ORDER + "/failed");
    }

    @ParameterizedTest
    @CsvSource({
        "PAYMENT.CAPTURE.REFUNDED,COMPLETED,succeeded",
        "PAYMENT.REFUND.PENDING,PENDING,pending",
        "PAYMENT.REFUND.FAILED,FAILED,failed",
        "PAYMENT.REFUND.FAILED,CANCELLED,canceled",
    })
    void what_is_told_of_a_refund_is_the_refund(String type, String status, String qualifier) {
        var told = told(event(type, refund(status)));

        assertThat(words(told)).containsExactly("refund_status " + REFUND + "/" + qualifier + " USD 5.00");
        assertThat(told.refs()).containsExactly(new ProviderRef("refund", REFUND), new ProviderRef("capture", CAPTURE));
        assertThat(relevant(event(type, refund(status))).mark()).isEmpty();
    }

    @Test
    void an_approval_that_nobody_used_closes_the_order() {
        assertThat(words(told(event("CHECKOUT.PAYMENT-APPROVAL.REVERSED", "{\"order_id\":\"" + ORDER + "\"}"))))
                .containsExactly("checkout_closed " + ORDER + "/expired");
    }

    @ParameterizedTest
    @CsvSource({
        "CUSTOMER.DISPUTE.CREATED,dispute",
        "PAYMENT.CAPTURE.REVERSED,dispute",
        "RISK.DISPUTE.CREATED,dispute",
        "BILLING.SUBSCRIPTION.CREATED,BILLING.SUBSCRIPTION.CREATED"
    })
    void what_we_do_not_act_on_is_irrelevant(String type, String reason) {
        assertThat(reading(event(type, "{}"))).isEqualTo(new Callback.Reading.Irrelevant(reason));
    }

    @Test
    void a_status_that_is_not_listed_tells_nothing() {
        assertThat(words(answer(order("SOMETHING_NEW", "")))).containsExactly(OPENED);
        assertThat(words(told(event("PAYMENT.CAPTURE.COMPLETED", capture("SOMETHING_NEW", "")))))
                .isEmpty();
        assertThat(words(told(event("PAYMENT.CAPTURE.REFUNDED", refund("SOMETHING_NEW")))))
                .isEmpty();
    }

    @Test
    void a_status_that_is_not_listed_comes_before_a_person() {
        assertThat(answer(order("SOMETHING_NEW", "")).unlisted()).containsExactly("order/SOMETHING_NEW");
        assertThat(told(event("PAYMENT.CAPTURE.REFUNDED", refund("SOMETHING_NEW")))
                        .unlisted())
                .containsExactly("refund/SOMETHING_NEW");
        assertThat(told(event("PAYMENT.CAPTURE.REFUNDED", refund("COMPLETED"))).unlisted())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"event_type\":\"PAYMENT.CAPTURE.COMPLETED\"}",
                "{\"event_type\":\"PAYMENT.CAPTURE.COMPLETED\",\"resource\":{}}",
                "{\"event_type\":\"PAYMENT.CAPTURE.COMPLETED\",\"resource\":{\"id\":\"../x\",\"status\":\"COMPLETED\"}}",
                "{\"event_type\":\"PAYMENT.CAPTURE.COMPLETED\",\"resource\":{\"id\":\"A\",\"status\":\"COMPLETED\",\"amount\":{\"value\":\"-1\",\"currency_code\":\"USD\"}}}",
            })
    void what_paypal_does_not_write_is_refused(String body) {
        assertThatThrownBy(() -> reading(body)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String captures(String capture) {
        return "\"captures\":[" + capture + "]";
    }

    private static String related() {
        return ",\"supplementary_data\":{\"related_ids\":{\"order_id\":\"" + ORDER + "\"}}";
    }

    private Observation answer(String body) {
        return reader.order(
                new HttpReply.Answered(
                        200, Map.of("Paypal-Debug-Id", List.of("f1e2")), body.getBytes(StandardCharsets.UTF_8)),
                "inquiry");
    }

    private Callback.Reading reading(String body) {
        return reader.event(body.getBytes(StandardCharsets.UTF_8), "proof");
    }

    private Callback.Reading.Relevant relevant(String body) {
        return (Callback.Reading.Relevant) reading(body);
    }

    private Observation told(String body) {
        return relevant(body).observation();
    }
}

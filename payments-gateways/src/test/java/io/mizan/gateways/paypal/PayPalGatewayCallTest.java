package io.mizan.gateways.paypal;

import static io.mizan.gateways.paypal.PayPalObjects.ORDER;
import static io.mizan.gateways.paypal.PayPalObjects.capture;
import static io.mizan.gateways.paypal.PayPalObjects.error;
import static io.mizan.gateways.paypal.PayPalObjects.intent;
import static io.mizan.gateways.paypal.PayPalObjects.order;
import static io.mizan.gateways.paypal.PayPalObjects.target;
import static io.mizan.gateways.paypal.PayPalObjects.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Observation;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Redirect;
import io.mizan.gateways.http.ScriptedServer;
import io.mizan.gateways.http.ScriptedServer.Received;
import io.mizan.gateways.settings.CallTimes;
import io.mizan.money.Money;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayPalGatewayCallTest {
    private static final String TOKEN =
            "{\"access_token\":\"A21AASimToken0001\",\"token_type\":\"Bearer\",\"expires_in\":32400}";

    private final ScriptedServer paypal = new ScriptedServer("Paypal-Debug-Id", "f1e2d3c4b5a69");
    private final PayPalGateway gateway = gateway(Duration.ofSeconds(10), Duration.ofMinutes(1));

    @AfterEach
    void close() {
        paypal.close();
    }

    @Test
    void an_opening_is_sent_under_its_key_and_asks_for_the_whole_answer() {
        paypal.answering(200, TOKEN).answering(201, order("PAYER_ACTION_REQUIRED", ""));

        var told = accepted(gateway.send(opening()));

        assertThat(told.redirect()).contains(Redirect.to(URI.create(PayPalObjects.PAGE)));
        assertThat(told.message().ref()).isEqualTo("f1e2d3c4b5a69");
        var asked = paypal.received();
        assertThat(asked).extracting(Received::method, Received::target).hasSize(2);
        assertThat(asked.get(0).header("Authorization")).isEqualTo("Basic Y2xpZW50OnNlY3JldA==");
        assertThat(asked.get(0).body()).isEqualTo("grant_type=client_credentials");
        assertThat(asked.get(1).target()).isEqualTo("/v2/checkout/orders");
        assertThat(asked.get(1).header("Authorization")).isEqualTo("Bearer A21AASimToken0001");
        assertThat(asked.get(1).header("Paypal-request-id")).isEqualTo("open-1");
        assertThat(asked.get(1).header("Prefer")).isEqualTo("return=representation");
    }

    @Test
    void a_token_serves_many_calls_and_is_fetched_anew_once_it_is_refused() {
        paypal.answering(200, TOKEN)
                .answering(200, order("CREATED", ""))
                .answering(401, "{\"error\":\"invalid_token\"}")
                .answering(200, TOKEN.replace("0001", "0002"))
                .answering(200, order("APPROVED", ""));

        accepted(gateway.inquire(target(PayPalObjects.order())));
        assertThat(words(accepted(gateway.inquire(target(PayPalObjects.order())))))
                .contains("payer_approved " + ORDER + "/2026-01-01T00:00:40Z");

        assertThat(paypal.received()).hasSize(5);
        assertThat(paypal.received().get(4).header("Authorization")).isEqualTo("Bearer A21AASimToken0002");
    }

    @Test
    void a_token_that_is_refused_twice_is_a_matter_of_settings() {
        paypal.answering(200, TOKEN)
                .answering(401, "{\"error\":\"invalid_token\"}")
                .answering(200, TOKEN)
                .answering(401, "{\"error\":\"invalid_token\"}");

        assertThat(gateway.send(opening()))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.AUTHENTICATION, "invalid_token"));
    }

    @Test
    void a_wrong_secret_is_a_matter_of_settings() {
        paypal.answering(401, "{\"error\":\"invalid_client\",\"error_description\":\"Client Authentication failed\"}");

        assertThat(gateway.send(opening()))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.AUTHENTICATION, "invalid_client"));
    }

    @ParameterizedTest
    @CsvSource({"500,GATEWAY_ERROR", "429,RATE_LIMITED", "200,GATEWAY_ERROR", "302,GATEWAY_ERROR"})
    void without_a_token_nothing_was_sent_and_all_may_be_sent_again(int status, FailureCategory category) {
        paypal.answering(status, "{}");

        assertThat(gateway.send(opening()))
                .isInstanceOfSatisfying(GatewayResult.Retryable.class, it -> assertThat(it.category())
                        .isEqualTo(category));
        assertThat(paypal.received()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        400 | INVALID_REQUEST      | MISSING_REQUIRED_PARAMETER  | VALIDATION
        403 | NOT_AUTHORIZED       | PERMISSION_DENIED           | AUTHENTICATION
        404 | RESOURCE_NOT_FOUND   | INVALID_RESOURCE_ID         | VALIDATION
        422 | UNPROCESSABLE_ENTITY | DUPLICATE_INVOICE_ID        | DUPLICATE
        422 | UNPROCESSABLE_ENTITY | INVALID_CURRENCY_CODE       | VALIDATION
        """)
    void a_no_of_paypals_is_a_no(int status, String name, String issue, FailureCategory category) {
        paypal.answering(200, TOKEN).answering(status, error(name, issue));

        assertThat(gateway.send(opening())).isEqualTo(new GatewayResult.Declined(category, issue));
    }

    @Test
    void a_no_in_a_new_word_is_a_no_and_somebody_is_to_look_it_up() {
        paypal.answering(200, TOKEN).answering(422, error("UNPROCESSABLE_ENTITY", "SOMETHING_NEW"));

        assertThat(gateway.send(opening()))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.VALIDATION, "SOMETHING_NEW", true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        409 | {"name":"RESOURCE_CONFLICT","details":[{"issue":"PREVIOUS_REQUEST_IN_PROGRESS"}]}
        422 | {"name":"UNPROCESSABLE_ENTITY","details":[{"issue":"ORDER_COMPLETION_IN_PROGRESS"}]}
        404 | <html>a proxy's page</html>
        403 | {}
        500 | {"name":"INTERNAL_SERVER_ERROR"}
        503 | {"name":"SERVICE_UNAVAILABLE"}
        302 | ''
        """)
    void whatever_is_in_doubt_is_unknown(int status, String body) {
        paypal.answering(200, TOKEN).answering(status, body);

        assertThat(gateway.send(completion())).isInstanceOf(GatewayResult.Unknown.class);
    }

    /** The time that the token took is not left for the call, which therefore never was. */
    @Test
    void a_token_that_takes_the_time_of_the_call_means_that_nothing_was_sent() {
        paypal.answeringAfter(Duration.ofMillis(950), TOKEN);

        assertThat(gateway(Duration.ofSeconds(1), Duration.ofMinutes(1)).send(completion()))
                .isInstanceOf(GatewayResult.Retryable.class);
        assertThat(paypal.received()).hasSize(1);
    }

    @Test
    void an_answer_that_does_not_come_is_unknown() {
        paypal.answering(200, TOKEN).hanging();

        assertThat(gateway(Duration.ofMillis(700), Duration.ofMinutes(1)).send(opening()))
                .isEqualTo(new GatewayResult.Unknown("no answer in time"));
    }

    @Test
    void a_rush_says_when_to_come_back() {
        paypal.answering(200, TOKEN).answering(429, error("RATE_LIMIT_REACHED", "X"), "Retry-After", "7");

        assertThat(gateway.send(opening()))
                .isEqualTo(
                        new GatewayResult.Retryable(FailureCategory.RATE_LIMITED, Optional.of(Duration.ofSeconds(7))));
    }

    @Test
    void a_declined_instrument_is_a_try_and_leads_back_to_the_page() {
        paypal.answering(200, TOKEN).answering(422, error("UNPROCESSABLE_ENTITY", "INSTRUMENT_DECLINED"));

        var told = accepted(gateway.send(completion()));

        assertThat(words(told)).containsExactly("try_declined " + ORDER + "/complete-1");
        assertThat(told.redirect()).contains(Redirect.to(URI.create(PayPalObjects.PAGE)));
    }

    /** The payer would approve the same order again and again; what is never completed takes no money. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        422 | AMOUNT_MISMATCH                         | VALIDATION    | false
        422 | TRANSACTION_RECEIVING_LIMIT_EXCEEDED    | VALIDATION    | false
        422 | MAX_NUMBER_OF_PAYMENT_ATTEMPTS_EXCEEDED | VALIDATION    | false
        400 | INVALID_PARAMETER                       | VALIDATION    | false
        422 | SOMETHING_NEW                           | GATEWAY_ERROR | true
        """)
    void a_refusal_to_complete_that_is_not_the_payers_ends_the_page_and_is_no_decline_of_a_bank(
            int status, String issue, FailureCategory category, boolean unlisted) {
        paypal.answering(200, TOKEN)
                .answering(status, error("UNPROCESSABLE_ENTITY", issue))
                .answering(200, order("APPROVED", ""));

        var told = accepted(gateway.send(completion()));

        assertThat(words(told))
                .containsExactly("try_declined " + ORDER + "/complete-1", "checkout_closed " + ORDER + "/failed");
        assertThat(told.facts())
                .filteredOn(fact -> fact.kind() == FactKind.TRY_DECLINED)
                .singleElement()
                .satisfies(declined -> {
                    assertThat(declined.isDeclineByIssuer()).isFalse();
                    assertThat(declined.detail())
                            .containsEntry(Fact.CODE, issue)
                            .containsEntry(Fact.CATEGORY, category.code());
                    assertThat(declined.detail().containsKey(Fact.UNLISTED)).isEqualTo(unlisted);
                });
    }

    /** An earlier sending, whose answer was lost, may have taken the money. */
    @Test
    void what_a_refusal_says_is_not_believed_before_the_order_was_looked_at() {
        paypal.answering(200, TOKEN)
                .answering(422, error("UNPROCESSABLE_ENTITY", "AMOUNT_MISMATCH"))
                .answering(200, order("COMPLETED", "\"captures\":[" + capture("COMPLETED", "") + "]"))
                .answering(422, error("UNPROCESSABLE_ENTITY", "AMOUNT_MISMATCH"))
                .answering(500, "{}")
                .answering(404, error("RESOURCE_NOT_FOUND", "INVALID_RESOURCE_ID"))
                .answering(404, error("RESOURCE_NOT_FOUND", "INVALID_RESOURCE_ID"));

        assertThat(words(accepted(gateway.send(completion())))).contains("captured 42311647XV020574X USD 19.99");
        assertThat(gateway.send(completion())).isInstanceOf(GatewayResult.Unknown.class);
        assertThat(gateway.send(completion()))
                .as("an order that PayPal does not know may be another account's")
                .isInstanceOf(GatewayResult.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAYER_ACTION_REQUIRED", "ORDER_NOT_APPROVED"})
    void a_payer_who_must_act_is_challenged(String issue) {
        paypal.answering(200, TOKEN).answering(422, error("UNPROCESSABLE_ENTITY", issue));

        assertThat(words(accepted(gateway.send(completion()))))
                .containsExactly("challenge_required " + ORDER + "/complete-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ORDER_ALREADY_CAPTURED",
                "ORDER_ALREADY_AUTHORIZED",
                "ORDER_COMPLETED_OR_VOIDED",
                "DUPLICATE_INVOICE_ID",
                "PAYPAL_REQUEST_ID_PREVIOUSLY_USED"
            })
    void what_was_completed_already_is_looked_at_and_never_taken_for_a_no(String issue) {
        paypal.answering(200, TOKEN)
                .answering(422, error("UNPROCESSABLE_ENTITY", issue))
                .answering(200, order("COMPLETED", "\"captures\":[" + capture("COMPLETED", "") + "]"))
                .answering(422, error("UNPROCESSABLE_ENTITY", issue))
                .answering(200, order("APPROVED", ""))
                .answering(422, error("UNPROCESSABLE_ENTITY", issue))
                .answering(404, error("RESOURCE_NOT_FOUND", "INVALID_RESOURCE_ID"));

        assertThat(words(accepted(gateway.send(completion())))).contains("captured 42311647XV020574X USD 19.99");
        assertThat(gateway.send(completion())).isInstanceOf(GatewayResult.Unknown.class);
        assertThat(gateway.send(completion())).isInstanceOf(GatewayResult.Unknown.class);
    }

    /** As while the account of the merchant is locked: what was agreed to is taken once it is not. */
    @Test
    void whoever_is_not_let_in_to_complete_ends_nothing() {
        paypal.answering(200, TOKEN).answering(422, error("UNPROCESSABLE_ENTITY", "PAYEE_ACCOUNT_RESTRICTED"));

        assertThat(gateway.send(completion()))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.AUTHENTICATION, "PAYEE_ACCOUNT_RESTRICTED"));
    }

    @Test
    void closing_is_not_completing() {
        paypal.answering(200, TOKEN).answering(200, order("APPROVED", ""));

        var told = accepted(gateway.send(gateway.close(target(PayPalObjects.order()), "close-1")));

        assertThat(words(told)).containsExactly("checkout_closed " + ORDER + "/canceled");
        assertThat(paypal.received().get(1).method()).isEqualTo("GET");
    }

    @Test
    void what_was_completed_cannot_be_closed() {
        paypal.answering(200, TOKEN)
                .answering(200, order("COMPLETED", "\"captures\":[" + capture("PENDING", "") + "]"));

        assertThat(gateway.send(gateway.close(target(PayPalObjects.order()), "close-1")))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.VALIDATION, "ORDER_COMPLETED"));
    }

    @Test
    void an_order_that_paypal_has_forgotten_is_closed() {
        paypal.answering(200, TOKEN)
                .answering(404, error("RESOURCE_NOT_FOUND", "INVALID_RESOURCE_ID"))
                .answering(404, error("RESOURCE_NOT_FOUND", "INVALID_RESOURCE_ID"));

        assertThat(gateway.inquire(target(PayPalObjects.order()))).isEqualTo(new GatewayResult.NotFound());
        assertThat(words(accepted(gateway.send(gateway.close(target(PayPalObjects.order()), "close-1")))))
                .containsExactly("checkout_closed " + ORDER + "/expired");
    }

    /** A capture of it may be pending for days, and the order may be another account's. */
    @Test
    void an_order_that_was_completed_is_not_closed_because_paypal_does_not_find_it() {
        paypal.answering(200, TOKEN).answering(404, error("RESOURCE_NOT_FOUND", "INVALID_RESOURCE_ID"));
        var completed = target(PayPalObjects.order(), new ProviderRef(PayPalRequests.CAPTURE, "3C679366HH908993F"));

        assertThat(gateway.send(gateway.close(completed, "close-1"))).isInstanceOf(GatewayResult.Unknown.class);
    }

    @Test
    void an_order_that_is_gone_after_its_time_has_expired() {
        paypal.answering(200, TOKEN).answering(404, error("RESOURCE_NOT_FOUND", "INVALID_RESOURCE_ID"));

        var told =
                accepted(gateway(Duration.ofSeconds(10), Duration.ofHours(3)).inquire(target(PayPalObjects.order())));
        assertThat(words(told)).containsExactly("checkout_closed " + ORDER + "/expired");
        assertThat(told.facts())
                .as("another account's order is not known either")
                .allMatch(Fact::isInferredEnd);
    }

    @Test
    void a_void_without_an_answers_body_is_looked_at() {
        paypal.answering(200, TOKEN)
                .answering(204, "")
                .answering(200, PayPalObjects.authorization("VOIDED", "2026-01-02T00:00:00Z"))
                .answering(422, error("UNPROCESSABLE_ENTITY", "PREVIOUSLY_VOIDED"))
                .answering(200, PayPalObjects.authorization("VOIDED", "2026-01-02T00:00:00Z"))
                .answering(422, error("UNPROCESSABLE_ENTITY", "PREVIOUSLY_CAPTURED"));
        var held = target(new ProviderRef("authorization", PayPalObjects.AUTHORIZATION));

        for (int i = 0; i < 2; i++) {
            assertThat(words(accepted(
                            gateway.send(gateway.voidAuthorization(held, Money.ofMinor(25_000, "USD"), "void-1")))))
                    .contains("authorization_ended " + PayPalObjects.AUTHORIZATION + "/voided");
        }
        assertThat(gateway.send(gateway.voidAuthorization(held, Money.ofMinor(25_000, "USD"), "void-1")))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.VALIDATION, "PREVIOUSLY_CAPTURED"));
    }

    @Test
    void a_capture_of_a_part_ends_its_authorization() {
        paypal.answering(200, TOKEN)
                .answering(201, capture("COMPLETED", ",\"final_capture\":true").replace("19.99", "5.00"));
        var held = target(
                CaptureMode.MANUAL,
                PayPalObjects.order(),
                new ProviderRef("authorization", PayPalObjects.AUTHORIZATION));

        assertThat(words(accepted(gateway.send(gateway.capture(held, Money.ofMinor(500, "USD"), "capture-1")))))
                .containsExactly(
                        "authorization_ended " + PayPalObjects.AUTHORIZATION + "/captured",
                        "captured " + PayPalObjects.CAPTURE + " USD 5.00");
    }

    @Test
    void without_an_order_there_is_nothing_to_ask() {
        assertThat(gateway.inquire(target())).isEqualTo(new GatewayResult.NotFound());
        assertThat(paypal.received()).isEmpty();
    }

    @Test
    void an_unreadable_answer_is_unknown() {
        paypal.answering(200, TOKEN).answering(201, "{\"id\":\"../x\"}");

        assertThat(gateway.send(opening())).isEqualTo(GatewayResult.Unknown.ofAnswer("unreadable answer"));
    }

    private GatewayRequest opening() {
        return gateway.openCheckout(intent(CaptureMode.AUTOMATIC));
    }

    private GatewayRequest completion() {
        return gateway.complete(target(PayPalObjects.order()), "complete-1");
    }

    /** @param since how long the attempt has been open */
    private PayPalGateway gateway(Duration budget, Duration since) {
        return new PayPalGateway(
                PayPalSettings.standard(false, "MERCHANT1", "client", "secret", List.of(SignedMessages.WEBHOOK_ID))
                        .at(paypal.base(), Optional.empty())
                        .with(new CallTimes(Duration.ofMillis(500), budget)),
                Clock.fixed(PayPalObjects.OPENED.plus(since), ZoneOffset.UTC));
    }

    private static Observation accepted(GatewayResult result) {
        assertThat(result).isInstanceOf(GatewayResult.Accepted.class);
        return ((GatewayResult.Accepted) result).observation();
    }
}

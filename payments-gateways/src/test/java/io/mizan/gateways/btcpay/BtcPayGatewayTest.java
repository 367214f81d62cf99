package io.mizan.gateways.btcpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.Callback;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.CheckoutIntent;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Observation;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Refunding.RefundIntent;
import io.mizan.gateway.Target;
import io.mizan.gateways.http.ScriptedServer;
import io.mizan.gateways.settings.CallTimes;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.money.Money;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BtcPayGatewayTest {
    private static final OrderId ORDER = new OrderId(UUID.fromString("01890000-0000-7000-8000-000000000001"));
    private static final AttemptId ATTEMPT = new AttemptId(UUID.fromString("01890000-0000-7000-8000-000000000002"));
    private static final Money PRICE = Money.ofMinor(15_000, "QAR");
    private static final Instant OPENED = Instant.parse("2026-03-01T09:15:00Z");
    private static final String OPENED_FACT = "checkout_opened INV1";

    private final ScriptedServer btcpay = new ScriptedServer();
    private final BtcPayGateway gateway = new BtcPayGateway(
            BtcPaySettings.standard(false, "STORE1", "key", List.of("BtcPaySandboxWebhookSecret"), btcpay.base())
                    .with(new CallTimes(Duration.ofMillis(500), Duration.ofSeconds(10))));

    @AfterEach
    void close() {
        btcpay.close();
    }

    @Test
    void an_invoice_bears_the_attempt_and_tolerates_no_less() {
        assertThat(opening().content())
                .isEqualTo(
                        "/api/v1/stores/STORE1/invoices\n{\"amount\":\"150.00\",\"currency\":\"QAR\",\"metadata\":{\"orderId\":\""
                                + ATTEMPT
                                + "\"},\"checkout\":{\"speedPolicy\":\"MediumSpeed\",\"expirationMinutes\":15,"
                                + "\"monitoringMinutes\":1440,\"paymentTolerance\":0,"
                                + "\"redirectURL\":\"https://pay.example.test/return/btcpay?t=token\",\"redirectAutomatically\":true,"
                                + "\"defaultLanguage\":\"ar\"},\"additionalSearchTerms\":[\"" + ORDER + "\"]}");
    }

    @Test
    void it_is_looked_for_before_it_is_opened() {
        btcpay.answering(200, "[]").answering(200, invoice("New", "None", "0"));

        var told = accepted(gateway.send(opening()));

        assertThat(told.redirect().orElseThrow().url()).isEqualTo(URI.create("https://pay.example/i/INV1"));
        assertThat(btcpay.received().get(0).target())
                .isEqualTo("/api/v1/stores/STORE1/invoices?orderId=" + ATTEMPT + "&includePaymentMethods=true");
        assertThat(btcpay.received().get(1).header("Authorization")).isEqualTo("token key");
    }

    @Test
    void what_an_earlier_sending_opened_is_not_opened_again() {
        btcpay.answering(200, "[" + invoice("New", "None", "0") + "]");

        accepted(gateway.send(opening()));

        assertThat(btcpay.received()).hasSize(1);
    }

    @Test
    void the_newest_that_is_not_archived_counts() {
        var newest =
                invoice("New", "None", "0").replace("1772356500", "1772356900").replace("INV1", "INV2");
        var archived = invoice("New", "None", "0")
                .replace("1772356500", "1772356999")
                .replace("INV1", "INV3")
                .replace("\"archived\":false", "\"archived\":true");
        btcpay.answering(200, "[" + invoice("New", "None", "0") + "," + newest + "," + archived + "]");

        assertThat(accepted(gateway.findOut(opening(), target())).refs())
                .containsExactly(new ProviderRef("invoice", "INV2"));
    }

    @ParameterizedTest(name = "{0} {1} paid {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        New        | None        | 0        |
        New        | PaidPartial | 75.00    | detected_total INV1 QAR 75.00
        Processing | None        | 150.00   | payer_approved INV1, detected_total INV1 QAR 150.00
        Settled    | None        | 150.00   | captured_total INV1 QAR 150.00
        Settled    | PaidOver    | 165.009  | captured_total INV1 QAR 150.00, detected_total INV1 QAR 165.00
        Settled    | Marked      | 0        | captured_total INV1 QAR 150.00
        Settled    | Marked      | 75.00    | captured_total INV1 QAR 75.00
        Expired    | None        | 0        | checkout_closed INV1/expired
        Expired    | PaidPartial | 75.00    | checkout_closed INV1/expired, detected_total INV1 QAR 75.00
        Expired    | PaidLate    | 150.00   | checkout_closed INV1/expired, detected_total INV1 QAR 150.00
        Invalid    | None        | 150.00   | checkout_closed INV1/failed, detected_total INV1 QAR 150.00
        Invalid    | Marked      | 0        | checkout_closed INV1/canceled
        Unheard    | None        | 0        |
        """)
    void a_status_tells(String status, String additional, String paid, String facts) {
        btcpay.answering(200, invoice(status, additional, paid));

        var expected = facts == null ? OPENED_FACT : OPENED_FACT + ", " + facts;
        assertThat(String.join(", ", words(accepted(gateway.inquire(target(known()))))))
                .isEqualTo(expected);
    }

    /** One bitcoin is 250,000; of each payment its coins, and whether a block holds it. */
    @ParameterizedTest(name = "{0} {1} paid {2} by {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        New        | PaidPartial | 75.00   | 0.0003 Settled                        | detected_total QAR 75.00
        Processing | None        | 150.00  | 0.0003 Settled, 0.0003 Processing     | detected_total QAR 150.00
        Settled    | None        | 150.00  | 0.0006 Settled                        | captured_total QAR 150.00
        Settled    | PaidOver    | 165.009 | 0.000660036 Settled                   | captured_total QAR 165.00
        Settled    | PaidOver    | 300.00  | 0.0006 Settled, 0.0006 Processing     | captured_total QAR 150.00, detected_total QAR 300.00
        Settled    | PaidOver    | 305.00  | 0.00062 Settled, 0.0006 Processing    | captured_total QAR 155.00, detected_total QAR 305.00
        Settled    | None        | 150.00  | 0.0006 Settled, 0.0006 Invalid        | captured_total QAR 150.00
        Settled    | Marked      | 75.00   | 0.0003 Processing                     | captured_total QAR 75.00
        Expired    | PaidLate    | 150.00  | 0.0006 Processing                     | detected_total QAR 150.00
        Expired    | PaidLate    | 150.00  | 0.0006 Settled                        | captured_total QAR 150.00
        Expired    | PaidPartial | 75.00   | 0.0003 Settled                        | captured_total QAR 75.00
        Expired    | PaidLate    | 150.00  | 0.0003 Settled, 0.0003 Processing     | captured_total QAR 75.00, detected_total QAR 150.00
        Expired    | PaidPartial | 75.009  | 0.00010002 Settled, 0.0002 Processing | captured_total QAR 25.00, detected_total QAR 75.00
        Expired    | None        | 0       | 0.0006 Invalid                        |
        Invalid    | None        | 150.00  | 0.0006 Settled                        | captured_total QAR 150.00
        Invalid    | Marked      | 150.00  | 0.0006 Settled                        | captured_total QAR 150.00
        Invalid    | Marked      | 150.00  | 0.0006 Processing                     | detected_total QAR 150.00
        """)
    void only_what_the_network_confirmed_is_money_whatever_the_status(
            String status, String additional, String paid, String payments, String totals) {
        btcpay.answering(200, invoice(status, additional, paid).replace("\"payments\":[]", payments(payments)));

        assertThat(String.join(
                        ", ",
                        words(accepted(gateway.inquire(target(known())))).stream()
                                .filter(word -> word.contains("_total "))
                                .map(word -> word.replace(" INV1", ""))
                                .toList()))
                .isEqualTo(totals == null ? "" : totals);
    }

    /** The page ends at 09:30, which is 1772357400. */
    @ParameterizedTest(name = "{0}: {1} of {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        New        | 75.00  | tx-0 Processing 1772357000                            | checkout_opened INV1
        Processing | 150.00 | tx-0 Processing 1772357000                            | checkout_opened INV1, payer_approved tx-0
        Processing | 150.00 | tx-0 Settled 1772357000, tx-1 Processing 1772357000   | checkout_opened INV1, payer_approved tx-1
        Settled    | 150.00 | tx-0 Settled 1772357000                               | checkout_opened INV1
        Expired    | 75.00  | tx-0 Processing 1772357000                            | checkout_opened INV1, payer_approved tx-0, checkout_closed INV1/expired
        Expired    | 150.00 | tx-0 Processing 1772357500                            | checkout_opened INV1, payer_approved tx-0, checkout_closed INV1/expired
        Invalid    | 150.00 | tx-0 Processing 1772357000                            | checkout_opened INV1, checkout_closed INV1/failed
        """)
    void coins_that_were_sent_are_on_their_way_until_they_are_certain_or_given_up(
            String status, String paid, String payments, String facts) {
        btcpay.answering(200, invoice(status, "None", paid).replace("\"payments\":[]", received(payments)));

        var told = accepted(gateway.inquire(target(known())));

        assertThat(String.join(", ", wordsWithoutTotals(told))).isEqualTo(facts);
        assertThat(told.facts().stream().filter(fact -> fact.kind() == FactKind.PAYER_APPROVED))
                .allSatisfy(fact -> assertThat(fact.detail()).containsKeys(Fact.ONE_TRY, Fact.SENT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        New     | 0      | ''                         | true
        New     | 0      | tx-0 Invalid 1772357000    | true
        Expired | 150.00 | tx-1 Processing 1772357500 | true
        Expired | 150.00 | tx-0 Processing 1772357500 | false
        Settled | 150.00 | tx-0 Settled 1772357000    | false
        """)
    void coins_that_are_seen_no_more_were_replaced(String status, String paid, String payments, boolean gone) {
        btcpay.answering(200, invoice(status, "None", paid).replace("\"payments\":[]", received(payments)));

        var told = accepted(gateway.inquire(target(known(), new ProviderRef("payment", "tx-0"))));

        assertThat(words(told).contains("try_declined tx-0")).isEqualTo(gone);
    }

    /** As when the block that held the other transaction is given up. */
    @Test
    void coins_that_were_replaced_and_come_back_are_on_their_way_again_as_often_as_they_do() {
        var seen =
                invoice("Expired", "None", "150.00").replace("\"payments\":[]", received("tx-0 Processing 1772357000"));
        var gone =
                invoice("Expired", "None", "150.00").replace("\"payments\":[]", received("tx-1 Processing 1772357100"));
        var refs = new LinkedHashSet<>(List.of(known()));
        var story = new ArrayList<String>();

        for (var answer : List.of(seen, gone, gone, seen, seen, gone)) {
            btcpay.answering(200, answer);
            var told = accepted(gateway.inquire(target(refs.toArray(ProviderRef[]::new))));
            refs.addAll(told.refs());
            story.add(
                    words(told).stream().filter(word -> word.contains(" tx-0")).collect(Collectors.joining(" ")));
        }

        assertThat(story)
                .containsExactly(
                        "payer_approved tx-0",
                        "try_declined tx-0",
                        "try_declined tx-0",
                        "payer_approved tx-0/2",
                        "payer_approved tx-0/2",
                        "try_declined tx-0/2");
    }

    @Test
    void what_is_on_its_way_is_known_by_its_transaction_when_it_is_asked_for_again() {
        btcpay.answering(
                200,
                invoice("Processing", "None", "150.00")
                        .replace("\"payments\":[]", received("tx-0 Processing 1772357000")));

        assertThat(accepted(gateway.inquire(target(known()))).refs()).contains(new ProviderRef("payment", "tx-0"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        tx-0 Settled 1772357000                          | true
        tx-0 Settled 1772357400                          | false
        tx-0 Settled 1772357000, tx-1 Settled 1772357500 | false
        """)
    void what_came_before_the_end_of_the_page_came_in_time(String payments, boolean inTime) {
        btcpay.answering(
                200, invoice("Expired", "PaidPartial", "75.00").replace("\"payments\":[]", received(payments)));

        assertThat(accepted(gateway.inquire(target(known()))).facts().stream()
                        .filter(fact -> fact.kind() == FactKind.CAPTURED_TOTAL))
                .singleElement()
                .returns(inTime, fact -> fact.detail().containsKey(Fact.IN_TIME));
    }

    @Test
    void an_invoice_to_which_coins_are_on_their_way_is_not_ended() {
        btcpay.answering(
                200,
                invoice("Expired", "PaidLate", "150.00")
                        .replace("\"payments\":[]", received("tx-0 Processing 1772357500")));

        assertThat(gateway.send(gateway.close(target(known()), "close-1")))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.VALIDATION, "invoice_paid"));
    }

    @Test
    void what_a_coin_costs_in_fees_is_not_money() {
        btcpay.answering(
                200,
                invoice("Expired", "PaidLate", "149.75")
                        .replace(
                                "\"payments\":[]",
                                payments("0.0003 Settled, 0.0003 Processing")
                                        .replaceFirst("\"value\"", "\"fee\":\"0.000001\",\"value\"")));

        assertThat(words(accepted(gateway.inquire(target(known()))))).contains("captured_total INV1 QAR 74.75");
    }

    @Test
    void a_transaction_that_waits_for_its_block_is_waited_for() {
        assertThat(gateway.profile().watchFor()).isGreaterThanOrEqualTo(Duration.ofDays(15));
    }

    @Test
    void each_confirmed_payment_is_a_fact_without_money() {
        var paid = invoice("Settled", "None", "150.00")
                .replace(
                        "\"payments\":[]",
                        "\"payments\":[{\"id\":\"tx-0\",\"status\":\"Settled\"},{\"id\":\"tx-1\",\"status\":\"Processing\"}]");
        btcpay.answering(200, paid);

        assertThat(words(accepted(gateway.inquire(target(known())))))
                .contains("confirmed tx-0")
                .doesNotContain("confirmed tx-1");
    }

    @Test
    void only_an_unpaid_invoice_is_closed() {
        btcpay.answering(200, invoice("New", "None", "0"))
                .answering(200, invoice("Invalid", "Marked", "0"))
                .answering(200, invoice("New", "PaidPartial", "75.00"))
                .answering(200, invoice("Expired", "None", "0"));
        var close = gateway.close(target(known()), "close-1");

        assertThat(words(accepted(gateway.send(close)))).contains("checkout_closed INV1/canceled");
        assertThat(btcpay.received().get(1).body()).isEqualTo("{\"status\":\"Invalid\"}");
        assertThat(gateway.send(close))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.VALIDATION, "invoice_paid"));
        assertThat(words(accepted(gateway.send(close)))).contains("checkout_closed INV1/expired");
    }

    @Test
    void what_became_of_a_closing_is_seen_by_its_effect() {
        btcpay.answering(200, invoice("New", "None", "0"))
                .answering(200, invoice("Invalid", "Marked", "0"))
                .answering(401, "{\"code\":\"unauthenticated\"}");
        var close = gateway.close(target(known()), "close-1");

        assertThat(gateway.findOut(close, target(known()))).isEqualTo(new GatewayResult.NotFound());
        assertThat(gateway.findOut(close, target(known()))).isInstanceOf(GatewayResult.Accepted.class);
        assertThat(gateway.findOut(close, target(known()))).isInstanceOf(GatewayResult.Unknown.class);
    }

    @Test
    void a_refund_is_a_link_until_it_is_claimed() {
        btcpay.answering(200, pullPayment())
                .answering(200, invoice("Settled", "None", "150.00"))
                .answering(200, pullPayment())
                .answering(200, "[" + payout("50.00", "Completed") + "]");

        assertThat(words(accepted(gateway.send(refund()))))
                .containsExactly("refund_status PP1/requires_action QAR 50.00");
        assertThat(btcpay.received().get(0).body())
                .isEqualTo("{\"name\":\"ref-1\",\"refundVariant\":\"Custom\",\"customAmount\":\"50.00\","
                        + "\"customCurrency\":\"QAR\",\"payoutMethods\":[\"BTC-CHAIN\"]}");
        assertThat(words(accepted(gateway.inquire(target(known(), new ProviderRef("refund", "PP1"))))))
                .contains("refund_status PP1/succeeded QAR 50.00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        20.00 Completed                         | requires_action
        20.00 Completed, 30.00 Completed        | succeeded
        20.00 Completed, 30.00 AwaitingPayment  | pending
        20.00 AwaitingApproval                  | requires_action
        20.00 Completed, 30.00 Cancelled        | requires_action
        """)
    void a_refund_waits_for_the_customer_until_all_of_it_is_claimed(String payouts, String status) {
        btcpay.answering(200, invoice("Settled", "None", "150.00"))
                .answering(200, pullPayment())
                .answering(
                        200,
                        Stream.of(payouts.split(", "))
                                .map(payout -> payout.split(" "))
                                .map(payout -> payout(payout[0], payout[1]))
                                .toList()
                                .toString());

        assertThat(words(accepted(gateway.inquire(target(known(), new ProviderRef("refund", "PP1"))))))
                .contains("refund_status PP1/" + status + " QAR 50.00");
    }

    @Test
    void a_lost_refund_is_found_by_its_name_and_never_made_again() {
        btcpay.answering(200, "[" + pullPayment() + "]").answering(200, "[]");

        assertThat(words(accepted(gateway.findOut(refund(), target(known())))))
                .containsExactly("refund_status PP1/requires_action QAR 50.00");
        assertThat(gateway.findOut(refund(), target(known()))).isEqualTo(new GatewayResult.NotFound());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        422 | [{"path":"amount","message":"x"}]     | invalid-field         | VALIDATION
        400 | {"code":"non-refundable"}             | non-refundable        | VALIDATION
        400 | {"code":"duplicate-destination"}      | duplicate-destination | DUPLICATE
        400 | {"code":"overdraft"}                  | overdraft             | INSUFFICIENT_FUNDS
        401 | {"code":"unauthenticated"}            | unauthenticated       | AUTHENTICATION
        403 | {"code":"missing-permission"}         | missing-permission    | AUTHENTICATION
        """)
    void a_no_is_a_no(int status, String body, String code, FailureCategory category) {
        btcpay.answering(status, body);

        assertThat(gateway.send(refund())).isEqualTo(new GatewayResult.Declined(category, code));
    }

    @Test
    void a_no_in_a_new_word_is_a_no_and_somebody_is_to_look_it_up() {
        btcpay.answering(400, "{\"code\":\"something-new\"}");

        assertThat(gateway.send(refund()))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.VALIDATION, "something-new", true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
        400 | <html>a proxy's</html>
        500 | {}
        302 | ''
        """)
    void whatever_is_in_doubt_is_unknown(int status, String body) {
        btcpay.answering(status, body);

        assertThat(gateway.send(refund())).isInstanceOf(GatewayResult.Unknown.class);
    }

    @Test
    void a_missing_rate_may_be_there_later_and_the_server_is_not_away() {
        btcpay.answering(400, "{\"code\":\"rate-unavailable\"}");

        assertThat(gateway.send(refund())).isEqualTo(GatewayResult.Retryable.ofAnswer(FailureCategory.GATEWAY_ERROR));
    }

    @Test
    void what_the_server_does_not_know_is_not_found() {
        btcpay.answering(404, "{\"code\":\"invoice-not-found\"}").answering(200, "[]");

        assertThat(gateway.inquire(target(known()))).isEqualTo(new GatewayResult.NotFound());
        assertThat(gateway.inquire(target())).isEqualTo(new GatewayResult.NotFound());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "InvoiceReceivedPayment",
                "InvoiceProcessing",
                "InvoiceSettled",
                "InvoiceExpired",
                "InvoiceInvalid",
                "InvoicePaymentSettled"
            })
    void a_message_is_a_hint_and_nothing_more(String type) {
        assertThat(gateway.read(event(type), "proof"))
                .isEqualTo(new Callback.Reading.Hint(
                        Optional.of(ATTEMPT), List.of(new ProviderRef("invoice", "INV1")), type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"InvoiceCreated", "PaymentRequestCreated", "SomethingNew"})
    void others_are_irrelevant(String type) {
        assertThat(gateway.read(event(type), "proof")).isEqualTo(new Callback.Reading.Irrelevant(type));
    }

    @Test
    void a_redelivery_is_known_by_the_first_delivery() {
        var verdict = gateway.verify(new Callback.Raw(
                Map.of("btcpay-sig", "sha256=97f39b0f34f91ba0712be1aee39a5ad18f8fdae2cf123fe3e0d1ab391d08e55f"),
                "{\"deliveryId\":\"DLV3\",\"webhookId\":\"WH1\",\"originalDeliveryId\":\"DLV1\",\"isRedelivery\":true,\"type\":\"PayoutUpdated\",\"timestamp\":1772358000,\"storeId\":\"STORE1\",\"payoutId\":\"PO1\",\"pullPaymentId\":\"PP1\",\"payoutState\":\"Completed\"}"
                        .getBytes(StandardCharsets.UTF_8)));

        assertThat(verdict).isInstanceOfSatisfying(Callback.Verdict.Genuine.class, genuine -> {
            assertThat(genuine.eventId()).isEqualTo("DLV1");
            assertThat(genuine.type()).isEqualTo("PayoutUpdated");
        });
    }

    @Test
    void an_unsigned_message_is_forged() {
        assertThat(gateway.verify(new Callback.Raw(Map.of(), new byte[0])))
                .isEqualTo(new Callback.Verdict.Forged("missing"));
    }

    @Test
    void a_currency_without_a_rate_is_not_asked_for() {
        assertThat(gateway.objectionTo(PRICE)).isEmpty();
        assertThat(gateway.objectionTo(Money.ofMinor(100, "CLF"))).isPresent();
        assertThat(gateway.objectionTo(Money.ofMinor(0, "QAR"))).isPresent();
        assertThatThrownBy(() -> gateway.close(target(), "k")).isInstanceOf(IllegalStateException.class);
    }

    private GatewayRequest opening() {
        return gateway.openCheckout(new CheckoutIntent(
                ORDER,
                ATTEMPT,
                PRICE,
                List.of(new CheckoutIntent.Line("Dates", PRICE, 1)),
                CaptureMode.AUTOMATIC,
                OPENED,
                URI.create("https://pay.example.test/return/btcpay?t=token"),
                URI.create("https://pay.example.test/return/btcpay?t=token&canceled=true"),
                OPENED.plus(Duration.ofMinutes(15)),
                "ar",
                "open-1"));
    }

    private GatewayRequest refund() {
        return gateway.refund(
                target(known()),
                new RefundIntent("ref-1", Money.ofMinor(5_000, "QAR"), PRICE, Optional.empty()),
                "refund-1");
    }

    private static ProviderRef known() {
        return new ProviderRef("invoice", "INV1");
    }

    private static Target target(ProviderRef... refs) {
        return new Target(ATTEMPT, OPENED, PRICE, CaptureMode.AUTOMATIC, List.of(refs));
    }

    private static String invoice(String status, String additional, String paid) {
        return "{\"id\":\"INV1\",\"storeId\":\"STORE1\",\"amount\":\"150.00\",\"paidAmount\":\"" + paid
                + "\",\"currency\":\"QAR\",\"checkoutLink\":\"https://pay.example/i/INV1\",\"createdTime\":1772356500,"
                + "\"expirationTime\":1772357400,\"status\":\"" + status + "\",\"additionalStatus\":\"" + additional
                + "\",\"archived\":false,\"metadata\":{\"orderId\":\"" + ATTEMPT
                + "\"},\"paymentMethods\":[{\"payments\":[]}]}";
    }

    private static String received(String payments) {
        return "\"payments\":"
                + Stream.of(payments.split(", "))
                        .filter(payment -> !payment.isEmpty())
                        .map(payment -> payment.split(" "))
                        .map(payment -> "{\"id\":\"%s\",\"status\":\"%s\",\"receivedDate\":%s}"
                                .formatted(payment[0], payment[1], payment[2]))
                        .toList();
    }

    private static List<String> wordsWithoutTotals(Observation told) {
        return words(told).stream()
                .filter(word -> !word.contains("_total ") && !word.startsWith("confirmed "))
                .toList();
    }

    private static String payments(String coins) {
        return "\"rate\":\"250000\",\"payments\":"
                + Stream.of(coins.split(", "))
                        .map(coin -> coin.split(" "))
                        .map(coin -> "{\"value\":\"%s\",\"status\":\"%s\"}".formatted(coin[0], coin[1]))
                        .toList();
    }

    private static String payout(String amount, String state) {
        return "{\"originalCurrency\":\"QAR\",\"originalAmount\":\"%s\",\"state\":\"%s\"}".formatted(amount, state);
    }

    private static String pullPayment() {
        return "{\"id\":\"PP1\",\"name\":\"ref-1\",\"currency\":\"QAR\",\"amount\":\"50.00\"}";
    }

    private static byte[] event(String type) {
        return ("{\"type\":\"" + type + "\",\"invoiceId\":\"INV1\",\"metadata\":{\"orderId\":\"" + ATTEMPT + "\"}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> words(Observation observation) {
        return observation.facts().stream()
                .sorted(Fact.CANONICAL)
                .map(fact -> fact.kind().code() + " " + fact.objectRef()
                        + (fact.qualifier().isEmpty() ? "" : "/" + fact.qualifier())
                        + fact.amount().map(amount -> " " + amount).orElse(""))
                .toList();
    }

    private static Observation accepted(GatewayResult result) {
        assertThat(result).isInstanceOf(GatewayResult.Accepted.class);
        return ((GatewayResult.Accepted) result).observation();
    }
}

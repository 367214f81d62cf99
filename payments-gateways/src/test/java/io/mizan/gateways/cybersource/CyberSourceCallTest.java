package io.mizan.gateways.cybersource;

import static io.mizan.gateways.cybersource.CyberSourceVectors.ATTEMPT;
import static io.mizan.gateways.cybersource.CyberSourceVectors.KEY;
import static io.mizan.gateways.cybersource.CyberSourceVectors.PRICE;
import static io.mizan.gateways.cybersource.CyberSourceVectors.TRANSACTION;
import static io.mizan.gateways.cybersource.CyberSourceVectors.payment;
import static io.mizan.gateways.cybersource.CyberSourceVectors.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mizan.fact.Fact;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Refunding.RefundIntent;
import io.mizan.gateway.Target;
import io.mizan.gateways.cybersource.CyberSourceSettings.Applications;
import io.mizan.gateways.cybersource.CyberSourceSettings.Dealings;
import io.mizan.gateways.http.ScriptedServer;
import io.mizan.money.Money;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CyberSourceCallTest {
    private static final String FOLLOWER = "7412345678901234503002";
    private static final String KEY_OF_COMMAND = ATTEMPT + "-capture-1";
    private static final Money PART = Money.ofMinor(10_000, "QAR");

    private final ScriptedServer cyberSource = new ScriptedServer();
    private final CyberSourceGateway gateway = gateway(Dealings.STANDARD, CyberSourceVectors.CLOCK);

    @AfterEach
    void close() {
        cyberSource.close();
    }

    @Test
    void a_capture_is_signed_and_is_final() {
        cyberSource.answering(201, done(FOLLOWER, "PENDING"));

        assertThat(words(gateway.send(gateway.capture(target(payment()), PART, KEY_OF_COMMAND))))
                .isEqualTo(
                        "captured 7412345678901234503002 QAR 100.00, authorization_ended 7412345678901234503001 captured"
                                + " | capture");
        var asked = cyberSource.received().get(0);
        assertThat(asked.method() + " " + asked.target())
                .isEqualTo("POST /pts/v2/payments/" + TRANSACTION + "/captures");
        assertThat(asked.header("Digest")).startsWith("SHA-256=");
        assertThat(asked.header("Signature")).contains("host date request-target digest v-c-merchant-id");
        assertThat(asked.header("Date")).isEqualTo("Sun, 01 Mar 2026 09:15:30 GMT");
        assertThat(asked.header("Content-type")).isEqualTo("application/json;charset=utf-8");
        assertThat(asked.body())
                .contains("\"code\":\"" + KEY_OF_COMMAND + "\"", "\"totalAmount\":\"100.00\",\"currency\":\"QAR\"");
    }

    @Test
    void where_several_captures_are_taken_none_is_final() {
        cyberSource.answering(201, done(FOLLOWER, "TRANSMITTED"));
        var several = gateway(
                new Dealings(Set.of("QAR"), true, false, "ar-xn", Applications.STANDARD), CyberSourceVectors.CLOCK);

        assertThat(words(several.send(several.capture(target(payment()), PART, KEY_OF_COMMAND))))
                .isEqualTo("captured 7412345678901234503002 QAR 100.00 | capture");
    }

    @Test
    void an_authorization_is_released_as_a_whole_which_may_be_less_than_was_asked_for() {
        cyberSource.answering(201, done(FOLLOWER, "REVERSED"));

        assertThat(words(gateway.send(gateway.voidAuthorization(
                        target(payment()), Money.ofMinor(12_000, "QAR"), ATTEMPT + "-void-1"))))
                .isEqualTo("authorization_ended 7412345678901234503001 voided | ");
        assertThat(cyberSource.received().get(0).target()).endsWith("/reversals");
        assertThat(cyberSource.received().get(0).body()).contains("\"totalAmount\":\"120.00\"");
    }

    @Test
    void a_refund_is_of_the_sale_or_of_its_capture() {
        cyberSource.answering(201, done(FOLLOWER, "PENDING")).answering(201, done(FOLLOWER, "TRANSMITTED"));

        assertThat(words(gateway.send(refund(target(payment())))))
                .isEqualTo("refund_status 7412345678901234503002 pending QAR 100.00 | refund");
        assertThat(words(gateway.send(refund(target(payment(), new ProviderRef("capture", "7412345678901234509999"))))))
                .isEqualTo("refund_status 7412345678901234503002 succeeded QAR 100.00 | refund");
        assertThat(cyberSource.received())
                .extracting(ScriptedServer.Received::target)
                .containsExactly(
                        "/pts/v2/payments/" + TRANSACTION + "/refunds",
                        "/pts/v2/captures/7412345678901234509999/refunds");
    }

    @Test
    void a_status_that_cybersource_invents_comes_before_a_person() {
        cyberSource.answering(201, done(FOLLOWER, "MOONLIT"));

        assertThat(gateway.send(gateway.capture(target(payment()), PART, KEY_OF_COMMAND)))
                .isInstanceOfSatisfying(GatewayResult.Accepted.class, answer -> {
                    assertThat(answer.observation().facts()).isEmpty();
                    assertThat(answer.observation().refs()).isEmpty();
                    assertThat(answer.observation().unlisted()).containsExactly("capture/MOONLIT");
                });
    }

    @Test
    void nothing_is_done_to_a_payment_that_we_do_not_know() {
        assertThatThrownBy(() -> gateway.capture(target(), PART, "key")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> gateway.capture(target(new ProviderRef("payment", "../x")), PART, "key"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_key_that_is_no_code_becomes_one() {
        var request =
                gateway.capture(target(payment()), PART, "a key with spaces of more than fifty characters, and commas");

        assertThat(CyberSourceRequests.Content.of(request).code()).matches("[0-9a-f]{40}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            201 | {"id":"7412345678901234503002","status":"DECLINED","errorInformation":{"reason":"INSUFFICIENT_FUND"}} | INSUFFICIENT_FUNDS | INSUFFICIENT_FUND
            400 | {"status":"INVALID_REQUEST","reason":"EXCEEDS_AUTH_AMOUNT"}              | VALIDATION     | EXCEEDS_AUTH_AMOUNT
            400 | {"status":"INVALID_REQUEST","reason":"TRANSACTION_ALREADY_SETTLED"}      | VALIDATION     | TRANSACTION_ALREADY_SETTLED
            400 | {"status":"INVALID_REQUEST","reason":"NEVER_HEARD_OF"}                   | GATEWAY_ERROR  | NEVER_HEARD_OF
            401 | {"response":{"rmsg":"Authentication Failed"}}                            | AUTHENTICATION | 401
            401 | no JSON                                                                  | AUTHENTICATION | 401
            403 | {}                                                                       | AUTHENTICATION | 403
            """)
    void a_no_of_cybersources_is_a_no(int status, String body, FailureCategory category, String code) {
        cyberSource.answering(status, body);

        assertThat(gateway.send(gateway.capture(target(payment()), PART, KEY_OF_COMMAND)))
                .isInstanceOfSatisfying(GatewayResult.Declined.class, no -> {
                    assertThat(no.category()).isEqualTo(category);
                    assertThat(no.providerCode()).isEqualTo(code);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            201 | {"status":"PENDING"}
            201 | <html>a proxy's page</html>
            400 | {"status":"INVALID_REQUEST","reason":"DUPLICATE_REQUEST"}
            404 | <html>a proxy's page</html>
            404 | {}
            502 | {"status":"SERVER_ERROR","reason":"SYSTEM_ERROR"}
            302 | ~~
            """)
    void whatever_is_in_doubt_is_unknown(int status, String body) {
        cyberSource.answering(status, body == null ? "" : body);

        assertThat(gateway.send(gateway.capture(target(payment()), PART, KEY_OF_COMMAND)))
                .isInstanceOf(GatewayResult.Unknown.class);
        assertThat(cyberSource.received()).hasSize(1);
    }

    @Test
    void a_rush_is_told_and_nothing_was_done() {
        cyberSource.answering(429, "", "Retry-After", "7");

        assertThat(gateway.send(gateway.capture(target(payment()), PART, KEY_OF_COMMAND)))
                .isEqualTo(
                        new GatewayResult.Retryable(FailureCategory.RATE_LIMITED, Optional.of(Duration.ofSeconds(7))));
    }

    @Test
    void a_payment_is_found_by_our_reference_with_what_belongs_to_it() {
        cyberSource
                .answering(201, found(TRANSACTION))
                .answering(200, authorization("1", "100", "", FOLLOWER))
                .answering(200, follower(FOLLOWER, "ics_bill", "1", "100", "TRANSMITTED", "7412345678901234503003"))
                .answering(200, follower("7412345678901234503003", "ics_credit", "1", "50", "PENDING"));

        assertThat(words(gateway.inquire(target())))
                .isEqualTo("authorized 7412345678901234503001 QAR 150.00, captured 7412345678901234503002 QAR 100.00,"
                        + " authorization_ended 7412345678901234503001 captured,"
                        + " refund_status 7412345678901234503003 pending QAR 50.00 | payment capture refund");
        assertThat(cyberSource.received().get(0).body())
                .contains("clientReferenceInformation.code:" + ATTEMPT
                        + " AND submitTimeUtc:[NOW/DAY-7DAYS TO NOW/DAY+1DAY}");
    }

    @Test
    void a_refund_is_known_by_the_name_that_is_set() {
        var named = new Dealings(Set.of("QAR"), false, false, "ar-xn", new Applications("ics_refund", "ics_release"));
        cyberSource
                .answering(201, found(TRANSACTION))
                .answering(200, authorization("1", "100", "", FOLLOWER))
                .answering(200, follower(FOLLOWER, "ics_refund", "1", "50", "PENDING"));

        assertThat(words(gateway(named, CyberSourceVectors.CLOCK).inquire(target())))
                .contains("refund_status 7412345678901234503002 pending QAR 50.00");
    }

    @ParameterizedTest
    @CsvSource({"ics_bill, ics_release", "ics_refund, ics_refund", "refund!, ics_release"})
    void a_name_that_is_none_or_of_another_application_is_refused(String credit, String reversal) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Applications(credit, reversal));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            "1"  | 100 | TRANSMITTED              | captured 7412345678901234503001 QAR 150.00
            1    | 100 | TRANSMITTED              | captured 7412345678901234503001 QAR 150.00
            "1"  | 100 | VOIDED                   | captured 7412345678901234503001 QAR 150.00, refund_status 7412345678901234503001 succeeded QAR 150.00
            "0"  | 204 | DECLINED                 | try_declined 7412345678901234503001, checkout_closed att failed
            "1"  | 481 | AUTHORIZED_RISK_DECLINED | try_declined 7412345678901234503001, checkout_closed att failed
            """)
    void a_sale_is_read(String outcome, String reason, String status, String expected) {
        cyberSource.answering(201, found(TRANSACTION)).answering(200, sale(outcome, reason, status));

        assertThat(words(gateway.inquire(target()))).startsWith(expected);
    }

    @Test
    void a_sale_under_review_is_authorized_and_marked() {
        cyberSource
                .answering(201, found(TRANSACTION))
                .answering(200, authorization("1", "100", "AUTHORIZED_PENDING_REVIEW"));

        assertThat(((GatewayResult.Accepted) gateway.inquire(target()))
                        .observation()
                        .facts())
                .singleElement()
                .satisfies(fact -> assertThat(fact.detail()).containsEntry("review", "true"));
    }

    @Test
    void a_released_authorization_is_seen() {
        cyberSource
                .answering(201, found(TRANSACTION))
                .answering(200, authorization("1", "100", "", FOLLOWER))
                .answering(200, follower(FOLLOWER, "ics_auth_reversal", "1", "150", ""));

        assertThat(words(gateway.inquire(target())))
                .isEqualTo("authorized 7412345678901234503001 QAR 150.00,"
                        + " authorization_ended 7412345678901234503001 voided | payment");
    }

    @Test
    void what_is_known_already_is_looked_at_though_the_search_is_late() {
        cyberSource
                .answering(201, "{\"totalCount\":0,\"count\":0}")
                .answering(200, sale("\"1\"", "100", "TRANSMITTED"));

        assertThat(words(gateway.inquire(target(payment())))).startsWith("captured");
    }

    @Test
    void an_authorization_of_which_not_everything_is_seen_is_not_told_as_untouched() {
        cyberSource
                .answering(201, found(TRANSACTION))
                .answering(200, authorization("1", "100", "", FOLLOWER))
                .answering(404, "{}");

        assertThat(gateway.inquire(target()))
                .isEqualTo(GatewayResult.Unknown.ofAnswer("not every transaction was seen"));
    }

    @Test
    void an_authorization_with_more_to_it_than_can_be_looked_at_is_not_told_as_untouched() {
        var related = IntStream.range(10, 30)
                .mapToObj(i -> "74123456789012345031" + i)
                .toArray(String[]::new);
        cyberSource
                .answering(201, found(TRANSACTION))
                .answering(200, transaction(TRANSACTION, "ics_auth", "1", "100", "150", "", related));
        for (var id : related) {
            cyberSource.answering(200, follower(id, "ics_pa_enroll", "1", "150", ""));
        }

        assertThat(gateway.inquire(target()))
                .isEqualTo(GatewayResult.Unknown.ofAnswer("not every transaction was seen"));
    }

    @Test
    void a_capture_that_is_seen_is_told_though_something_else_is_not() {
        cyberSource
                .answering(201, found(TRANSACTION))
                .answering(200, authorization("1", "100", "", FOLLOWER, "7412345678901234503009"))
                .answering(200, follower(FOLLOWER, "ics_bill", "1", "100", ""))
                .answering(404, "{}");

        assertThat(words(gateway.inquire(target()))).contains("captured");
    }

    @Test
    void of_which_nothing_is_seen_after_an_hour_was_never_paid() {
        cyberSource.answering(201, "{\"count\":0}").answering(201, "{\"count\":0}");
        cyberSource.answering(201, "{\"count\":0}").answering(404, "{}");
        var later = gateway(Dealings.STANDARD, Clock.offset(CyberSourceVectors.CLOCK, Duration.ofMinutes(60)));

        assertThat(gateway.inquire(target())).isEqualTo(new GatewayResult.NotFound());
        assertThat(words(later.inquire(target()))).endsWith("expired | ");
        assertThat(later.inquire(target(payment()))).isEqualTo(new GatewayResult.NotFound());
    }

    @Test
    void one_that_is_still_at_the_bank_is_not_taken_for_none() {
        cyberSource.answering(201, found(TRANSACTION)).answering(200, sale("\"-1\"", "250", ""));
        var later = gateway(Dealings.STANDARD, Clock.offset(CyberSourceVectors.CLOCK, Duration.ofHours(2)));

        assertThat(later.inquire(target())).isEqualTo(new GatewayResult.NotFound());
    }

    @Test
    void where_the_page_takes_other_cards_who_was_declined_and_went_away_never_paid() {
        cyberSource.answering(201, found(TRANSACTION)).answering(200, authorization("0", "204", ""));
        var later = gateway(
                new Dealings(Set.of("QAR"), false, true, "ar-xn", Applications.STANDARD),
                Clock.offset(CyberSourceVectors.CLOCK, Duration.ofHours(2)));

        assertThat(words(later.inquire(target()))).contains("try_declined").endsWith("expired | ");
    }

    @Test
    void a_search_that_is_not_there_has_found_nothing_out() {
        cyberSource.answering(404, "{}").answering(201, "{\"status\":\"oops\"}");
        var later = gateway(Dealings.STANDARD, Clock.offset(CyberSourceVectors.CLOCK, Duration.ofHours(2)));

        assertThat(later.inquire(target())).isInstanceOf(GatewayResult.Unknown.class);
        assertThat(later.inquire(target())).isInstanceOf(GatewayResult.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 400})
    void an_inquiry_that_fails_says_nothing(int status) {
        cyberSource.answering(status, "{}");
        cyberSource.answering(201, found(TRANSACTION)).answering(status, "{}");

        assertThat(gateway.inquire(target())).isInstanceOf(GatewayResult.Unknown.class);
        assertThat(gateway.inquire(target())).isInstanceOf(GatewayResult.Unknown.class);
    }

    @Test
    void a_question_that_may_not_be_asked_is_no_answer() {
        cyberSource.answering(401, "").answering(401, "");

        assertThat(gateway.inquire(target()))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.AUTHENTICATION, "401"));
        assertThat(gateway.findOut(gateway.capture(target(payment()), PART, KEY_OF_COMMAND), target()))
                .isEqualTo(GatewayResult.Unknown.ofAnswer("question refused 401"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ics_bill   | 1  | captured 7412345678901234503002 QAR 100.00
            ics_bill   | 0  | declined
            ics_bill   | -1 | unknown
            ics_credit | 1  | not found
            """)
    void what_became_of_a_capture_is_found_by_its_own_code(String application, String outcome, String expected) {
        cyberSource.answering(201, found(FOLLOWER)).answering(200, follower(FOLLOWER, application, outcome, "100", ""));

        assertThat(words(gateway.findOut(gateway.capture(target(payment()), PART, KEY_OF_COMMAND), target(payment()))))
                .startsWith(expected);
        assertThat(cyberSource.received().get(0).body()).contains("code:" + KEY_OF_COMMAND + " AND");
    }

    @Test
    void that_the_payment_exists_says_nothing_of_its_capture() {
        cyberSource.answering(201, found(TRANSACTION)).answering(200, sale("\"1\"", "100", "TRANSMITTED"));

        assertThat(gateway.findOut(gateway.capture(target(payment()), PART, KEY_OF_COMMAND), target(payment())))
                .isEqualTo(new GatewayResult.NotFound());
    }

    static String sale(String outcome, String reason, String status) {
        return "{\"id\":\"" + TRANSACTION + "\",\"rootId\":\"" + TRANSACTION
                + "\",\"submitTimeUTC\":\"2026-03-01T09:15:31Z\",\"applicationInformation\":{\"status\":\"" + status
                + "\",\"applications\":[{\"name\":\"ics_auth\",\"reasonCode\":\"" + reason + "\",\"rCode\":" + outcome
                + "},{\"name\":\"ics_bill\",\"reasonCode\":\"" + reason + "\",\"rCode\":" + outcome
                + "}]},\"orderInformation\":{\"amountDetails\":{\"totalAmount\":\"150\",\"currency\":\"QAR\","
                + "\"authorizedAmount\":\"150\"}}}";
    }

    private static String authorization(String outcome, String reason, String status, String... related) {
        return transaction(TRANSACTION, "ics_auth", outcome, reason, "150", status, related);
    }

    private static String follower(
            String id, String application, String outcome, String amount, String status, String... related) {
        return transaction(id, application, outcome, "100", amount, status, related);
    }

    private static String transaction(
            String id,
            String application,
            String outcome,
            String reason,
            String amount,
            String status,
            String... related) {
        var links = Stream.of(related)
                .map(it -> "{\"href\":\"https://apitest.cybersource.com/tss/v2/transactions/" + it + "\"}")
                .collect(Collectors.joining(","));
        return "{\"id\":\"" + id + "\",\"rootId\":\"" + TRANSACTION
                + "\",\"submitTimeUTC\":\"2026-03-01T09:15:31Z\",\"applicationInformation\":{\"status\":\"" + status
                + "\",\"applications\":[{\"name\":\"" + application + "\",\"reasonCode\":\"" + reason
                + "\",\"rCode\":\"" + outcome + "\"}]},\"orderInformation\":{\"amountDetails\":{\"totalAmount\":\""
                + amount + "\",\"currency\":\"QAR\"}},\"_links\":{\"relatedTransactions\":[" + links + "]}}";
    }

    private static String found(String id) {
        return "{\"totalCount\":1,\"count\":1,\"_embedded\":{\"transactionSummaries\":[{\"id\":\"" + id + "\"}]}}";
    }

    private static String done(String id, String status) {
        return "{\"id\":\"" + id + "\",\"status\":\"" + status + "\",\"submitTimeUtc\":\"2026-03-01T09:15:31Z\"}";
    }

    private GatewayRequest refund(Target target) {
        return gateway.refund(target, new RefundIntent("refund-1", PART, PRICE, Optional.empty()), "refund-1");
    }

    private CyberSourceGateway gateway(Dealings dealings, Clock clock) {
        return new CyberSourceGateway(CyberSourceVectors.settings(cyberSource.base(), dealings, KEY), clock);
    }

    private static String words(GatewayResult result) {
        if (result instanceof GatewayResult.Accepted accepted) {
            return accepted.observation().facts().stream()
                            .map(CyberSourceCallTest::word)
                            .collect(Collectors.joining(", "))
                    + " | "
                    + String.join(
                            " ",
                            accepted.observation().refs().stream()
                                    .map(ProviderRef::kind)
                                    .toList());
        }
        return List.of(GatewayResult.Declined.class, GatewayResult.Unknown.class, GatewayResult.NotFound.class).stream()
                .filter(type -> type.isInstance(result))
                .map(type -> type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " "))
                .findFirst()
                .orElse("Retryable")
                .toLowerCase(Locale.ROOT);
    }

    private static String word(Fact fact) {
        return Stream.of(
                        fact.kind().code(),
                        fact.objectRef().startsWith("att_") ? "att" : fact.objectRef(),
                        fact.qualifier(),
                        fact.amount().map(Money::toString).orElse(""))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }
}

package io.mizan.gateways.qpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mizan.fact.Account;
import io.mizan.fact.Fact;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.Callback;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Observation;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Target;
import io.mizan.id.AttemptId;
import io.mizan.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QPayReaderTest {
    private static final QPayReader READER = reader(QPaySettings.Dealings.STANDARD);
    private static final Instant OPENED = Instant.parse("2026-03-01T09:15:30Z");
    private static final Money PRICE = Money.ofMinor(15_050, "QAR");
    private static final Target TARGET =
            new Target(new AttemptId(new UUID(1, 2)), OPENED, PRICE, CaptureMode.AUTOMATIC, List.of());
    private static final Observation.Message MESSAGE = new Observation.Message("", "test", "00", "test");

    @Test
    void a_paid_return_and_a_paid_inquiry_tell_the_same_fact() {
        var returned = observed(returned(QPayVectors.paid()));
        var inquired = observed(inquired(inquiry("0000"), OPENED));

        assertThat(returned.facts()).singleElement().satisfies(fact -> {
            assertThat(words(fact)).isEqualTo("captured " + QPayVectors.NUMBER + " QAR 150.50");
            assertThat(fact.effectiveAt()).contains(Instant.parse("2026-03-01T09:16:05Z"));
        });
        assertThat(returned.facts().get(0).identity())
                .isEqualTo(inquired.facts().get(0).identity());
        assertThat(returned.refs())
                .containsExactly(
                        new ProviderRef("pun", QPayVectors.NUMBER),
                        new ProviderRef("confirmation", "202603011215550000000000001"));
        assertThat(returned.refs()).isEqualTo(inquired.refs());
    }

    /** The page may stand in another tab too; QPay says what became of the number. */
    @Test
    void a_cancellation_is_told_by_the_inquiry_alone() {
        assertThat(returned(QPayVectors.canceled())).isInstanceOf(Callback.Reading.Hint.class);
        assertThat(why(observed(inquired(inquiry("2996"), OPENED)))).isEqualTo("checkout_closed/canceled");
    }

    @Test
    void where_a_cancelled_number_can_be_paid_all_the_same_only_time_ends_it() {
        var waiting = reader(new QPaySettings.Dealings(true, false, QPayCodes.STANDARD));

        assertThat(why(observed(waiting.inquired(
                        new QPayFields(inquiry("2996")),
                        QPayVectors.NUMBER,
                        TARGET,
                        OPENED.plusSeconds(1_199),
                        MESSAGE))))
                .isEqualTo("try_declined canceled_by_customer 2996");
        assertThat(why(observed(waiting.inquired(
                        new QPayFields(inquiry("2996")),
                        QPayVectors.NUMBER,
                        TARGET,
                        OPENED.plusSeconds(1_200),
                        MESSAGE))))
                .isEqualTo("checkout_closed/canceled");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            3000           | try_declined issuer_declined 3000, checkout_closed/failed
            4100           | try_declined fraud_suspected 4100, checkout_closed/failed
            8200           | try_declined authentication 8200, checkout_closed/failed
            2001           | try_declined issuer_declined 2001 unlisted, checkout_closed/failed
            """)
    void a_refusal_is_told_by_the_inquiry_alone(String status, String expected) {
        assertThat(why(observed(inquired(inquiry(status), OPENED)))).isEqualTo(expected);
    }

    /** The form of a payment that was made, posted a second time, is refused by the same number. */
    @ParameterizedTest
    @ValueSource(strings = {"3000", "4100", "8200", "2001"})
    void a_refusal_in_a_return_is_asked_about(String status) {
        assertThat(returned(QPayHashTest.with(QPayVectors.canceled(), "Status", status)))
                .isInstanceOf(Callback.Reading.Hint.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1220", "8106", "8300", "9001", "7777"})
    void a_status_that_decides_nothing_is_asked_about(String status) {
        assertThat(returned(QPayHashTest.with(QPayVectors.canceled(), "Status", status)))
                .isEqualTo(new Callback.Reading.Hint(
                        Optional.of(TARGET.attempt()),
                        List.of(new ProviderRef("pun", QPayVectors.NUMBER)),
                        "undecided"));
    }

    @ParameterizedTest
    @CsvSource({"Amount, 15051", "Amount, 315050", "CurrencyCode, 840"})
    void a_return_of_another_amount_is_asked_about_and_never_a_fact(String name, String value) {
        assertThat(returned(QPayHashTest.with(QPayVectors.paid(), name, value)))
                .isInstanceOfSatisfying(Callback.Reading.Hint.class, hint -> assertThat(hint.reason())
                        .isEqualTo("another_amount"));
    }

    @Test
    void an_inquiry_tells_of_money_whatever_the_amount_and_the_currency() {
        var other = QPayHashTest.with(inquiry("0000"), "Amount", "100");

        assertThat(observed(inquired(other, OPENED)).facts())
                .extracting(QPayReaderTest::words)
                .containsExactly("captured " + QPayVectors.NUMBER + " QAR 1.00");
        assertThat(observed(inquired(QPayHashTest.with(other, "CurrencyCode", "840"), OPENED))
                        .facts())
                .extracting(QPayReaderTest::words)
                .containsExactly("captured " + QPayVectors.NUMBER + " USD 1.00");
    }

    @Test
    void the_guides_inquiry_is_read() {
        var answer = READER.inquired(
                new QPayFields(QPayVectors.guidesInquiryAnswer()), "f859a6e54bd54de4ad3d", TARGET, OPENED, MESSAGE);

        assertThat(observed(answer).facts()).singleElement().satisfies(fact -> {
            assertThat(words(fact)).isEqualTo("captured f859a6e54bd54de4ad3d QAR 200.00");
            assertThat(fact.effectiveAt()).contains(Instant.parse("2023-08-06T13:13:17Z"));
        });
    }

    @Test
    void what_is_not_found_may_still_be_paid_for_twenty_minutes_and_then_never_was() {
        var inVain = Map.of("Status", "8106", "StatusMessage", "not found");

        assertThat(inquired(inVain, OPENED.plusSeconds(1_199))).isEqualTo(new GatewayResult.NotFound());
        assertThat(observed(inquired(inVain, OPENED.plusSeconds(1_200))).facts())
                .singleElement()
                .satisfies(fact -> {
                    assertThat(words(fact)).isEqualTo("checkout_closed " + QPayVectors.NUMBER + "/expired");
                    assertThat(fact.detail())
                            .containsEntry(Fact.BASIS, "inferred")
                            .containsEntry("rule", "qpay_not_found_after_20m");
                });
        assertThat(inquired(inquiry("8106"), OPENED)).isEqualTo(new GatewayResult.NotFound());
    }

    @ParameterizedTest
    @CsvSource({"Status, 8300", "Status, 9001", "EZConnectRequestStatus, EZConnect-0009", "Status, ''"})
    void what_is_said_of_the_question_says_nothing_of_the_payment(String name, String code) {
        assertThat(inquired(Map.of(name, code), OPENED.plusSeconds(7_200))).isInstanceOf(GatewayResult.Unknown.class);
    }

    @Test
    void an_answer_about_another_payment_is_no_answer() {
        var other = QPayHashTest.with(inquiry("0000"), "OriginalPUN", "B1B2C3D4E5F6A7B8C9D0");

        assertThatIllegalArgumentException().isThrownBy(() -> inquired(other, OPENED));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> READER.refunded(
                        new QPayFields(QPayVectors.refundAnswer()), QPayVectors.NUMBER, PRICE, MESSAGE));
    }

    @Test
    void a_refund_is_under_way_until_somebody_else_says_more() {
        var answer = observed(refunded(QPayVectors.refundAnswer()));

        assertThat(answer.facts())
                .extracting(QPayReaderTest::words)
                .containsExactly("refund_status " + QPayVectors.REFUND + "/pending QAR 150.50");
        assertThat(answer.refs()).containsExactly(new ProviderRef("refund_pun", QPayVectors.REFUND));
        assertThat(observed(refunded(QPayHashTest.with(QPayVectors.refundAnswer(), "Status_1", "0000")))
                        .facts())
                .extracting(QPayReaderTest::words)
                .containsExactly("refund_status " + QPayVectors.REFUND + "/succeeded QAR 150.50");
    }

    @Test
    void a_refund_is_refused_or_in_doubt() {
        assertThat(refunded(QPayHashTest.with(QPayVectors.refundAnswer(), "Status_1", "5008")))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.VALIDATION, "5008"));
        assertThat(refunded(Map.of("EZConnectRequestStatus", "EZConnect-0008")))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.AUTHENTICATION, "EZConnect-0008"));
        for (var code : List.of("5007", "5015")) {
            assertThat(refunded(QPayHashTest.with(QPayVectors.refundAnswer(), "Status_1", code)))
                    .isEqualTo(GatewayResult.Unknown.ofAnswer("qpay " + code));
        }
    }

    @Test
    void a_code_that_no_guide_names_comes_before_a_person_and_decides_nothing() {
        var refund = observed(refunded(QPayHashTest.with(QPayVectors.refundAnswer(), "Status_1", "7777")));
        var payment = observed(inquired(inquiry("7777"), OPENED));

        assertThat(refund.facts()).isEmpty();
        assertThat(refund.unlisted()).containsExactly("refund_pun/7777");
        assertThat(payment.facts()).isEmpty();
        assertThat(payment.unlisted()).containsExactly("pun/7777");
    }

    private static QPayReader reader(QPaySettings.Dealings dealings) {
        return new QPayReader(new Account("qpay/test"), dealings, Duration.ofMinutes(20));
    }

    private static Map<String, String> inquiry(String status) {
        var paid = status.equals("0000");
        var answer = QPayHashTest.with(QPayVectors.guidesInquiryAnswer(), "OriginalStatus", status);
        answer = QPayHashTest.with(answer, "OriginalPUN", QPayVectors.NUMBER);
        answer = QPayHashTest.with(answer, "OriginalConfirmationID", paid ? "202603011215550000000000001" : "");
        return QPayHashTest.with(answer, "Amount", "15050");
    }

    private static Callback.Reading returned(Map<String, String> fields) {
        var complete = new QPayFields(fields).with(QPayHash.FIELD, QPayVectors.PAID_HASH);
        return READER.returned(QPayReturn.of(complete, QPayVectors.MERCHANT), TARGET, MESSAGE);
    }

    private static GatewayResult inquired(Map<String, String> answer, Instant now) {
        return READER.inquired(new QPayFields(answer), QPayVectors.NUMBER, TARGET, now, MESSAGE);
    }

    private static GatewayResult refunded(Map<String, String> answer) {
        return READER.refunded(new QPayFields(answer), QPayVectors.REFUND, PRICE, MESSAGE);
    }

    private static Observation observed(Callback.Reading reading) {
        return ((Callback.Reading.Relevant) reading).observation();
    }

    private static Observation observed(GatewayResult result) {
        return ((GatewayResult.Accepted) result).observation();
    }

    private static String why(Observation observation) {
        return String.join(
                ", ",
                observation.facts().stream()
                        .map(fact -> fact.kind().code()
                                + (fact.qualifier().isEmpty() ? "" : "/" + fact.qualifier())
                                + detail(fact, Fact.CATEGORY)
                                + detail(fact, Fact.CODE)
                                + (fact.detail().containsKey(Fact.UNLISTED) ? " unlisted" : ""))
                        .toList());
    }

    private static String detail(Fact fact, String name) {
        return Optional.ofNullable(fact.detail().get(name)).map(it -> " " + it).orElse("");
    }

    private static String words(Fact fact) {
        return fact.kind().code() + " " + fact.objectRef()
                + (fact.qualifier().isEmpty() ? "" : "/" + fact.qualifier())
                + fact.amount().map(amount -> " " + amount).orElse("");
    }
}

package io.mizan.gateways.qpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class QPayReturnTest {
    static Stream<Arguments> returns() {
        return Stream.of(
                Arguments.of(QPayVectors.paid(), QPayVectors.PAID_HASH, QPayVectors.MERCHANT, QPayVectors.SECRET),
                Arguments.of(
                        QPayVectors.canceled(), QPayVectors.CANCELED_HASH, QPayVectors.MERCHANT, QPayVectors.SECRET),
                Arguments.of(
                        QPayVectors.guidesPaid(),
                        QPayVectors.GUIDES_PAID_HASH,
                        QPayVectors.GUIDES_MERCHANT,
                        QPayVectors.GUIDES_SECRET));
    }

    @Test
    void a_payment_is_read() {
        assertThat(read(QPayVectors.paid(), QPayVectors.PAID_HASH))
                .isEqualTo(new QPayReturn(
                        QPayVectors.NUMBER,
                        "15050",
                        "634",
                        "0000",
                        Optional.of("202603011215550000000000001"),
                        "01032026121605"))
                .returns(Optional.of(Instant.parse("2026-03-01T09:16:05Z")), QPayReturn::at);
    }

    @Test
    void a_customer_who_went_back_is_read() {
        assertThat(read(QPayVectors.canceled(), QPayVectors.CANCELED_HASH))
                .returns("2996", QPayReturn::status)
                .returns(Optional.empty(), QPayReturn::confirmation);
    }

    /**
     * The hash has no separators. Every way to move characters over the border of two neighbours is tried, of as many
     * characters as there are: the hash stays good, and nothing of it may be read otherwise.
     */
    @ParameterizedTest
    @MethodSource("returns")
    void moving_characters_between_neighbours_gives_nothing_that_is_read(
            Map<String, String> fields, String hash, QPayMerchant merchant, String secret) {
        var judge = QPayVectors.hash(secret);
        var unseen = shifts(fields).stream()
                .filter(shifted -> judge.signer(shifted, hash).isPresent())
                .toList();

        assertThat(unseen).hasSizeGreaterThan(100).allSatisfy(shifted -> assertThatIllegalArgumentException()
                .isThrownBy(() -> read(shifted, hash, merchant)));
    }

    @Test
    void a_long_number_of_an_acquirer_can_only_lend_to_the_amount() {
        var genuine = QPayHashTest.with(QPayVectors.paid(), "AcquirerID", "130003");

        assertThat(shifts(genuine)).filteredOn(QPayReturnTest::isRead).isEmpty();
        assertThat(shifts(QPayHashTest.with(genuine, "Status", "3000")))
                .filteredOn(QPayReturnTest::isRead)
                .allSatisfy(shifted -> assertThat(shifted.get("Amount")).isNotEqualTo("15050"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            AcquirerID              | 03000
            Amount                  | 015050
            Amount                  | 150.50
            Amount                  | -15050
            Amount                  | 123456789012
            BankID                  | QIB
            CardHolderName          | 3NOT
            CardNumber              | 4215375500883243
            ConfirmationID          | 20260301121555000000000000
            CurrencyCode            | QAR
            EZConnectResponseDate   | 1032026121605
            Lang                    | fr
            MerchantID              | SANDBOXM2
            MerchantModuleSessionID | A B
            PUN                     | A1B2C3D4E5F6A7B8C9D
            Status                  | 000
            Status                  | 00000
            SecureHash              | abc
            """)
    void what_is_not_of_qpays_form_is_not_read(String name, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> read(QPayHashTest.with(QPayVectors.paid(), name, value), QPayVectors.PAID_HASH, name));
    }

    @Test
    void other_fields_than_qpays_are_not_read() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(QPayHashTest.with(QPayVectors.paid(), "AgentID", ""), QPayVectors.PAID_HASH));
        for (var name : QPayVectors.paid().keySet()) {
            var without = QPayVectors.paid();
            without.remove(name);
            assertThatIllegalArgumentException().isThrownBy(() -> read(without, QPayVectors.PAID_HASH));
        }
    }

    @Test
    void nothing_is_paid_without_a_confirmation() {
        for (var name : List.of("ConfirmationID", "AcquirerID")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> read(QPayHashTest.with(QPayVectors.paid(), name, ""), QPayVectors.PAID_HASH));
        }
    }

    /** Every move of one to all characters over every border, and over borders between which everything is empty. */
    private static List<Map<String, String>> shifts(Map<String, String> fields) {
        var names = fields.keySet().stream().sorted().toList();
        var shifts = new ArrayList<Map<String, String>>();
        for (int left = 0; left < names.size(); left++) {
            for (int right = left + 1; right < names.size(); right++) {
                if (names.subList(left + 1, right).stream()
                        .allMatch(it -> fields.get(it).isEmpty())) {
                    var both = fields.get(names.get(left)) + fields.get(names.get(right));
                    for (int border = 0; border <= both.length(); border++) {
                        if (border != fields.get(names.get(left)).length()) {
                            var shifted = new LinkedHashMap<>(fields);
                            shifted.put(names.get(left), both.substring(0, border));
                            shifted.put(names.get(right), both.substring(border));
                            shifts.add(shifted);
                        }
                    }
                }
            }
        }
        return shifts;
    }

    private static boolean isRead(Map<String, String> fields) {
        try {
            read(fields, QPayVectors.PAID_HASH);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static QPayReturn read(Map<String, String> fields, String hash) {
        return read(fields, hash, QPayVectors.MERCHANT);
    }

    private static QPayReturn read(Map<String, String> fields, String hash, QPayMerchant merchant) {
        return QPayReturn.of(new QPayFields(fields).with(QPayHash.FIELD, hash), merchant);
    }

    /** Keeps what is tried if it is the hash itself. */
    private static QPayReturn read(Map<String, String> fields, String hash, String tried) {
        return tried.equals(QPayHash.FIELD)
                ? QPayReturn.of(new QPayFields(fields), QPayVectors.MERCHANT)
                : read(fields, hash);
    }
}

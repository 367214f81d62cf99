package io.mizan.gateways.qpay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QPayHashTest {
    private static final QPayHash GUIDE = QPayVectors.hash(QPayVectors.GUIDES_SECRET);
    private static final QPayHash OURS = QPayVectors.hash(QPayVectors.SECRET);

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of(
                        GUIDE,
                        QPayVectors.guidesPayRequest(),
                        "2d4cd46694e97d22e3e86d6ec054afbda99e8c1f7ade8d99f4ae07544afa2ab8"),
                Arguments.of(
                        GUIDE,
                        QPayVectors.guidesInquiryRequest(),
                        "ca49b75c35d42f09fafda9f29d560039e4ae6074fcdcf4db854f39ef107afce1"),
                Arguments.of(
                        GUIDE,
                        QPayVectors.guidesRefundRequest(),
                        "99d5e09f096eeba95e893e7461554b49ba3d9c9c835a28dcc9db5b045cf38cae"),
                Arguments.of(
                        OURS,
                        QPayVectors.payRequest(),
                        "6fa38fb946216c759fb91c52054d2e714971558f06bd9302311a059dc25e8572"),
                Arguments.of(
                        OURS,
                        QPayVectors.inquiryRequest(),
                        "3a0106d094aa07bef0daee52d9a48023ca3c758091ac5e2f9e81d574a0912e23"),
                Arguments.of(
                        OURS,
                        QPayVectors.refundRequest(),
                        "33d8a4bc7f0eb0bdc3bbb8769788ad2c377bdc21a70397d79ba68d1cf75c435e"));
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(GUIDE, QPayVectors.guidesPaid(), QPayVectors.GUIDES_PAID_HASH),
                Arguments.of(
                        GUIDE,
                        QPayVectors.guidesInquiryAnswer(),
                        "373c5b679b27eb0bb6f371faa4b60a15223ee7a2c3a95f593a192d8a2d1e4b76"),
                Arguments.of(
                        GUIDE,
                        QPayVectors.guidesRefundAnswer(),
                        "91183a574d0a0771704c6ac91befe6890b75ab6c044edd2670ab32e3781a586b"),
                Arguments.of(OURS, QPayVectors.paid(), QPayVectors.PAID_HASH),
                Arguments.of(OURS, QPayVectors.canceled(), QPayVectors.CANCELED_HASH),
                Arguments.of(
                        OURS,
                        QPayVectors.refundAnswer(),
                        "64fb51906dc4b3fab87d00d24ac39e5fd83ddda18657a50c5e80e35e1d9bed19"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void a_request_is_hashed_as_the_vectors_say(QPayHash hash, Map<String, String> fields, String expected) {
        assertThat(hash.sign(fields)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void an_answer_is_believed_as_the_vectors_say(QPayHash hash, Map<String, String> fields, String expected) {
        assertThat(hash.signer(fields, expected)).isPresent();
        assertThat(hash.signer(fields, expected.toUpperCase(Locale.ROOT))).isPresent();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void the_order_of_arrival_does_not_matter(QPayHash hash, Map<String, String> fields, String expected) {
        var entries = new ArrayList<>(fields.entrySet());
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(entries, new Random(seed));
            var shuffled = new LinkedHashMap<String, String>();
            entries.forEach(entry -> shuffled.put(entry.getKey(), entry.getValue()));
            assertThat(hash.signer(shuffled, expected)).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void no_value_can_be_changed_and_no_field_that_holds_one_dropped(
            QPayHash hash, Map<String, String> fields, String expected) {
        for (var name : fields.keySet()) {
            assertThat(hash.signer(with(fields, name, fields.get(name) + "0"), expected))
                    .as("changed " + name)
                    .isEmpty();
            if (!fields.get(name).isEmpty()) {
                var without = new LinkedHashMap<>(fields);
                without.remove(name);
                assertThat(hash.signer(without, expected)).as("dropped " + name).isEmpty();
            }
        }
    }

    @Test
    void names_are_sorted_by_their_bytes_capitals_first() {
        assertThat(OURS.sign(Map.of("PUN", "a", "PaymentDescription", "b")))
                .isEqualTo(OURS.sign(Map.of("A", "a", "B", "b")))
                .isNotEqualTo(OURS.sign(Map.of("A", "b", "B", "a")));
        assertThat(OURS.sign(Map.of("StatusMessage_1", "a", "Status_1", "b")))
                .isEqualTo(OURS.sign(Map.of("A", "a", "B", "b")));
        assertThat(OURS.sign(Map.of("Status", "a", "StatusMessage", "b")))
                .isEqualTo(OURS.sign(Map.of("A", "a", "B", "b")));
    }

    @Test
    void older_ways_of_hashing_an_answer_are_believed_too() {
        var answer = Map.of("ItemID", "null", "Status", "0000", "StatusMessage", "Payment done");

        assertThat(OURS.signer(answer, OURS.sign(Map.of("A", "null0000Payment+done"))))
                .isPresent();
        assertThat(OURS.signer(answer, OURS.sign(Map.of("A", "0000Payment+done"))))
                .isPresent();
        assertThat(OURS.signer(answer, OURS.sign(Map.of("A", "null0000Payment done"))))
                .isPresent();
        assertThat(OURS.signer(answer, OURS.sign(Map.of("A", "0000Payment done"))))
                .isEmpty();
    }

    @Test
    void only_spaces_of_status_messages_are_written_otherwise() {
        var answer = Map.of("StatusMessage", "Rejected, 10:30 مرفوض", "Paid", "a b");

        assertThat(OURS.signer(answer, OURS.sign(Map.of("A", "a bRejected,+10:30+مرفوض"))))
                .isPresent();
    }

    @Test
    void while_keys_change_both_are_believed_and_the_new_one_signs() {
        var both = QPayVectors.hash("a-newer-secret-key", QPayVectors.SECRET);

        assertThat(both.signer(QPayVectors.paid(), QPayVectors.PAID_HASH))
                .isEqualTo(OURS.signer(QPayVectors.paid(), QPayVectors.PAID_HASH))
                .isPresent();
        assertThat(both.sign(QPayVectors.paid()))
                .isEqualTo(QPayVectors.hash("a-newer-secret-key").sign(QPayVectors.paid()));
    }

    static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        return changed;
    }
}

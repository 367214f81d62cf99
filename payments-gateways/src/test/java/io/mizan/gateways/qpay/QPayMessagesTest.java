package io.mizan.gateways.qpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mizan.money.Money;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QPayMessagesTest {
    private static final QPayMessages MESSAGES = new QPayMessages(QPayVectors.MERCHANT);
    private static final QPayHash HASH = QPayVectors.hash(QPayVectors.SECRET);
    private static final Money AMOUNT = Money.ofMinor(15_050, "QAR");

    @Test
    void a_payment_asks_for_what_the_guide_demands() {
        assertThat(pay("Order 100045, تمر"))
                .isEqualTo(new QPayFields(Map.of(
                                "Action", "0",
                                "BankID", "QPAYPG03",
                                "MerchantID", "SANDBOXM1",
                                "Lang", "ar",
                                "Amount", "15050",
                                "CurrencyCode", "634",
                                "PUN", QPayVectors.NUMBER,
                                "MerchantModuleSessionID", QPayVectors.NUMBER,
                                "TransactionRequestDate", "01032026121530",
                                "ExtraFields_f14", "https://shop.example/qpay/return"))
                        .with("Quantity", "1")
                        .with("PaymentDescription", "Order-100045-----"));
    }

    @Test
    void an_inquiry_is_the_vectors() {
        assertThat(MESSAGES.inquiry(QPayVectors.NUMBER).byName()).isEqualTo(QPayVectors.inquiryRequest());
    }

    @Test
    void a_refund_is_the_vectors() {
        var refund = QPayMessages.leaving(
                MESSAGES.refund(QPayVectors.REFUND, QPayVectors.NUMBER, AMOUNT), Instant.parse("2026-03-01T10:00:00Z"));

        assertThat(refund.byName()).isEqualTo(QPayVectors.refundRequest());
    }

    @Test
    void what_is_stored_holds_neither_a_secret_nor_a_hash_and_reads_as_it_was() {
        var stored = pay("ord_1").form().encode();

        assertThat(stored).doesNotContain(QPayHash.FIELD, QPayVectors.SECRET);
        assertThat(HASH.sign(QPayFields.parse(stored).byName()))
                .isEqualTo(HASH.sign(pay("ord_1").byName()));
    }

    @Test
    void an_answer_is_read_with_its_empty_fields_and_signs_of_equality() {
        assertThat(QPayFields.parse("Response.A=&Response.B=x%3Dy=z+%2B&other=1")
                        .answered())
                .isEqualTo(new QPayFields(Map.of("A", "", "B", "x=y=z +")));
        assertThat(QPayFields.parse("").isAnswer()).isFalse();
        for (var wrong : new String[] {"A=1&A=1", "A=1&%41=2", "A=%", "A=%GG", "A=%FF"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> QPayFields.parse(wrong));
        }
    }

    private static QPayFields pay(String description) {
        return MESSAGES.pay(
                QPayVectors.NUMBER,
                AMOUNT,
                URI.create("https://shop.example/qpay/return"),
                "ar",
                description,
                Instant.parse("2026-03-01T09:15:30Z"));
    }
}

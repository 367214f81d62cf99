package sandbox.btcpay.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InvoiceCourseTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:15:00Z");
    private static final BigDecimal DUE = new BigDecimal("150.00");

    private final AtomicInteger ids = new AtomicInteger();

    @Test
    void a_full_payment_is_settled_once_it_is_confirmed() {
        var seen = course(open()).pay(DUE);
        assertThat(seen.invoice()).returns("Processing", Invoice::status).returns("None", Invoice::additional);

        var settled = seen.confirm();
        assertThat(settled.invoice().status()).isEqualTo("Settled");
        assertThat(types(settled))
                .containsExactly(
                        "InvoiceReceivedPayment", "InvoiceProcessing", "InvoicePaymentSettled", "InvoiceSettled");
    }

    @Test
    void a_part_waits_for_the_rest_until_the_invoice_expires() {
        var half = new BigDecimal("75.00");
        var partly = course(open()).pay(half);
        assertThat(partly.invoice()).returns("New", Invoice::status).returns("PaidPartial", Invoice::additional);

        assertThat(partly.pay(half).invoice().status()).isEqualTo("Processing");
        assertThat(course(open()).pay(half).expire().invoice())
                .returns("Expired", Invoice::status)
                .returns("PaidPartial", Invoice::additional);
    }

    @Test
    void too_much_is_said_to_be_too_much() {
        assertThat(course(open()).pay(new BigDecimal("165.00")).confirm().invoice())
                .returns("Settled", Invoice::status)
                .returns("PaidOver", Invoice::additional);
    }

    @Test
    void a_late_payment_does_not_revive_an_invoice() {
        assertThat(course(open()).expire().pay(DUE).invoice())
                .returns("Expired", Invoice::status)
                .returns("PaidLate", Invoice::additional);
    }

    @Test
    void a_replaced_transaction_takes_it_back() {
        assertThat(course(open()).pay(DUE).doubleSpend().invoice())
                .returns("New", Invoice::status)
                .returns(BigDecimal.ZERO, Invoice::paid);
        assertThatThrownBy(() -> course(open()).doubleSpend()).isInstanceOf(InvoiceCourse.Unfitting.class);
    }

    @Test
    void an_invoice_that_was_given_up_cannot_stop_coins_from_coming() {
        var paid = course(open()).mark("Invalid").pay(DUE).confirm();

        assertThat(paid.invoice()).returns("Invalid", Invoice::status).returns("Marked", Invoice::additional);
        assertThat(paid.invoice().paid()).isEqualTo(DUE);
        assertThat(types(paid)).containsExactly("InvoiceInvalid", "InvoiceReceivedPayment", "InvoicePaymentSettled");
    }

    @Test
    void what_a_block_holds_cannot_be_replaced() {
        var twice = course(open()).pay(DUE).confirm().pay(DUE).doubleSpend();

        assertThat(twice.invoice()).returns("Settled", Invoice::status).returns("None", Invoice::additional);
        assertThat(twice.invoice().paid()).isEqualTo(DUE);
        assertThat(course(open()).expire().pay(DUE).doubleSpend().invoice())
                .returns("Expired", Invoice::status)
                .returns("None", Invoice::additional);
    }

    @Test
    void time_expires_it() {
        var late = new InvoiceCourse(open(), NOW.plusSeconds(901), this::next).tick();

        assertThat(late.invoice().status()).isEqualTo("Expired");
        assertThat(types(late)).containsExactly("InvoiceExpired");
    }

    @Test
    void only_money_that_came_is_refunded_and_a_claim_pays_it_out() {
        assertThatThrownBy(() -> course(open()).refund("r", DUE, "QAR"))
                .isInstanceOf(InvoiceCourse.Unfitting.class)
                .hasMessage("non-refundable");

        var paid = course(open()).pay(DUE).confirm();
        var pull = paid.refund("r", DUE, "QAR");
        assertThat(paid.claim("bcrt1q")
                        .invoice()
                        .pullPayment(pull.id())
                        .orElseThrow()
                        .payouts())
                .extracting(Invoice.Payout::state)
                .containsExactly("Completed");
    }

    private InvoiceCourse course(Invoice invoice) {
        return new InvoiceCourse(invoice, NOW, this::next);
    }

    private String next() {
        return "id" + ids.incrementAndGet();
    }

    private static List<String> types(InvoiceCourse course) {
        return course.happenings().stream().map(InvoiceCourse.Happening::type).toList();
    }

    private static Invoice open() {
        return new Invoice(
                "INV1",
                Optional.of("att_1"),
                Optional.empty(),
                DUE,
                "QAR",
                "New",
                "None",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                NOW,
                NOW.plusSeconds(900),
                NOW.plusSeconds(90_000),
                List.of());
    }
}

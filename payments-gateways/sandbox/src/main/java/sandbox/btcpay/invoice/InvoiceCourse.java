package sandbox.btcpay.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One act upon an invoice, and what the server tells of it. Used once, by one thread. */
public final class InvoiceCourse {
    private static final String NEW = "New";
    private static final String PROCESSING = "Processing";
    private static final String SETTLED = "Settled";
    private static final String EXPIRED = "Expired";
    private static final String INVALID = "Invalid";
    private static final String NONE = "None";

    private final Instant now;
    private final Supplier<String> ids;
    private final List<Happening> happenings = new ArrayList<>();
    private Invoice invoice;

    /** @param more members that only this type of message has */
    public record Happening(String type, Map<String, Object> more) {}

    /** What was asked does not fit the invoice's state; the message is the server's code. */
    public static final class Unfitting extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unfitting(String code) {
            super(code);
        }
    }

    public InvoiceCourse(Invoice invoice, Instant now, Supplier<String> ids) {
        this.invoice = invoice;
        this.now = now;
        this.ids = ids;
    }

    public Invoice invoice() {
        return invoice;
    }

    public List<Happening> happenings() {
        return List.copyOf(happenings);
    }

    /** What time alone does. */
    public InvoiceCourse tick() {
        if (invoice.isOpen() && !now.isBefore(invoice.expiresAt())) {
            expire();
        }
        return this;
    }

    public void opened() {
        tell("InvoiceCreated", Map.of());
    }

    /**
     * The network shows a payment worth that much; full once the invoice's amount is reached. Nobody can stop coins from
     * coming: an invoice that was given up takes them too, and stays given up.
     */
    public InvoiceCourse pay(BigDecimal value) {
        var late = invoice.status().equals(EXPIRED);
        var payments = new ArrayList<>(invoice.payments());
        payments.add(new Invoice.Payment(ids.get() + "-0", value, false, now));
        turn(invoice.status(), invoice.additional(), payments);
        tell("InvoiceReceivedPayment", Map.of("afterExpiration", late));
        var compared = invoice.paid().compareTo(invoice.amount());
        if (invoice.status().equals(INVALID)) {
            return this;
        }
        if (late) {
            turn(EXPIRED, compared < 0 ? "PaidPartial" : "PaidLate", payments);
            tell(compared < 0 ? "InvoiceExpiredPaidPartial" : "InvoicePaidAfterExpiration", Map.of());
        } else if (compared < 0) {
            turn(NEW, "PaidPartial", payments);
        } else if (invoice.status().equals(SETTLED)) {
            turn(SETTLED, over(compared), payments);
        } else {
            turn(PROCESSING, over(compared), payments);
            tell("InvoiceProcessing", Map.of("overPaid", compared > 0));
        }
        return this;
    }

    /** The server reckons the invoice in another currency from now on, as no server should. */
    public void reckonIn(String currency) {
        invoice = invoice.in(currency);
    }

    /** A block confirms what there is. */
    public InvoiceCourse confirm() {
        var payments =
                invoice.payments().stream().map(Invoice.Payment::confirmed).toList();
        turn(invoice.status(), invoice.additional(), payments);
        if (!payments.isEmpty()) {
            tell(
                    "InvoicePaymentSettled",
                    Map.of("afterExpiration", invoice.status().equals(EXPIRED)));
        }
        if (invoice.status().equals(PROCESSING)) {
            turn(SETTLED, invoice.additional(), payments);
            tell(
                    "InvoiceSettled",
                    Map.of(
                            "manuallyMarked",
                            false,
                            "overPaid",
                            invoice.additional().equals("PaidOver")));
        }
        return this;
    }

    /** What no block holds yet was replaced by transactions that do not pay us. */
    public InvoiceCourse doubleSpend() {
        if (!invoice.isUncertain()) {
            throw new Unfitting("invalid-state");
        }
        var left =
                invoice.payments().stream().filter(Invoice.Payment::isConfirmed).toList();
        turn(invoice.status().equals(PROCESSING) ? NEW : invoice.status(), invoice.additional(), left);
        turn(invoice.status(), withoutTheReplaced(), left);
        return this;
    }

    private String withoutTheReplaced() {
        if (invoice.status().equals(INVALID)) {
            return invoice.additional();
        }
        if (invoice.status().equals(SETTLED)) {
            return over(invoice.paid().compareTo(invoice.amount()));
        }
        return invoice.paid().signum() > 0 ? "PaidPartial" : NONE;
    }

    private static String over(int compared) {
        return compared > 0 ? "PaidOver" : NONE;
    }

    public InvoiceCourse expire() {
        if (!invoice.isOpen()) {
            throw new Unfitting("invalid-state");
        }
        var partly = invoice.paid().signum() > 0;
        turn(EXPIRED, partly ? "PaidPartial" : NONE, invoice.payments());
        tell("InvoiceExpired", Map.of("partiallyPaid", partly));
        return this;
    }

    /** Never confirmed before the server stopped looking. */
    public InvoiceCourse giveUp() {
        turn(INVALID, NONE, invoice.payments());
        tell("InvoiceInvalid", Map.of("manuallyMarked", false));
        return this;
    }

    /** What a person, or the API, says of it. */
    public InvoiceCourse mark(String status) {
        if (status.equals(SETTLED)) {
            turn(SETTLED, "Marked", invoice.payments());
            tell("InvoiceSettled", Map.of("manuallyMarked", true, "overPaid", false));
        } else if (status.equals(INVALID) && !invoice.status().equals(INVALID)) {
            turn(INVALID, "Marked", invoice.payments());
            tell("InvoiceInvalid", Map.of("manuallyMarked", true));
        }
        return this;
    }

    /** A link from which the customer may claim that much. */
    public Invoice.PullPayment refund(String name, BigDecimal amount, String currency) {
        if (!invoice.status().equals(SETTLED)
                && !invoice.status().equals(INVALID)
                && invoice.paid().signum() == 0) {
            throw new Unfitting("non-refundable");
        }
        var pull = new Invoice.PullPayment(ids.get(), name, amount, currency, List.of());
        var pulls = new ArrayList<>(invoice.pullPayments());
        pulls.add(pull);
        invoice = invoice.turned(invoice.status(), invoice.additional(), invoice.payments(), pulls);
        tell("InvoiceRefund", Map.of("pullPaymentId", pull.id()));
        return pull;
    }

    /** The customer says where the money shall go, and it is paid: half of it to an address that ends so. */
    public InvoiceCourse claim(String destination) {
        var pulls = new ArrayList<Invoice.PullPayment>();
        for (var pull : invoice.pullPayments()) {
            if (pull.payouts().isEmpty()) {
                var state = destination.endsWith("fail") ? "Cancelled" : "Completed";
                var payout = new Invoice.Payout(ids.get(), destination, claimed(pull, destination), state);
                pulls.add(pull.with(List.of(payout)));
                payoutTold("PayoutCreated", pull, payout, "AwaitingPayment");
                payoutTold("PayoutUpdated", pull, payout, state);
            } else {
                pulls.add(pull);
            }
        }
        invoice = invoice.turned(invoice.status(), invoice.additional(), invoice.payments(), pulls);
        return this;
    }

    private static BigDecimal claimed(Invoice.PullPayment pull, String destination) {
        return destination.endsWith("half")
                ? pull.amount().divide(BigDecimal.valueOf(2), pull.amount().scale(), RoundingMode.DOWN)
                : pull.amount();
    }

    private void payoutTold(String type, Invoice.PullPayment pull, Invoice.Payout payout, String state) {
        tell(type, Map.of("pullPaymentId", pull.id(), "payoutId", payout.id(), "payoutState", state));
    }

    private void turn(String status, String additional, List<Invoice.Payment> payments) {
        invoice = invoice.turned(status, additional, payments, invoice.pullPayments());
    }

    private void tell(String type, Map<String, Object> more) {
        happenings.add(new Happening(type, more));
    }
}

package io.mizan.gateways.btcpay;

import io.mizan.fact.Account;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.Callback;
import io.mizan.gateway.Observation;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Redirect;
import io.mizan.gateways.http.HttpReply;
import io.mizan.gateways.http.UnlistedCodes;
import io.mizan.gateways.http.UnlistedStatuses;
import io.mizan.gateways.http.Words;
import io.mizan.gateways.json.JsonDocument;
import io.mizan.id.AttemptId;
import io.mizan.money.Money;
import io.mizan.secrets.Digests;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Turns BTCPay's invoices into facts and its messages into hints. Pure: the same bytes give the same reading.
 *
 * <p>An invoice tells sums and no movements: what is certain is {@link FactKind#CAPTURED_TOTAL}, what was only seen is
 * {@link FactKind#DETECTED_TOTAL} and may vanish again (a transaction can be replaced until a block holds it), so it
 * counts for nothing. The customer has sent it all the same: {@link FactKind#PAYER_APPROVED} of that payment, until it is
 * confirmed or not seen any more. A captured total never sinks, so only confirmed payments ever become one, whatever the status of
 * the invoice; and those that are confirmed do, be the invoice expired or given up.
 */
final class BtcPayReader {
    private static final Logger LOG = Logger.getLogger(BtcPayReader.class.getName());
    private static final UnlistedCodes UNLISTED_CODES = new UnlistedCodes(LOG, Level.WARNING, "btcpay.status.unlisted");
    private static final String MARKED = "Marked";
    private static final String RECEIVED = "receivedDate";

    private final Account account;

    BtcPayReader(Account account) {
        this.account = account;
    }

    /**
     * What a genuine message is about: it never says how much.
     *
     * @throws IllegalArgumentException if it is not what BTCPay writes
     */
    static Callback.Reading event(byte[] body) {
        var event = JsonDocument.parse(body);
        var type = event.requiredText("type");
        if (type.equals("InvoiceCreated") || !(type.startsWith("Invoice") || type.startsWith("Payout"))) {
            return new Callback.Reading.Irrelevant(Words.forLog(type));
        }
        var refs = new ArrayList<ProviderRef>();
        event.text("invoiceId").ifPresent(id -> refs.add(ref(BtcPayRequests.INVOICE, id)));
        event.text("pullPaymentId").ifPresent(id -> refs.add(ref(BtcPayRequests.REFUND, id)));
        if (refs.isEmpty()) {
            return new Callback.Reading.Irrelevant("payout of nobody's");
        }
        return new Callback.Reading.Hint(
                event.object("metadata").flatMap(it -> it.text("orderId")).flatMap(BtcPayReader::attempt),
                refs,
                Words.forLog(type));
    }

    /**
     * What an invoice says.
     *
     * @param known of it from before
     * @throws IllegalArgumentException if it is none
     */
    Observation invoice(JsonDocument invoice, Known known, HttpReply.Answered answer, String asked) {
        var id = id(invoice);
        var facts = new ArrayList<Fact>();
        var opened = Fact.of(FactKind.CHECKOUT_OPENED, account, id).at(invoice.epochSecond("createdTime"));
        facts.add(invoice.epochSecond("expirationTime")
                .map(until -> opened.with(Fact.PAY_UNTIL, until.toString()))
                .orElse(opened));
        var status = invoice.requiredText("status");
        var additional = invoice.text("additionalStatus").orElse("None");
        var paid = Paid.of(invoice);
        var unlisted = new UnlistedStatuses(UNLISTED_CODES);
        var sent = underWay(invoice, status, paid, known.payments());
        switch (status) {
            // The page still takes the rest, so that a confirmed part waits for it.
            case "New" -> total(FactKind.DETECTED_TOTAL, id, paid.seen()).ifPresent(facts::add);
            case "Processing" -> {
                total(FactKind.DETECTED_TOTAL, id, paid.seen()).ifPresent(facts::add);
                if (sent.isEmpty()) {
                    facts.add(Fact.of(FactKind.PAYER_APPROVED, account, id)); // by no payment that we could name
                }
            }
            case "Settled" -> facts.addAll(settled(invoice, id, paid, additional.equals(MARKED)));
            case "Expired" -> {
                facts.addAll(certainAndSeen(id, paid.confirmed(), paid.seen()).stream()
                        .map(fact -> cameInTime(invoice) ? fact.with(Fact.IN_TIME, "true") : fact)
                        .toList());
                facts.add(closed(id, FactKind.Closing.EXPIRED));
            }
            case "Invalid" -> {
                facts.addAll(certainAndSeen(id, paid.confirmed(), paid.seen()));
                facts.add(closed(id, additional.equals(MARKED) ? FactKind.Closing.CANCELED : FactKind.Closing.FAILED));
            }
            default -> unlisted.tell(BtcPayRequests.INVOICE, status);
        }
        confirmations(invoice, facts);
        var refs = new ArrayList<>(List.of(ref(BtcPayRequests.INVOICE, id)));
        sent.forEach(payment -> {
            facts.add(payment);
            refs.add(
                    known.payments().there(payment.objectRef(), known.payments().timeOf(payment.objectRef())));
        });
        vanished(invoice, known.payments()).forEach(payment -> {
            facts.add(payment);
            refs.add(known.payments().gone(payment.objectRef(), known.payments().lastTimeOf(payment.objectRef())));
        });
        known.refunds().forEach(refund -> {
            facts.add(refundStatus(refund));
            refs.add(ref(BtcPayRequests.REFUND, refund.id()));
        });
        return new Observation(
                facts,
                refs,
                invoice.text("checkoutLink")
                        .filter(link -> status.equals("New"))
                        .map(link -> Redirect.to(URI.create(link))),
                message(answer, asked),
                unlisted.words());
    }

    /**
     * What was known of an invoice before it was asked for.
     *
     * @param refunds of it that were looked at beside
     * @param payments that no block held when they were seen
     */
    record Known(List<Refund> refunds, Sightings payments) {
        static final Known NOTHING = new Known(List.of(), Sightings.NONE);
    }

    /** What a pull payment that was made for a refund says: there is a link, and nothing was paid out yet. */
    Observation refund(Refund refund, HttpReply.Answered answer, String asked) {
        return new Observation(
                List.of(refundStatus(refund)),
                List.of(ref(BtcPayRequests.REFUND, refund.id())),
                Optional.empty(),
                message(answer, asked));
    }

    /** @param status what is not claimed waits for the customer; what is, for the server */
    record Refund(String id, Money amount, FactKind.Refund status) {
        /**
         * @param payouts those of the pull payment, which may be claimed in parts; a canceled one can be claimed again, so
         *     that it waits for the customer once more
         */
        static Refund of(JsonDocument pullPayment, List<JsonDocument> payouts) {
            var amount = pullPayment.decimal("amount").orElseThrow(() -> new IllegalArgumentException("no amount"));
            var currency = pullPayment.requiredText("currency");
            return new Refund(
                    BtcPayReader.id(pullPayment),
                    BtcPayAmounts.fromBtcPay(amount, currency),
                    status(amount, currency, payouts));
        }

        private static FactKind.Refund status(BigDecimal amount, String currency, List<JsonDocument> payouts) {
            if (amount.signum() > 0
                    && sum(payouts, currency, "Completed"::equals).compareTo(amount) >= 0) {
                return FactKind.Refund.SUCCEEDED;
            }
            var claimed = sum(payouts, currency, state -> !state.equals("Cancelled"));
            return claimed.compareTo(amount) >= 0 ? FactKind.Refund.PENDING : FactKind.Refund.REQUIRES_ACTION;
        }

        /** In the currency of the pull payment, as each claim was made. */
        private static BigDecimal sum(List<JsonDocument> payouts, String currency, Predicate<String> state) {
            return payouts.stream()
                    .filter(payout -> payout.text("state").filter(state).isPresent())
                    .filter(payout -> payout.text("originalCurrency").equals(Optional.of(currency)))
                    .flatMap(payout -> payout.decimal("originalAmount").stream())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** Whether anything was paid, be it certain or not: such an invoice cannot be given up. */
    static boolean isPaidAtAll(JsonDocument invoice) {
        var status = invoice.requiredText("status");
        return status.equals("Settled")
                || status.equals("Processing")
                || Paid.of(invoice).seen().isPositive();
    }

    /** @param isMarked whether somebody said at the server that it was paid, perhaps by other means */
    private List<Fact> settled(JsonDocument invoice, String id, Paid paid, boolean isMarked) {
        var asked = asked(invoice);
        var certain = isMarked && !paid.seen().isPositive() ? asked : paid.settled(asked);
        return certainAndSeen(id, certain, paid.seen()).stream()
                .map(fact -> isMarked ? fact.with("marked", "true") : fact)
                .toList();
    }

    private List<Fact> certainAndSeen(String id, Money certain, Money seen) {
        var facts = new ArrayList<Fact>();
        total(FactKind.CAPTURED_TOTAL, id, certain).ifPresent(facts::add);
        if (seen.compareTo(certain) > 0) {
            total(FactKind.DETECTED_TOTAL, id, seen).ifPresent(facts::add);
        }
        return facts;
    }

    /**
     * What the customer has sent and no block holds yet, once there is nothing more to send: the whole, or whatever there is when
     * the page takes no more. A part of it leaves the page open for the rest.
     */
    private List<Fact> underWay(JsonDocument invoice, String status, Paid paid, Sightings known) {
        boolean sentAll = paid.seen().compareTo(asked(invoice)) >= 0;
        return status.equals("Expired") || (sentAll && (status.equals("New") || status.equals("Processing")))
                ? Paid.payments(invoice).stream()
                        .filter(Paid::isUncertain)
                        .flatMap(payment -> payment.text("id").stream()
                                .map(BtcPayReader::reference)
                                .map(id -> Fact.of(FactKind.PAYER_APPROVED, account, id)
                                        .withQualifier(Sightings.qualifier(known.timeOf(id)))
                                        .at(payment.epochSecond(RECEIVED))
                                        .with(Fact.ONE_TRY, "true")
                                        .with(Fact.SENT, "true")))
                        .toList()
                : List.of();
    }

    /** A transaction that was replaced by another is gone, or is told as invalid. */
    private List<Fact> vanished(JsonDocument invoice, Sightings known) {
        if (invoice.objects("paymentMethods").isEmpty()) {
            return List.of(); // an answer that tells of no payments says of none that it is gone
        }
        var standing = Paid.payments(invoice).stream()
                .filter(payment -> !Paid.isVanished(payment))
                .flatMap(payment -> payment.text("id").stream())
                .map(BtcPayReader::reference)
                .toList();
        return known.payments().stream()
                .filter(payment -> !standing.contains(payment))
                .map(payment -> Fact.of(FactKind.TRY_DECLINED, account, payment)
                        .withQualifier(Sightings.qualifier(known.lastTimeOf(payment)))
                        .with(Fact.ONE_TRY, "true")
                        .with(Fact.CATEGORY, FailureCategory.CANCELED_BY_CUSTOMER.code())
                        .with(Fact.CODE, "replaced"))
                .toList();
    }

    /** Whether all that is certain was sent while the page took money. */
    private static boolean cameInTime(JsonDocument invoice) {
        var confirmed =
                Paid.payments(invoice).stream().filter(Paid::isConfirmed).toList();
        var end = invoice.epochSecond("expirationTime");
        return !confirmed.isEmpty()
                && confirmed.stream().allMatch(payment -> payment.epochSecond(RECEIVED)
                        .filter(at -> end.filter(at::isBefore).isPresent())
                        .isPresent());
    }

    private static Money asked(JsonDocument invoice) {
        return BtcPayAmounts.fromBtcPay(
                invoice.decimal("amount").orElse(BigDecimal.ZERO), invoice.requiredText("currency"));
    }

    private void confirmations(JsonDocument invoice, List<Fact> facts) {
        Paid.payments(invoice).stream()
                .filter(Paid::isConfirmed)
                .flatMap(payment -> payment.text("id").stream())
                .map(BtcPayReader::reference)
                .distinct()
                .map(payment -> Fact.of(FactKind.CONFIRMED, account, payment))
                .forEach(facts::add);
    }

    private Fact refundStatus(Refund refund) {
        return Fact.of(FactKind.REFUND_STATUS, account, refund.id())
                .withQualifier(refund.status().qualifier())
                .withAmount(refund.amount());
    }

    private Optional<Fact> total(FactKind kind, String invoice, Money amount) {
        return Optional.of(amount).filter(Money::isPositive).map(sum -> Fact.of(kind, account, invoice)
                .withAmount(sum));
    }

    private Fact closed(String invoice, FactKind.Closing how) {
        return Fact.of(FactKind.CHECKOUT_CLOSED, account, invoice)
                .withQualifier(how.qualifier())
                .with(Fact.BASIS, "stated");
    }

    private static Observation.Message message(HttpReply.Answered answer, String asked) {
        return Observation.Message.answering(asked, Digests.sha256(answer.body()));
    }

    static String id(JsonDocument document) {
        return BtcPayRequests.checked(document.requiredText("id"));
    }

    private static ProviderRef ref(String kind, String id) {
        return new ProviderRef(kind, BtcPayRequests.checked(id));
    }

    /** Of a transaction and its output; whatever does not fit a column of plain characters, by its digest. */
    static String reference(String payment) {
        return payment.matches("[!-~]{1,255}") ? payment : Digests.sha256(payment);
    }

    private static Optional<AttemptId> attempt(String mark) {
        try {
            return Optional.of(AttemptId.fromString(mark));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}

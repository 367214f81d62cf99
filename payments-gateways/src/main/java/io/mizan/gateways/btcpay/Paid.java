package io.mizan.gateways.btcpay;

import io.mizan.gateways.json.JsonDocument;
import io.mizan.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What was paid to an invoice, in its currency. The server's {@code paidAmount} holds whatever it has seen, and of that a
 * transaction that no block holds yet can still be replaced by its payer; so each payment is looked at.
 *
 * @param seen all of it, be it certain or not
 * @param confirmed what can no longer vanish; never more than {@code seen}
 */
record Paid(Money seen, Money confirmed) {
    private static final String CONFIRMED = "Settled";
    private static final String VANISHED = "Invalid";

    static Paid of(JsonDocument invoice) {
        var seen = amount(invoice, invoice.decimal("paidAmount").orElse(BigDecimal.ZERO));
        var standing = payments(invoice).stream()
                .filter(payment -> !isVanished(payment))
                .toList();
        if (!standing.isEmpty() && standing.stream().allMatch(Paid::isConfirmed)) {
            return new Paid(seen, seen);
        }
        return new Paid(seen, lesser(seen, amount(invoice, confirmedCoins(invoice))));
    }

    /** Every payment to the invoice by whatever method; none if the server did not tell of them. */
    static List<JsonDocument> payments(JsonDocument invoice) {
        return invoice.objects("paymentMethods").stream()
                .flatMap(method -> method.objects("payments").stream())
                .toList();
    }

    static boolean isConfirmed(JsonDocument payment) {
        return is(payment, CONFIRMED);
    }

    static boolean isVanished(JsonDocument payment) {
        return is(payment, VANISHED);
    }

    /** Seen, and no block holds it deep enough. */
    static boolean isUncertain(JsonDocument payment) {
        return !isConfirmed(payment) && !isVanished(payment);
    }

    /** What a settled invoice is worth at least: the server settles none before what it asked for is confirmed. */
    Money settled(Money asked) {
        var atLeast = lesser(asked, seen);
        return confirmed.compareTo(atLeast) > 0 ? confirmed : atLeast;
    }

    /** The confirmed payments at the rate that the invoice promised for their coin; without a rate they are worth nothing. */
    private static BigDecimal confirmedCoins(JsonDocument invoice) {
        return invoice.objects("paymentMethods").stream()
                .map(method -> coins(method).multiply(method.decimal("rate").orElse(BigDecimal.ZERO)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal coins(JsonDocument method) {
        return method.objects("payments").stream()
                .filter(Paid::isConfirmed)
                .map(payment ->
                        part(payment, "value").subtract(part(payment, "fee")).max(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal part(JsonDocument payment, String name) {
        return payment.decimal(name).orElse(BigDecimal.ZERO);
    }

    private static boolean is(JsonDocument payment, String status) {
        return payment.text("status").equals(Optional.of(status));
    }

    private static Money amount(JsonDocument invoice, BigDecimal value) {
        return BtcPayAmounts.fromBtcPay(value, invoice.requiredText("currency"));
    }

    private static Money lesser(Money one, Money other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}

package sandbox.btcpay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import sandbox.btcpay.invoice.Invoice;
import sandbox.btcpay.invoice.InvoiceCourse;
import sandbox.control.ControlRefused;
import sandbox.rule.Misbehaviour;
import sandbox.rule.Rule;
import sandbox.rule.Rules;

/** What a customer, the network and the server's clock do, on the page or through the control API. */
@ApplicationScoped
class Wallet {
    @Inject
    Invoices invoices;

    @Inject
    Rules rules;

    /**
     * @param how for {@code pay}: {@code full} and confirmed, {@code unconfirmed}, {@code half} or {@code over}; for
     *     {@code claim}: the address
     */
    Optional<Invoice> act(String id, String act, String how) {
        var other = taken(Misbehaviour.AMOUNT, id).map(Rule::number);
        var currency = taken(Misbehaviour.CURRENCY, id).map(rule -> rule.code().toUpperCase(Locale.ROOT));
        return invoices.change(id, course -> {
            switch (act) {
                case "pay" -> {
                    currency.ifPresent(course::reckonIn);
                    pay(course, how, other);
                }
                case "confirm" -> course.confirm();
                case "expire" -> course.expire();
                case "double_spend" -> course.doubleSpend();
                case "give_up" -> course.giveUp();
                case "claim" -> course.claim(how);
                default -> throw ControlRefused.unknown("act", act);
            }
        });
    }

    private Optional<Rule> taken(Misbehaviour misbehaviour, String id) {
        return invoices.find(id)
                .flatMap(invoice -> rules.take(BtcPayAccount.GATEWAY, misbehaviour, Invoices.names(invoice)));
    }

    private static void pay(InvoiceCourse course, String how, Optional<Long> otherMinor) {
        var invoice = course.invoice();
        var due = invoice.amount();
        var scale = due.scale();
        var value = otherMinor.map(minor -> BigDecimal.valueOf(minor, scale)).orElseGet(() -> switch (how) {
            case "half" -> due.divide(BigDecimal.valueOf(2), scale, RoundingMode.DOWN);
            case "over" -> due.multiply(new BigDecimal("1.1")).setScale(scale, RoundingMode.DOWN);
            default -> left(invoice);
        });
        course.pay(value);
        if (!how.equals("unconfirmed")) {
            course.confirm();
        }
    }

    /** Whoever pays when nothing is left pays all of it again. */
    private static BigDecimal left(Invoice invoice) {
        var left = invoice.amount().subtract(invoice.paid());
        return left.signum() > 0 ? left : invoice.amount();
    }
}

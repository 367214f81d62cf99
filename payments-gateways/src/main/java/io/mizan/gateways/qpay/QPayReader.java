package io.mizan.gateways.qpay;

import io.mizan.fact.Account;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.gateway.Callback;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Observation;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Target;
import io.mizan.gateways.http.Words;
import io.mizan.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what QPay says as facts, once its hash was found good. Pure. What a payment came to is told of its number,
 * whether the browser brought it or an inquiry showed it.
 */
final class QPayReader {
    /** Kinds of references. */
    static final String PAYMENT = "pun";

    static final String CONFIRMATION = "confirmation";
    static final String REFUND = "refund_pun";

    private static final String NEVER_PAID = "qpay_not_found_after_";
    private final Account account;
    private final QPaySettings.Dealings dealings;
    private final Duration brokenAfter;

    QPayReader(Account account, QPaySettings.Dealings dealings, Duration brokenAfter) {
        this.account = account;
        this.dealings = dealings;
        this.brokenAfter = brokenAfter;
    }

    /** A form that a browser may post from now on. */
    Fact opened(String number, Instant payUntil) {
        return Fact.of(FactKind.CHECKOUT_OPENED, account, number).with(Fact.PAY_UNTIL, payUntil.toString());
    }

    /**
     * What the browser brought. One of another amount than was asked for is not believed, for that is what can be moved
     * between its fields without breaking its hash. Neither is one that was not paid: posted a second time, the form of a
     * payment that was made is refused by the same number, and whoever left one page may pay on another. All these are asked
     * about, and the inquiry decides.
     */
    Callback.Reading returned(QPayReturn told, Target target, Observation.Message message) {
        var refs = refs(told.number(), told.confirmation());
        var status = dealings.codes().ofPayment(told.status());
        if (!told.isOf(target.amount())) {
            return new Callback.Reading.Hint(Optional.of(target.attempt()), refs, "another_amount");
        }
        return status.meaning() == QPayCodes.Meaning.DONE
                ? new Callback.Reading.Relevant(
                        Optional.of(target.attempt()),
                        new Observation(
                                List.of(captured(told.number(), target.amount(), told.at())),
                                refs,
                                Optional.empty(),
                                message))
                : new Callback.Reading.Hint(Optional.of(target.attempt()), refs, "undecided");
    }

    /**
     * What an inquiry showed.
     *
     * @param number that was asked about
     * @throws IllegalArgumentException if it is not an answer to that
     */
    GatewayResult inquired(QPayFields answer, String number, Target target, Instant now, Observation.Message message) {
        var told = answer.value("OriginalStatus").map(dealings.codes()::ofPayment);
        if (told.isEmpty() || told.get().code().equals(QPayCodes.NO_SUCH_PAYMENT)) {
            return inVain(answer, told.isPresent(), number, target, now, message);
        }
        if (!answer.value("OriginalPUN").equals(Optional.of(number))) {
            throw new IllegalArgumentException("an answer about another payment");
        }
        if (told.get().meaning() == QPayCodes.Meaning.UNDECIDED && told.get().unlisted()) {
            return unlisted(PAYMENT, told.get(), message);
        }
        return accepted(
                payment(answer, number, told.get(), target, now),
                refs(number, answer.value("OriginalConfirmationID")),
                message);
    }

    /**
     * What a request for a refund came to.
     *
     * @param number of the refund
     * @throws IllegalArgumentException if it is not an answer to that
     */
    GatewayResult refunded(QPayFields answer, String number, Money amount, Observation.Message message) {
        var code = answer.value("Status_1")
                .or(() -> answer.value("EZConnectRequestStatus"))
                .or(() -> answer.value("Status"))
                .orElse("");
        var status = QPayCodes.ofRefund(code);
        return switch (status.meaning()) {
            case DONE ->
                accepted(refund(answer, number, amount, FactKind.Refund.SUCCEEDED), refundRefs(number), message);
            case UNDER_WAY ->
                accepted(refund(answer, number, amount, FactKind.Refund.PENDING), refundRefs(number), message);
            case REFUSED, CANCELED ->
                new GatewayResult.Declined(status.category().orElseThrow(), code, status.unlisted());
            case UNDECIDED ->
                status.unlisted() ? unlisted(REFUND, status, message) : GatewayResult.Unknown.ofAnswer("qpay " + code);
        };
    }

    private GatewayResult inVain(
            QPayFields answer,
            boolean noSuchPayment,
            String number,
            Target target,
            Instant now,
            Observation.Message message) {
        var code = answer.value("Status")
                .or(() -> answer.value("EZConnectRequestStatus"))
                .orElse("");
        if (!noSuchPayment && !code.equals(QPayCodes.NO_SUCH_PAYMENT)) {
            var status = dealings.codes().ofPayment(code);
            return status.unlisted() && !code.isEmpty()
                    ? unlisted("inquiry", status, message)
                    : GatewayResult.Unknown.ofAnswer("qpay " + code);
        }
        if (mayStillBePaid(target, now)) {
            return new GatewayResult.NotFound();
        }
        var neverPaid = Fact.of(FactKind.CHECKOUT_CLOSED, account, number)
                .withQualifier(FactKind.Closing.EXPIRED.qualifier())
                .with(Fact.BASIS, "inferred")
                .with("rule", NEVER_PAID + brokenAfter.toMinutes() + "m");
        return accepted(List.of(neverPaid), List.of(), message);
    }

    private List<Fact> payment(QPayFields answer, String number, QPayCodes.Status status, Target target, Instant now) {
        var at = answer.value("TransactionResponseDate").flatMap(QPayMoment::read);
        return switch (status.meaning()) {
            case DONE -> List.of(captured(number, amount(answer), at));
            case CANCELED ->
                dealings.cancelFinal() || !mayStillBePaid(target, now)
                        ? List.of(closed(number, FactKind.Closing.CANCELED, at))
                        : List.of(declined(number, status, at));
            case REFUSED -> List.of(declined(number, status, at), closed(number, FactKind.Closing.FAILED, at));
            case UNDER_WAY, UNDECIDED -> List.of();
        };
    }

    /** On a page that was opened by posting its form in the last moment. */
    private boolean mayStillBePaid(Target target, Instant now) {
        return now.isBefore(target.openedAt().plus(brokenAfter));
    }

    private Fact captured(String number, Money amount, Optional<Instant> at) {
        return Fact.of(FactKind.CAPTURED, account, number).withAmount(amount).at(at);
    }

    private Fact closed(String number, FactKind.Closing how, Optional<Instant> at) {
        return Fact.of(FactKind.CHECKOUT_CLOSED, account, number)
                .withQualifier(how.qualifier())
                .with(Fact.BASIS, "stated")
                .at(at);
    }

    private Fact declined(String number, QPayCodes.Status status, Optional<Instant> at) {
        var declined = Fact.of(FactKind.TRY_DECLINED, account, number)
                .with(Fact.CATEGORY, status.category().orElseThrow().code())
                .with(Fact.CODE, status.code())
                .at(at);
        return status.unlisted() ? declined.with(Fact.UNLISTED, "true") : declined;
    }

    private List<Fact> refund(QPayFields answer, String number, Money amount, FactKind.Refund how) {
        if (!answer.value("PUN_1").equals(Optional.of(number))) {
            throw new IllegalArgumentException("an answer about another refund");
        }
        return List.of(Fact.of(FactKind.REFUND_STATUS, account, number)
                .withQualifier(how.qualifier())
                .withAmount(amount)
                .at(answer.value("EZConnectResponseDate").flatMap(QPayMoment::read)));
    }

    private static Money amount(QPayFields answer) {
        return QPayAmounts.fromQPay(
                answer.value("Amount").orElse(""), answer.value("CurrencyCode").orElse(QPayAmounts.QAR));
    }

    private static List<ProviderRef> refs(String number, Optional<String> confirmation) {
        var refs = new ArrayList<>(List.of(new ProviderRef(PAYMENT, number)));
        confirmation
                .filter(id -> id.matches("[0-9A-Za-z]{1,40}"))
                .ifPresent(id -> refs.add(new ProviderRef(CONFIRMATION, id)));
        return refs;
    }

    private static List<ProviderRef> refundRefs(String number) {
        return List.of(new ProviderRef(REFUND, number));
    }

    /** A word that decides nothing because nobody here can read it; it was logged where it was looked up. */
    private static GatewayResult unlisted(String object, QPayCodes.Status status, Observation.Message message) {
        return new GatewayResult.Accepted(new Observation(
                List.of(), List.of(), Optional.empty(), message, List.of(object + "/" + Words.forLog(status.code()))));
    }

    private static GatewayResult accepted(List<Fact> facts, List<ProviderRef> refs, Observation.Message message) {
        return new GatewayResult.Accepted(new Observation(facts, refs, Optional.empty(), message));
    }
}

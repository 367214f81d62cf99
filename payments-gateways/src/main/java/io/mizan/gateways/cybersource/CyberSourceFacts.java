package io.mizan.gateways.cybersource;

import io.mizan.fact.Account;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.failure.FailureCategory;
import io.mizan.id.AttemptId;
import io.mizan.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The facts of CyberSource's, the same whoever tells them. Money is of its transaction, the page of the attempt. */
final class CyberSourceFacts {
    private final Account account;
    private final CyberSourceSettings.Dealings dealings;

    CyberSourceFacts(Account account, CyberSourceSettings.Dealings dealings) {
        this.account = account;
        this.dealings = dealings;
    }

    Fact opened(String reference, Instant payUntil) {
        return Fact.of(FactKind.CHECKOUT_OPENED, account, reference).with(Fact.PAY_UNTIL, payUntil.toString());
    }

    Fact closed(AttemptId attempt, FactKind.Closing how) {
        return Fact.of(FactKind.CHECKOUT_CLOSED, account, attempt.toString())
                .withQualifier(how.qualifier())
                .with(Fact.BASIS, "stated");
    }

    /**
     * The customer left one page of it. The same form may stand in another tab and pays there as long as a page lives, so
     * that only its time ends the attempt.
     */
    Fact wentBack(AttemptId attempt) {
        return Fact.of(FactKind.TRY_DECLINED, account, attempt.toString())
                .withQualifier("went_back")
                .with(Fact.CATEGORY, FailureCategory.CANCELED_BY_CUSTOMER.code())
                .with(Fact.CODE, "CANCEL");
    }

    Fact neverPaid(AttemptId attempt, long minutes) {
        return Fact.of(FactKind.CHECKOUT_CLOSED, account, attempt.toString())
                .withQualifier(FactKind.Closing.EXPIRED.qualifier())
                .with(Fact.BASIS, "inferred")
                .with(Fact.RULE, "cybersource_nothing_paid_after_" + minutes + "m");
    }

    /** The page takes no other card, unless its profile says so: the form was posted once and is used up. */
    List<Fact> declined(AttemptId attempt, String transaction, CyberSourceCodes.Reason reason, Optional<Instant> at) {
        var declined = Fact.of(FactKind.TRY_DECLINED, account, transaction)
                .at(at)
                .with(Fact.CATEGORY, reason.category().code())
                .with(Fact.CODE, reason.code());
        var fact = reason.listed() ? declined : declined.with(Fact.UNLISTED, "true");
        return dealings.retriesOnPage()
                ? List.of(fact)
                : List.of(fact, closed(attempt, FactKind.Closing.FAILED).at(at));
    }

    /** @param inReview whether somebody at the merchant's has to look before it is collected */
    Fact authorized(String transaction, Money amount, boolean inReview) {
        var authorized = Fact.of(FactKind.AUTHORIZED, account, transaction).withAmount(amount);
        return inReview ? authorized.with("review", "true") : authorized;
    }

    Fact captured(String transaction, Money amount) {
        return Fact.of(FactKind.CAPTURED, account, transaction).withAmount(amount);
    }

    /** A capture by itself; where only one is taken, what is left of the authorization is released. */
    List<Fact> captured(String transaction, Money amount, String authorization) {
        return dealings.multipleCaptures()
                ? List.of(captured(transaction, amount))
                : List.of(captured(transaction, amount), ended(authorization, FactKind.AuthorizationEnd.CAPTURED));
    }

    Fact ended(String authorization, FactKind.AuthorizationEnd how) {
        return Fact.of(FactKind.AUTHORIZATION_ENDED, account, authorization).withQualifier(how.qualifier());
    }

    Fact refund(String transaction, Money amount, FactKind.Refund how) {
        return Fact.of(FactKind.REFUND_STATUS, account, transaction)
                .withQualifier(how.qualifier())
                .withAmount(amount);
    }
}

package io.mizan.gateways.sadad;

import io.mizan.fact.Account;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.Callback;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Observation;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Target;
import io.mizan.gateways.http.UnlistedCodes;
import io.mizan.gateways.http.UnlistedStatuses;
import io.mizan.id.AttemptId;
import io.mizan.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Reads what SADAD says as facts. Pure. Money is told of the transaction, the page of our own reference. */
final class SadadReader {
    private static final Logger LOG = Logger.getLogger(SadadReader.class.getName());
    private static final UnlistedCodes UNLISTED_CODES = new UnlistedCodes(LOG, Level.WARNING, "sadad.status.unlisted");
    /** Kind of reference: ours, by which SADAD names the page. */
    static final String PAGE = "order_id";
    /** Kind of reference: SADAD's number. */
    static final String TRANSACTION = "transaction";

    private final Account account;
    private final Duration brokenAfter;

    SadadReader(Account account, Duration brokenAfter) {
        this.account = account;
        this.brokenAfter = brokenAfter;
    }

    /** A form that a browser may post from now on. */
    Fact opened(String reference, Instant payUntil) {
        return Fact.of(FactKind.CHECKOUT_OPENED, account, reference).with(Fact.PAY_UNTIL, payUntil.toString());
    }

    /** A webhook only makes us ask. */
    static Callback.Reading heard(SadadWebhook webhook) {
        try {
            return new Callback.Reading.Hint(
                    Optional.of(AttemptId.fromString(webhook.reference())), refs(webhook.transaction()), "webhook");
        } catch (IllegalArgumentException e) {
            return new Callback.Reading.Irrelevant("no checkout of ours");
        }
    }

    /** What the browser brought. One of another amount than was asked for is not believed but asked about. */
    Callback.Reading returned(SadadReturn told, Target target, Observation.Message message) {
        var status = SadadStatus.of(told.status());
        var refs = refs(told.transaction());
        if (!told.isOf(target.amount()) || status == SadadStatus.UNDER_WAY) {
            return new Callback.Reading.Hint(
                    Optional.of(target.attempt()),
                    refs,
                    status == SadadStatus.UNDER_WAY ? "in_progress" : "another_amount");
        }
        var transaction = new Transaction(
                told.transaction(), told.reference(), status, told.status(), target.amount(), Optional.empty());
        return new Callback.Reading.Relevant(
                Optional.of(target.attempt()),
                new Observation(facts(transaction), refs, Optional.empty(), message)
                        .withUnlisted(unlisted(List.of(transaction))));
    }

    /**
     * What the transactions of an attempt come to. The page takes several tries and tells nobody when it has closed, so an
     * attempt without money and without a try under way is over by inference alone.
     */
    GatewayResult inquired(
            Collection<Transaction> transactions, Target target, Instant now, Observation.Message message) {
        var facts = new ArrayList<Fact>();
        var refs = new ArrayList<ProviderRef>();
        transactions.forEach(transaction -> {
            facts.addAll(facts(transaction));
            refs.addAll(refs(transaction.number()));
        });
        var undecided = transactions.stream()
                .anyMatch(it -> it.status().isMoney() || it.status().refusal().isEmpty());
        if (!undecided && !now.isBefore(target.openedAt().plus(brokenAfter))) {
            facts.add(
                    Fact.of(FactKind.CHECKOUT_CLOSED, account, target.attempt().toString())
                            .withQualifier(FactKind.Closing.EXPIRED.qualifier())
                            .with(Fact.BASIS, "inferred")
                            .with("rule", "sadad_nothing_paid_after_" + brokenAfter.toMinutes() + "m"));
        }
        return facts.isEmpty() && refs.isEmpty()
                ? new GatewayResult.NotFound()
                : new GatewayResult.Accepted(
                        new Observation(facts, refs, Optional.empty(), message).withUnlisted(unlisted(transactions)));
    }

    /** SADAD took a refund on; an inquiry shows when it is done. */
    GatewayResult refundAccepted(String number, Money amount, Observation.Message message) {
        return new GatewayResult.Accepted(new Observation(
                List.of(refund(number, amount, FactKind.Refund.PENDING)), refs(number), Optional.empty(), message));
    }

    /** What became of the one refund that a transaction can have. */
    GatewayResult refundFoundOut(Transaction transaction, Observation.Message message) {
        return transaction.status() == SadadStatus.REFUNDED
                ? new GatewayResult.Accepted(
                        new Observation(facts(transaction), refs(transaction.number()), Optional.empty(), message))
                : new GatewayResult.NotFound();
    }

    private List<Fact> facts(Transaction transaction) {
        var captured = Fact.of(FactKind.CAPTURED, account, transaction.number())
                .withAmount(transaction.amount())
                .at(transaction.at());
        return switch (transaction.status()) {
            case PAID -> List.of(captured);
            case REFUNDED ->
                List.of(captured, refund(transaction.number(), transaction.amount(), FactKind.Refund.SUCCEEDED));
            case FAILED, REJECTED ->
                List.of(declined(transaction, transaction.status().refusal().orElseThrow()));
            case UNDER_WAY, ON_HOLD, UNLISTED -> List.of();
        };
    }

    private static List<String> unlisted(Collection<Transaction> transactions) {
        var unlisted = new UnlistedStatuses(UNLISTED_CODES);
        transactions.stream()
                .filter(transaction -> transaction.status() == SadadStatus.UNLISTED)
                .forEach(transaction -> unlisted.tell(TRANSACTION, transaction.word()));
        return unlisted.words();
    }

    private Fact declined(Transaction transaction, FailureCategory category) {
        return Fact.of(FactKind.TRY_DECLINED, account, transaction.number())
                .with(Fact.CATEGORY, category.code())
                .with(Fact.CODE, transaction.status() == SadadStatus.FAILED ? "2" : "7")
                .at(transaction.at());
    }

    private Fact refund(String number, Money amount, FactKind.Refund how) {
        return Fact.of(FactKind.REFUND_STATUS, account, number)
                .withQualifier(how.qualifier())
                .withAmount(amount);
    }

    private static List<ProviderRef> refs(String number) {
        return List.of(new ProviderRef(TRANSACTION, number));
    }
}

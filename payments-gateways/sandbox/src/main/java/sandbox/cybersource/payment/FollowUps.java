package sandbox.cybersource.payment;

import static sandbox.cybersource.payment.Transaction.Kind;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import sandbox.clock.SimulatedClock;
import sandbox.cybersource.CyberSourceAccount;
import sandbox.store.Events;
import sandbox.webhook.OutgoingEvent;

/** What a merchant does to a payment that went through: captures, reversals, refunds, voids, and the end of the day. */
@ApplicationScoped
public class FollowUps {
    @Inject
    Checkouts checkouts;

    @Inject
    Events events;

    @Inject
    SimulatedClock clock;

    @Inject
    CyberSourceAccount account;

    @Inject
    Webhooks webhooks;

    /** It was done, or why not. */
    public record Result(Optional<Transaction> transaction, String reason) {
        static Result no(String reason) {
            return new Result(Optional.empty(), reason);
        }

        static Result done(Transaction transaction) {
            return new Result(Optional.of(transaction), "");
        }
    }

    /** @param code the merchant's, of this request */
    public Result capture(String payment, Sum amount, String code) {
        return of(payment, Kind.AUTHORIZATION::equals, authorization -> {
            if (has(authorization, Kind.REVERSAL)) {
                return Result.no("AUTH_ALREADY_REVERSED");
            }
            return exceeds(amount, authorization, Kind.CAPTURE)
                    ? Result.no("EXCEEDS_AUTH_AMOUNT")
                    : done(authorization, Kind.CAPTURE, "PENDING", amount, code);
        });
    }

    public Result reverse(String payment, Sum amount, String code) {
        return of(payment, Kind::isPayment, authorization -> {
            if (has(authorization, Kind.REVERSAL)) {
                return Result.no("AUTH_ALREADY_REVERSED");
            }
            if (authorization.kind() == Kind.SALE || has(authorization, Kind.CAPTURE)) {
                return Result.no("TRANSACTION_ALREADY_REVERSED_OR_SETTLED");
            }
            return amount.equals(authorization.done())
                    ? done(authorization, Kind.REVERSAL, "REVERSED", amount, code)
                    : Result.no("INVALID_AMOUNT");
        });
    }

    public Result refund(String collection, Sum amount, String code) {
        return of(collection, Kind::isCollection, collected -> {
            if (collected.status().equals(Transaction.VOIDED)) {
                return Result.no("CAPTURE_ALREADY_VOIDED");
            }
            return exceeds(amount, collected, Kind.REFUND)
                    ? Result.no("INVALID_AMOUNT")
                    : done(collected, Kind.REFUND, "TRANSMITTED", amount, code);
        });
    }

    public Result callBack(String moved, String code) {
        return of(moved, kind -> kind.isCollection() || kind == Kind.REFUND, it -> {
            if (it.status().equals(Transaction.BATCHED)) {
                return Result.no("NOT_VOIDABLE");
            }
            if (it.status().equals(Transaction.VOIDED)) {
                return Result.no("CAPTURE_ALREADY_VOIDED");
            }
            checkouts.write(it.with(Transaction.VOIDED));
            return done(it, Kind.VOID, Transaction.VOIDED, it.done(), code);
        });
    }

    /** The batch is cut: what was collected and refunded can be called back no more. */
    public void settle(String reference) {
        change(
                reference,
                it -> it.counts() && (it.kind().isCollection() || it.kind() == Kind.REFUND),
                it -> it.with(Transaction.BATCHED));
    }

    /** Somebody at the merchant's has looked: a sale is collected then. */
    public void accept(String reference, boolean sale) {
        change(
                reference,
                Transaction::isInReview,
                it -> sale ? it.with(Kind.SALE, "TRANSMITTED") : it.with("AUTHORIZED"));
    }

    private void change(String reference, Predicate<Transaction> which, UnaryOperator<Transaction> act) {
        checkouts.alone(reference, () -> {
            checkouts.ofCheckout(reference).stream().filter(which).map(act).forEach(checkouts::write);
            return reference;
        });
    }

    @FunctionalInterface
    private interface Work {
        Result on(Transaction transaction);
    }

    private Result of(String id, Predicate<Kind> fitting, Work work) {
        var found = checkouts.transaction(id);
        if (found.isEmpty()) {
            return Result.no("INVALID_PAYMENT_ID");
        }
        Supplier<Result> act = () -> checkouts
                .transaction(id)
                .filter(it -> it.worked() && fitting.test(it.kind()))
                .map(work::on)
                .orElse(Result.no("NOT_SUPPORTED"));
        return checkouts.alone(found.get().checkout(), act);
    }

    private Result done(Transaction to, Kind kind, String status, Sum amount, String code) {
        var now = clock.now();
        var transaction = new Transaction(
                Ids.next(),
                to.root(),
                to.id(),
                to.checkout(),
                code,
                kind,
                "100",
                status,
                amount,
                now,
                now.plus(account.searchDelay()));
        checkouts.add(transaction);
        tell(to.checkout(), webhooks.of(transaction));
        return Result.done(transaction);
    }

    private void tell(String reference, OutgoingEvent event) {
        events.record(
                CyberSourceAccount.GATEWAY,
                reference,
                checkouts.find(reference).orElseThrow().names(),
                List.of(event));
    }

    private boolean has(Transaction to, Kind kind) {
        return followers(to, kind).stream().anyMatch(Transaction::counts);
    }

    private boolean exceeds(Sum amount, Transaction of, Kind kind) {
        var before = followers(of, kind).stream()
                .filter(Transaction::counts)
                .mapToLong(it -> it.done().minor())
                .sum();
        return !amount.currency().equals(of.done().currency())
                || amount.minor() <= 0
                || before + amount.minor() > of.done().minor();
    }

    private List<Transaction> followers(Transaction to, Kind kind) {
        return checkouts.ofCheckout(to.checkout()).stream()
                .filter(it -> it.kind() == kind && it.parent().equals(to.id()))
                .toList();
    }
}

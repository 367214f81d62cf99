package io.mizan.intake;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import io.mizan.attempt.PaymentState;
import io.mizan.attempt.Standing;
import io.mizan.attempt.Verdict;
import io.mizan.casework.CaseKind;
import io.mizan.casework.Finding;
import io.mizan.fact.Account;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.ledger.Balance;
import io.mizan.ledger.LedgerAccount;
import io.mizan.money.Money;
import io.mizan.order.OrderStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the facts of all attempts and our own decisions amount to for the order: its status, the surprises in it, and the
 * balances that the ledger must show. Pure, like {@link Standing}.
 *
 * @param accepted the attempt whose capture pays the order
 */
public record OrderStanding(
        OrderStatus status,
        Money captured,
        Optional<AttemptId> accepted,
        List<Finding> findings,
        List<Balance> balances) {

    /** An attempt with what its facts amount to. */
    record Part(AttemptId id, Account account, Standing standing) {}

    static OrderStanding of(OrderId order, Money amount, Collection<Part> attempts, Collection<Fact> decisions) {
        var accepted = accepted(attempts);
        var captured = attempts.stream()
                .map(part -> part.standing().captured())
                .reduce(Money.zero(amount.currency()), Money::plus);
        boolean canceled = decided(decisions, FactKind.ORDER_CANCELED);
        boolean expired = decided(decisions, FactKind.ORDER_EXPIRED);
        return new OrderStanding(
                status(attempts, accepted, captured, canceled, expired),
                captured,
                accepted,
                findings(order, attempts, canceled || expired),
                balances(attempts, accepted));
    }

    /** First match wins; the order of these lines is the precedence. */
    private static OrderStatus status(
            Collection<Part> attempts,
            Optional<AttemptId> accepted,
            Money captured,
            boolean canceled,
            boolean expired) {
        if (accepted.isPresent()) {
            return OrderStatus.PAID;
        }
        if (captured.isPositive()) {
            return OrderStatus.PARTIALLY_PAID;
        }
        if (attempts.stream().anyMatch(part -> part.standing().state() == PaymentState.AUTHORIZED)) {
            return OrderStatus.AUTHORIZED;
        }
        if (canceled) {
            return OrderStatus.CANCELED;
        }
        return expired ? OrderStatus.EXPIRED : OrderStatus.PENDING;
    }

    /** Of several attempts that paid, the one that the gateway says was first; the others are duplicates. */
    private static Optional<AttemptId> accepted(Collection<Part> attempts) {
        return attempts.stream()
                .filter(part -> part.standing().verdict() == Verdict.PAID)
                .min(comparing((Part part) -> part.standing().capturedAt().orElse(Instant.MAX))
                        .thenComparing(part -> part.id().toString()))
                .map(Part::id);
    }

    private static List<Finding> findings(OrderId order, Collection<Part> attempts, boolean ended) {
        var findings = new ArrayList<Finding>();
        for (var part : attempts) {
            var standing = part.standing();
            if (standing.late() || (ended && standing.captured().isPositive())) {
                findings.add(finding(CaseKind.LATE_SUCCESS, part));
            }
            if (standing.verdict() == Verdict.UNDERPAID || standing.verdict() == Verdict.OVERPAID) {
                findings.add(finding(CaseKind.AMOUNT_MISMATCH, part));
            }
            if (!standing.quarantined().isEmpty()) {
                findings.add(finding(CaseKind.CURRENCY_MISMATCH, part));
            }
            if (standing.conflicting()) {
                findings.add(finding(CaseKind.CONFLICTING_FACTS, part));
            }
        }
        var paying = attempts.stream()
                .filter(part -> part.standing().captured().isPositive())
                .map(part -> part.id().toString())
                .sorted(naturalOrder())
                .toList();
        if (paying.size() > 1) {
            findings.add(new Finding(
                    CaseKind.DUPLICATE_PAYMENT,
                    order.toString(),
                    Optional.empty(),
                    Map.of("attempts", String.join(" ", paying))));
        }
        return List.copyOf(findings);
    }

    private static Finding finding(CaseKind kind, Part part) {
        var evidence = new TreeMap<String, String>();
        evidence.put("captured", part.standing().captured().toString());
        evidence.put("verdict", part.standing().verdict().code());
        part.standing()
                .quarantined()
                .values()
                .forEach(money -> evidence.put("quarantined_" + money.currencyCode(), money.toString()));
        return new Finding(kind, part.id().toString(), Optional.of(part.id()), evidence);
    }

    /** What the gateways hold for us, and what it stands for: a paid order, or nothing that we can explain yet. */
    private static List<Balance> balances(Collection<Part> attempts, Optional<AttemptId> accepted) {
        var balances = new ArrayList<Balance>();
        for (var part : attempts) {
            var standing = part.standing();
            boolean pays = accepted.filter(part.id()::equals).isPresent();
            add(
                    balances,
                    part.account(),
                    standing.captured(),
                    pays ? LedgerAccount.RECEIVABLE : LedgerAccount.SUSPENSE);
            standing.quarantined()
                    .values()
                    .forEach(foreign -> add(balances, part.account(), foreign, LedgerAccount.SUSPENSE));
        }
        return List.copyOf(balances);
    }

    private static void add(List<Balance> balances, Account gatewayAccount, Money collected, String against) {
        if (collected.isPositive()) {
            balances.add(new Balance(LedgerAccount.clearing(gatewayAccount), collected));
            balances.add(new Balance(against, collected.negated()));
        }
    }

    private static boolean decided(Collection<Fact> decisions, FactKind kind) {
        return decisions.stream().anyMatch(fact -> fact.kind() == kind);
    }
}

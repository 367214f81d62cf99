package io.mizan.explanation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.fact.RecordedFact;
import io.mizan.id.AttemptId;
import io.mizan.money.Money;
import io.mizan.order.OrderSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the amounts of an order are made of. Every amount is folded from its parts again, and what a fold leaves over is
 * shown, never absorbed (invariant 9).
 *
 * @param lines what was sold
 * @param total what the buyer agreed to pay
 * @param linesResidual total less the sum of the lines; zero, or something is wrong
 * @param received what was collected, one for each object of a gateway, in the order's currency
 * @param captured what the order says was collected
 * @param capturedResidual captured less the sum of what was received; zero, or something is wrong
 * @param held promised by a bank and not collected
 * @param foreign collected in another currency; counts for nothing
 * @param givenBack what gateways told of money that went back to the customer, or is on its way there
 * @param due total less captured, and what was certainly given back of it on top: to be paid or not kept if positive,
 *     received too much if negative
 */
public record AmountExplained(
        List<OrderSnapshot.Line> lines,
        Money total,
        Money linesResidual,
        List<Received> received,
        Money captured,
        Money capturedResidual,
        Money held,
        List<Received> foreign,
        List<GivenBack> givenBack,
        Money due) {

    /** Money that one gateway collected as one thing; the least where its messages disagree. */
    public record Received(int attempt, AttemptId attemptId, String objectRef, Money amount, boolean disputed) {}

    /** What was collected of each currency: in the order's what it says, in others what gateways told. */
    public static Map<Currency, Money> collected(
            OrderSnapshot order, List<AttemptSnapshot> attempts, List<RecordedFact> facts) {
        var collected = new LinkedHashMap<Currency, Money>();
        collected.put(order.captured().currency(), order.captured());
        attempts.stream()
                .flatMap(attempt -> received(attempt, facts).stream())
                .filter(received -> !isOurs(received, order))
                .forEach(received -> collected.merge(received.amount().currency(), received.amount(), Money::plus));
        collected.values().removeIf(amount -> !amount.isPositive());
        return collected;
    }

    static AmountExplained of(Dossier dossier) {
        var order = dossier.order();
        var zero = Money.zero(order.amount().currency());
        var all = dossier.attempts().stream()
                .flatMap(attempt -> received(attempt, dossier.facts()).stream())
                .toList();
        var ours = all.stream().filter(r -> isOurs(r, order)).toList();
        var lineSum = order.breakdown().stream().map(OrderSnapshot.Line::amount).reduce(zero, Money::plus);
        var givenBack = GivenBack.of(dossier);
        var receivedSum = ours.stream().map(Received::amount).reduce(zero, Money::plus);
        return new AmountExplained(
                order.breakdown(),
                order.amount(),
                order.amount().minus(lineSum),
                ours,
                order.captured(),
                order.captured().minus(receivedSum),
                dossier.attempts().stream().map(AttemptSnapshot::authorized).reduce(zero, Money::plus),
                all.stream().filter(r -> !isOurs(r, order)).toList(),
                givenBack,
                order.amount().minus(order.captured()).plus(GivenBack.certain(givenBack, zero.currency())));
    }

    private static boolean isOurs(Received received, OrderSnapshot order) {
        return received.amount().currency().equals(order.amount().currency());
    }

    private static List<Received> received(AttemptSnapshot attempt, List<RecordedFact> facts) {
        Map<String, List<Fact.Identity>> byObject = facts.stream()
                .filter(fact -> fact.attempt().filter(attempt.id()::equals).isPresent())
                .map(RecordedFact::identity)
                .filter(fact -> fact.kind() == FactKind.CAPTURED || fact.kind() == FactKind.CAPTURED_TOTAL)
                .filter(fact -> fact.amount().isPresent())
                .collect(groupingBy(
                        fact -> fact.objectRef() + " " + amount(fact).currencyCode(), LinkedHashMap::new, toList()));
        var received = new ArrayList<Received>();
        byObject.forEach((object, told) -> received.add(new Received(
                attempt.number(),
                attempt.id(),
                object.substring(0, object.lastIndexOf(' ')),
                counted(told),
                movements(told).distinct().count() > 1)));
        return received;
    }

    /** The least that movements tell, or the highest total, whichever is more. */
    private static Money counted(List<Fact.Identity> told) {
        return Stream.concat(
                        movements(told).min(Comparator.naturalOrder()).stream(),
                        told.stream()
                                .filter(fact -> fact.kind() == FactKind.CAPTURED_TOTAL)
                                .map(AmountExplained::amount))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Stream<Money> movements(List<Fact.Identity> told) {
        return told.stream().filter(fact -> fact.kind() == FactKind.CAPTURED).map(AmountExplained::amount);
    }

    private static Money amount(Fact.Identity fact) {
        return fact.amount().orElseThrow();
    }

    Money foreign(Currency currency) {
        return foreign.stream()
                .map(Received::amount)
                .filter(amount -> amount.currency().equals(currency))
                .reduce(Money.zero(currency), Money::plus);
    }

    /** Whether every fold comes out even. */
    public boolean addsUp() {
        return linesResidual.isZero() && capturedResidual.isZero();
    }
}

package io.mizan.gateways.contract;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.mizan.attempt.PaymentState;
import io.mizan.attempt.Standing;
import io.mizan.attempt.Terms;
import io.mizan.attempt.Verdict;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.gateway.Observation;
import io.mizan.money.Money;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Facts as they are recorded: each once, with the earliest time that any message stated. */
public final class Told {
    private static final Set<String> GIVING = Set.of(
            FactKind.Refund.SUCCEEDED.qualifier(),
            FactKind.Refund.PENDING.qualifier(),
            FactKind.Refund.REQUIRES_ACTION.qualifier());

    private final Map<Fact.Identity, Fact> facts = new LinkedHashMap<>();

    /** What an attempt comes to, without what only the wording of a message decides. */
    public record Outcome(
            PaymentState state,
            boolean open,
            Money authorized,
            Money captured,
            Map<String, Money> quarantined,
            Verdict verdict,
            boolean closed,
            boolean conflicting) {}

    static Told by(Collection<Observation> observations) {
        var told = new Told();
        observations.forEach(told::take);
        return told;
    }

    Told and(Told other) {
        var both = new Told();
        facts.values().forEach(both::take);
        other.facts.values().forEach(both::take);
        return both;
    }

    public Outcome against(Money due) {
        var standing = standing(due);
        return new Outcome(
                standing.state(),
                standing.open(),
                standing.authorizedLive(),
                standing.captured(),
                standing.quarantined(),
                standing.verdict(),
                standing.closed(),
                standing.conflicting());
    }

    Standing standing(Money due) {
        return Standing.of(facts.values(), new Terms(due, false));
    }

    /** What refunds have given back or are about to, in the currency of what was paid; each refund once. */
    Money givenBack(Money paid) {
        return facts.keySet().stream()
                .filter(fact -> fact.kind() == FactKind.REFUND_STATUS)
                .filter(fact -> GIVING.contains(fact.qualifier()))
                .collect(toMap(Fact.Identity::objectRef, fact -> fact.amount().orElseThrow(), (one, same) -> one))
                .values()
                .stream()
                .reduce(Money.zero(paid.currency()), Money::plus);
    }

    /** Whether the customer agreed and nothing was taken yet. */
    boolean isApprovedOnly() {
        var kinds = facts.keySet().stream().map(Fact.Identity::kind).collect(toSet());
        return kinds.contains(FactKind.PAYER_APPROVED)
                && !kinds.contains(FactKind.CAPTURED)
                && !kinds.contains(FactKind.AUTHORIZED);
    }

    private void take(Observation observation) {
        observation.facts().forEach(this::take);
    }

    private void take(Fact fact) {
        facts.merge(fact.identity(), fact, Told::earlier);
    }

    private static Fact earlier(Fact one, Fact other) {
        var isEarlier = other.effectiveAt()
                .filter(at ->
                        one.effectiveAt().filter(mine -> !mine.isAfter(at)).isEmpty())
                .isPresent();
        return isEarlier ? other : one;
    }
}

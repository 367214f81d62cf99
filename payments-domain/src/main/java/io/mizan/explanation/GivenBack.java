package io.mizan.explanation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.fact.FactKind.Refund;
import io.mizan.fact.RecordedFact;
import io.mizan.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Money that a gateway says it gave back to the customer, or is giving back, as one thing; the most where its messages
 * disagree. One that failed or was called off gave nothing back, and is none.
 *
 * @param certain whether it has arrived, as far as the gateway knows; else it is on its way
 * @param unclaimed whether it waits for the customer, who has to say where the money shall go
 */
public record GivenBack(int attempt, String objectRef, Money amount, boolean certain, boolean unclaimed) {

    static List<GivenBack> of(Dossier dossier) {
        return of(dossier.attempts(), dossier.facts());
    }

    public static List<GivenBack> of(List<AttemptSnapshot> attempts, List<RecordedFact> facts) {
        return attempts.stream().flatMap(attempt -> of(attempt, facts).stream()).toList();
    }

    private static List<GivenBack> of(AttemptSnapshot attempt, List<RecordedFact> facts) {
        Map<String, List<Fact.Identity>> byRefund = facts.stream()
                .filter(fact -> fact.attempt().filter(attempt.id()::equals).isPresent())
                .map(RecordedFact::identity)
                .filter(fact -> fact.kind() == FactKind.REFUND_STATUS)
                .filter(fact -> fact.amount().isPresent())
                .collect(groupingBy(
                        fact -> fact.objectRef() + " " + amount(fact).currencyCode(), LinkedHashMap::new, toList()));
        var givenBack = new ArrayList<GivenBack>();
        byRefund.values().forEach(told -> refund(attempt, told).ifPresent(givenBack::add));
        return givenBack;
    }

    private static Optional<GivenBack> refund(AttemptSnapshot attempt, List<Fact.Identity> told) {
        if (says(told, Refund.FAILED) || says(told, Refund.CANCELED)) {
            return Optional.empty();
        }
        return told.stream()
                .map(GivenBack::amount)
                .max(Money::compareTo)
                .map(most -> new GivenBack(
                        attempt.number(),
                        told.get(0).objectRef(),
                        most,
                        says(told, Refund.SUCCEEDED),
                        !says(told, Refund.SUCCEEDED) && !says(told, Refund.PENDING)));
    }

    private static boolean says(List<Fact.Identity> told, Refund how) {
        return told.stream().anyMatch(fact -> fact.qualifier().equals(how.qualifier()));
    }

    private static Money amount(Fact.Identity fact) {
        return fact.amount().orElseThrow();
    }

    public static Money certain(List<GivenBack> all, Currency currency) {
        return sum(all.stream().filter(GivenBack::certain).toList(), currency);
    }

    /** With what is on its way. */
    public static Money sum(List<GivenBack> all, Currency currency) {
        return all.stream()
                .map(GivenBack::amount)
                .filter(amount -> amount.currency().equals(currency))
                .reduce(Money.zero(currency), Money::plus);
    }
}

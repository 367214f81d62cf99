package io.mizan.gateways.stripe;

import io.mizan.fact.Fact;
import io.mizan.gateway.Observation;
import java.time.Duration;
import java.util.List;

/** Writes facts as one reads them in a table: {@code captured pi_1 QAR 250.00 @40}, the time in seconds from the start. */
final class FactWords {
    private FactWords() {}

    static List<String> of(Observation observation) {
        return observation.facts().stream()
                .sorted(Fact.CANONICAL)
                .map(fact -> identity(fact) + time(fact))
                .toList();
    }

    static List<String> identities(Observation observation) {
        return observation.facts().stream()
                .sorted(Fact.CANONICAL)
                .map(FactWords::identity)
                .toList();
    }

    private static String identity(Fact fact) {
        return fact.kind().code() + " " + fact.objectRef()
                + (fact.qualifier().isEmpty() ? "" : "/" + fact.qualifier())
                + fact.amount().map(amount -> " " + amount).orElse("");
    }

    private static String time(Fact fact) {
        return fact.effectiveAt()
                .map(at -> " @" + Duration.between(StripeObjects.START, at).toSeconds())
                .orElse("");
    }
}

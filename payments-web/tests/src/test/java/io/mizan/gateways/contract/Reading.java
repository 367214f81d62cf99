package io.mizan.gateways.contract;

import static java.util.stream.Collectors.toSet;

import io.mizan.fact.Fact;
import io.mizan.gateway.Callback;
import io.mizan.id.AttemptId;
import java.util.Optional;
import java.util.Set;

/** What a message claims: of which attempt, and which facts. None from one that only hints. */
record Reading(Optional<AttemptId> mark, Set<Fact.Identity> facts) {
    static final Reading NOTHING = new Reading(Optional.empty(), Set.of());

    static Reading of(Callback.Reading reading) {
        if (reading instanceof Callback.Reading.Relevant relevant) {
            return new Reading(
                    relevant.mark(),
                    relevant.observation().facts().stream().map(Fact::identity).collect(toSet()));
        }
        return NOTHING;
    }
}

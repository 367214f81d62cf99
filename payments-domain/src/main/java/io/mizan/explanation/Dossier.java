package io.mizan.explanation;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.casework.CaseSnapshot;
import io.mizan.command.GatewayCommand;
import io.mizan.fact.RecordedFact;
import io.mizan.order.OrderSnapshot;
import io.mizan.timeline.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of an order at one time.
 *
 * @param attempts in the order of their numbers
 * @param hints the messages that only made us ask
 * @param fulfilmentReport the merchant's last word on delivery
 * @param now the time of reading, by the one clock
 */
public record Dossier(
        OrderSnapshot order,
        List<AttemptSnapshot> attempts,
        List<RecordedFact> facts,
        List<GatewayCommand> commands,
        List<CaseSnapshot> cases,
        List<Hint> hints,
        Optional<TimelineEntry> fulfilmentReport,
        Instant now) {
    public Dossier {
        attempts = List.copyOf(attempts);
        facts = List.copyOf(facts);
        commands = List.copyOf(commands);
        cases = List.copyOf(cases);
        hints = List.copyOf(hints);
    }
}

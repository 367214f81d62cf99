package sandbox.form;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import sandbox.rule.Misbehaviour;
import sandbox.rule.Rule;

/** What is wrong with the customer's way back; decided once, when the payment is. */
public record ReturnTreatment(Optional<Misbehaviour> kind, Duration late) {
    public static final ReturnTreatment NONE = new ReturnTreatment(Optional.empty(), Duration.ZERO);
    public static final ReturnTreatment NEVER = of(Misbehaviour.NEVER);
    public static final ReturnTreatment FORGED = of(Misbehaviour.FORGED);

    /** The first of the rules that are about messages. */
    public static ReturnTreatment by(Function<Misbehaviour, Optional<Rule>> rules) {
        return rules.apply(Misbehaviour.NEVER)
                .or(() -> rules.apply(Misbehaviour.LATE))
                .or(() -> rules.apply(Misbehaviour.FORGED))
                .or(() -> rules.apply(Misbehaviour.TWICE))
                .map(ReturnTreatment::of)
                .orElse(NONE);
    }

    /** As {@link #written} wrote it. */
    public static ReturnTreatment read(String written) {
        var parts = written.split(":", 2);
        return Misbehaviour.of(parts[0])
                .map(kind -> new ReturnTreatment(
                        Optional.of(kind), Duration.ofSeconds(parts.length < 2 ? 0 : Long.parseLong(parts[1]))))
                .orElse(NONE);
    }

    public String written() {
        return kind.map(it -> it.code() + ":" + late.toSeconds()).orElse("");
    }

    public boolean is(Misbehaviour which) {
        return kind.filter(which::equals).isPresent();
    }

    /** How long a customer must still wait who is sent back at that time. */
    public Duration wait(Instant decidedAt, Instant now) {
        var left = Duration.between(now, decidedAt.plus(late));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static ReturnTreatment of(Misbehaviour kind) {
        return new ReturnTreatment(Optional.of(kind), Duration.ZERO);
    }

    private static ReturnTreatment of(Rule rule) {
        return new ReturnTreatment(
                Optional.of(rule.kind()), rule.kind() == Misbehaviour.LATE ? rule.seconds() : Duration.ZERO);
    }
}

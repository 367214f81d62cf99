package io.mizan.simulation;

import static java.util.Objects.requireNonNull;

import io.mizan.failure.FailureCategory;
import io.mizan.gateway.GatewayResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What lies between us and the provider: it loses requests and answers, and delays what it carries. */
final class Wire implements FakeGateway.Line {
    private final Misfortune misfortune;
    private final Dice dice;
    private final Chronicle chronicle;
    /** Requests that left and have not arrived. */
    private final List<Supplier<GatewayResult>> underway = new ArrayList<>();

    Wire(Misfortune misfortune, Dice dice, Chronicle chronicle) {
        this.misfortune = misfortune;
        this.dice = dice;
        this.chronicle = chronicle;
    }

    List<Move> moves() {
        return List.of(
                new Move("a delayed request arrives", 6, () -> !underway.isEmpty(), () -> act(underway.remove(0))));
    }

    void everythingArrives() {
        underway.forEach(Wire::act);
        underway.clear();
    }

    @Override
    public GatewayResult call(boolean question, Supplier<GatewayResult> provided) {
        misfortune.at("before a call");
        misfortune.duringCall();
        var result = carried(question, provided);
        misfortune.at("after a call");
        return result;
    }

    private GatewayResult carried(boolean question, Supplier<GatewayResult> provided) {
        if (!misfortune.strikes(0.2)) {
            return provided.get();
        }
        switch (dice.below(question ? 3 : 6)) {
            case 0 -> {
                chronicle.note("connection refused");
                return new GatewayResult.Retryable(FailureCategory.NETWORK, Optional.empty());
            }
            case 1 -> {
                chronicle.note("too many requests");
                return new GatewayResult.Retryable(FailureCategory.RATE_LIMITED, Optional.of(Duration.ofSeconds(30)));
            }
            case 2 -> {
                chronicle.note("request lost");
                return new GatewayResult.Unknown("timeout");
            }
            case 3 -> {
                chronicle.note("answer lost");
                act(provided);
                return new GatewayResult.Unknown("timeout");
            }
            case 4 -> {
                chronicle.note("request delayed");
                underway.add(provided);
                return new GatewayResult.Unknown("timeout");
            }
            default -> {
                chronicle.note("turned away");
                return new GatewayResult.Declined(FailureCategory.AUTHENTICATION, "api_key_expired");
            }
        }
    }

    /** The provider does what it was asked; nobody hears the answer. */
    private static void act(Supplier<GatewayResult> asked) {
        requireNonNull(asked.get(), "an answer that nobody hears");
    }
}

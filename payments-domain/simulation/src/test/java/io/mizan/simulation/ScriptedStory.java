package io.mizan.simulation;

import static io.mizan.simulation.ScriptedGateway.fact;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.ShortReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A story at a gateway that says what it is told to say. */
final class ScriptedStory extends Story {
    static final GatewayResult UNANSWERED = new GatewayResult.Unknown("timeout");
    static final GatewayResult TURNED_AWAY =
            new GatewayResult.Declined(FailureCategory.AUTHENTICATION, "api_key_expired");
    static final Fact HELD = fact(FactKind.AUTHORIZED, "auth_1").withAmount(PRICE);
    static final Fact COLLECTED = fact(FactKind.CAPTURED, "capture_1").withAmount(PRICE);

    private final ScriptedGateway gateway;

    ScriptedStory(Scene scene) {
        this(scene, new ScriptedGateway());
    }

    ScriptedStory(Scene scene, ScriptedGateway gateway) {
        this(scene, gateway, Fate.KIND);
    }

    ScriptedStory(Scene scene, ScriptedGateway gateway, Fate fate) {
        super(scene, List.of(gateway), () -> {}, fate);
        this.gateway = gateway;
    }

    ScriptedGateway gateway() {
        return gateway;
    }

    /** What the gateway's messages call the attempt by. */
    static String reference(AttemptSnapshot attempt) {
        return ShortReference.of("payment", attempt.id(), 1);
    }

    void receive(String message) {
        receive(gateway, Map.of(), ScriptedGateway.bytes(message));
    }

    /** An attempt whose money is authorized and not collected. */
    AttemptSnapshot held() {
        var attempt = start(place(), CaptureMode.MANUAL, Optional.empty());
        gateway.knows("held", HELD);
        receive("held " + reference(attempt));
        workInbox();
        return attempt;
    }

    void capture(AttemptSnapshot attempt) {
        capture(attempt, "capture-1");
    }

    /** The customer agrees; what follows from it at once is done. */
    void approve(AttemptSnapshot attempt, String which) {
        gateway.knows(which, fact(FactKind.PAYER_APPROVED, which).at(clock().instant()));
        receive(which + " " + reference(attempt));
        workInbox();
        timePasses(Duration.ofMillis(500));
    }
}

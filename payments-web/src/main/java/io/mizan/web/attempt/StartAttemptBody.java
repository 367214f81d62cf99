package io.mizan.web.attempt;

import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.GatewayName;
import io.mizan.id.AttemptId;
import io.mizan.web.json.Members;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What {@code POST /api/v1/orders/{id}/attempts} is told.
 *
 * @param replace the open attempt that this one takes the place of
 * @param acceptDuplicateRisk start even if that one could still be paid
 */
record StartAttemptBody(
        GatewayName gateway, CaptureMode capture, Optional<AttemptId> replace, boolean acceptDuplicateRisk) {
    static StartAttemptBody read(Members body) {
        body.shape(List.of("gateway"), List.of("capture", "replace", "accept_duplicate_risk"));
        return new StartAttemptBody(
                body.value("gateway", GatewayName::new),
                body.optionalValue("capture", StartAttemptBody::capture).orElse(CaptureMode.AUTOMATIC),
                body.optionalValue("replace", AttemptId::fromString),
                body.optionalFlag("accept_duplicate_risk", false));
    }

    private static CaptureMode capture(String code) {
        return Arrays.stream(CaptureMode.values())
                .filter(mode -> mode.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it is automatic or manual"));
    }
}

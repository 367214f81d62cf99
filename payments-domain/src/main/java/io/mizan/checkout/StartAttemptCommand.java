package io.mizan.checkout;

import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.GatewayName;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import java.util.Optional;
import java.util.UUID;

/**
 * An attempt to be started.
 *
 * @param attemptId the id that it will have: a repeat of the same request comes with the same
 * @param replace the open attempt that it takes the place of; that one is closed first
 * @param acceptDuplicateRisk start even if the one before cannot be closed; the merchant's server only
 * @param clientAddress of a customer's browser, for limits; kept as a keyed hash only. Absent from a merchant's server
 */
public record StartAttemptCommand(
        UUID attemptId,
        OrderId order,
        GatewayName gateway,
        CaptureMode capture,
        Optional<AttemptId> replace,
        boolean acceptDuplicateRisk,
        Optional<String> clientAddress) {
    /** Who starts it, for the timeline. */
    String actor() {
        return clientAddress.isPresent() ? "customer" : "merchant";
    }
}

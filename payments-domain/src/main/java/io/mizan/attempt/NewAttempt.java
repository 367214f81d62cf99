package io.mizan.attempt;

import io.mizan.fact.Account;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.GatewayName;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * What an attempt is begun with.
 *
 * @param addressHash keyed hash of the client's address, for limits
 */
public record NewAttempt(
        AttemptId id,
        OrderId order,
        int number,
        GatewayName gateway,
        Account account,
        CaptureMode capture,
        Money amount,
        boolean duplicateRiskAccepted,
        String returnTokenHash,
        Optional<String> addressHash,
        Instant createdAt) {}

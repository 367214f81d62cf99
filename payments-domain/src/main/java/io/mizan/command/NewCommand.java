package io.mizan.command;

import io.mizan.gateway.GatewayRequest;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A command to be stored.
 *
 * @param dueAt when a worker may take it up; after the lease of the thread that means to send it itself
 */
public record NewCommand(
        UUID id,
        OrderId order,
        AttemptId attempt,
        int ordinal,
        Optional<String> reference,
        Optional<Money> amount,
        GatewayRequest request,
        Instant dueAt) {}

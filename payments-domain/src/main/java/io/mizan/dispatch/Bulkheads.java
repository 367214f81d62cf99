package io.mizan.dispatch;

import io.mizan.gateway.GatewayName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** How many request threads may wait for each gateway; one that hangs cannot take those of the others. */
final class Bulkheads {
    private final Map<GatewayName, Semaphore> permits = new ConcurrentHashMap<>();
    private final int perGateway;

    Bulkheads(int perGateway) {
        this.perGateway = perGateway;
    }

    Semaphore of(GatewayName gateway) {
        return permits.computeIfAbsent(gateway, name -> new Semaphore(perGateway));
    }
}

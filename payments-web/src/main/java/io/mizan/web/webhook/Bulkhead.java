package io.mizan.web.webhook;

import io.mizan.gateway.GatewayName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Keeps the callbacks of one gateway from taking the threads and connections of everybody else. */
@ApplicationScoped
public class Bulkhead {
    /** At work at once for one gateway; each takes some milliseconds. */
    static final int PLACES = 16;

    private final Map<GatewayName, Semaphore> places = new ConcurrentHashMap<>();

    /** Takes a place if one is free. Whoever has taken one {@link #leave leaves} it. */
    boolean tryEnter(GatewayName gateway) {
        return places(gateway).tryAcquire();
    }

    void leave(GatewayName gateway) {
        places(gateway).release();
    }

    private Semaphore places(GatewayName gateway) {
        return places.computeIfAbsent(gateway, name -> new Semaphore(PLACES));
    }
}

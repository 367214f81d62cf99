package io.mizan.web.http;

import io.mizan.gateway.GatewayName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Keeps what comes for one gateway from taking the threads and connections of everybody else. */
public final class Bulkhead {
    /** At work at once for one gateway; each takes some milliseconds. */
    static final int PLACES = 16;

    private final Map<GatewayName, Semaphore> places = new ConcurrentHashMap<>();

    /** Takes a place if one is free. Whoever has taken one {@link #leave leaves} it. */
    public boolean tryEnter(GatewayName gateway) {
        return places(gateway).tryAcquire();
    }

    public void leave(GatewayName gateway) {
        places(gateway).release();
    }

    private Semaphore places(GatewayName gateway) {
        return places.computeIfAbsent(gateway, name -> new Semaphore(PLACES));
    }
}

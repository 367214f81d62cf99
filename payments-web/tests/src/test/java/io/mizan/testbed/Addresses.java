package io.mizan.testbed;

import java.util.concurrent.atomic.AtomicInteger;

/** Where the customers of tests come from: each from an address of its own, so that limits per address see them apart. */
public final class Addresses {

    /** The header by which the proxy in front tells it. */
    public static final String HEADER = "X-Forwarded-For";

    private static final AtomicInteger LAST = new AtomicInteger();

    private Addresses() {}

    /** One that nobody came from before, of the range for documentation (RFC 3849). */
    public static String next() {
        return "2001:db8::" + Integer.toHexString(LAST.incrementAndGet());
    }
}

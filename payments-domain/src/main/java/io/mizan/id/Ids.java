package io.mizan.id;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Makes new identifiers: UUIDv7 (RFC 9562, section 5.7), sortable by the millisecond of the one clock. */
@ApplicationScoped
public class Ids {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;
    private static final long RANDOM_62_BITS = 0x3FFFFFFFFFFFFFFFL;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    /** For the proxy of the container only. */
    protected Ids() {
        this(Clock.systemUTC());
    }

    @Inject
    public Ids(Clock clock) {
        this.clock = clock;
    }

    public UUID next() {
        long high = (clock.millis() << 16) | VERSION_7 | (random.nextInt() & 0xFFFL);
        long low = (random.nextLong() & RANDOM_62_BITS) | VARIANT;
        return new UUID(high, low);
    }
}

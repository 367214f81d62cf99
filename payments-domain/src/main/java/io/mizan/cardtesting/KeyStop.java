package io.mizan.cardtesting;

import java.time.Instant;
import java.util.UUID;

/** A key takes no new attempts until {@code endsAt}, because so many of the latest tries were declined. */
public record KeyStop(UUID apiKey, Instant stoppedAt, Instant endsAt, int declined, int tries) {}

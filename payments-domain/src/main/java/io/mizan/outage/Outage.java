package io.mizan.outage;

import java.time.Instant;

/**
 * A gateway is away.
 *
 * @param since when that was found
 * @param nextProbe when the next call is let through to find out whether it is back
 */
public record Outage(Instant since, Instant nextProbe) {}

package io.mizan.sql;

import java.util.UUID;

/**
 * A row of a queue that this worker holds until its lease runs out. The last write of its work is conditional on
 * {@code number}: if that has moved on, a successor owns the row and this work is rolled back.
 *
 * @param attempts how often the row was claimed, this time included
 */
public record Claim(UUID id, int number, int attempts) {}

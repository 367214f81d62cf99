package sandbox.webhook;

import java.time.Instant;
import java.util.Optional;

/**
 * One try to deliver.
 *
 * @param status the merchant's HTTP status, absent when there was no answer
 * @param error why there was none
 */
public record Attempt(Instant at, Optional<Integer> status, Optional<String> error, long tookMillis) {}

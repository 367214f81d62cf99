package sandbox.webhook;

import java.time.Instant;
import java.util.Optional;

/**
 * One sending of a message.
 *
 * @param at when; each try is signed afresh
 * @param earlier how often it was tried before
 * @param failure how the try before ended: a status, or an exception's name; absent at the first
 * @param forged true for a signature that must not verify
 */
public record Sending(OutgoingEvent event, Instant at, int earlier, Optional<String> failure, boolean forged) {}

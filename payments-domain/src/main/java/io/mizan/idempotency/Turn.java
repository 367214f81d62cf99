package io.mizan.idempotency;

import java.util.UUID;

/** What a request with a key is to do. */
public sealed interface Turn {
    /**
     * Do the work, and then {@link Idempotency#conclude}, {@link Idempotency#forget} or {@link Idempotency#letGo}.
     *
     * @param effectId the id of whatever the work makes; the same for everybody who ever works on this key
     * @param owner who holds the key now
     * @param first whether nobody worked on it before
     */
    record Work(UUID apiKey, IdempotencyKey key, UUID effectId, UUID owner, boolean first) implements Turn {}

    /** The work is done: give this answer again. */
    record Replay(Answer answer) implements Turn {}
}

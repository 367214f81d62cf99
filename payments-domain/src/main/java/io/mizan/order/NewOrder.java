package io.mizan.order;

import java.util.Optional;
import java.util.UUID;

/**
 * What an order is begun with, besides what everybody may see.
 *
 * @param contentHash tells a repeat from another order under the same reference
 * @param addressHash keyed hash of the client's address, for limits
 */
record NewOrder(OrderSnapshot snapshot, String contentHash, String clientSecretHash, Optional<String> addressHash) {
    /** The same order, for this person. */
    NewOrder of(Optional<UUID> person) {
        var s = snapshot;
        var withPerson = new OrderSnapshot(
                s.id(),
                s.referenceScope(),
                s.reference(),
                s.apiKeyId(),
                s.amount(),
                s.breakdown(),
                s.status(),
                s.captured(),
                s.fulfilment(),
                s.openAttempt(),
                person,
                s.customerErasedAt(),
                s.locale(),
                s.returnUrl(),
                s.metadata(),
                s.createdAt(),
                s.expiresAt());
        return new NewOrder(withPerson, contentHash, clientSecretHash, addressHash);
    }
}

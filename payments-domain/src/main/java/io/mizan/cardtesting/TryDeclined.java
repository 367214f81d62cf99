package io.mizan.cardtesting;

import java.util.UUID;

/**
 * Tries to pay an order of this key were declined, and that is committed. If this is lost, the next decline says the same.
 *
 * @param apiKey the key that the order was placed with
 */
public record TryDeclined(UUID apiKey) {}

package io.mizan.order;

import java.util.Optional;

/**
 * What an order is begun with, besides what everybody may see.
 *
 * @param contentHash tells a repeat from another order under the same reference
 */
record NewOrder(OrderSnapshot snapshot, String contentHash, String clientSecretHash, Optional<String> addressHash) {}

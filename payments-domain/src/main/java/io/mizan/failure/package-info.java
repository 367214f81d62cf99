/**
 * What can go wrong, in words that stay stable: {@link io.mizan.failure.ErrorCode} for requests that break a rule,
 * {@link io.mizan.failure.FailureCategory} for the answers of issuers and gateways. Knows nothing of HTTP.
 */
package io.mizan.failure;

package sandbox.stripe.api;

import java.util.Optional;

/**
 * A request as it came in.
 *
 * @param path with its leading slash, without the query
 * @param encoded the query of a GET or the body of a POST, still form-encoded
 */
record Request(
        String method,
        String path,
        String encoded,
        Optional<String> authorization,
        Optional<String> idempotencyKey,
        Optional<String> account,
        Optional<String> version) {}

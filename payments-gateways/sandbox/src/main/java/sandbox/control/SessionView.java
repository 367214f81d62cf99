package sandbox.control;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A checkout, for whoever watches over the simulators.
 *
 * @param reference the merchant's own
 * @param minor the amount in the provider's smallest unit
 * @param pageUrl where the customer pays, absent when nothing can be paid any more
 * @param details what else there is to know, in the provider's words
 * @param acts what can be done to it now
 */
public record SessionView(
        String id,
        Optional<String> reference,
        String status,
        long minor,
        String currency,
        Instant createdAt,
        Optional<String> pageUrl,
        Map<String, String> details,
        List<String> acts) {}

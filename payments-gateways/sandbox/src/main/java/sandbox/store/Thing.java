package sandbox.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that a simulated provider knows: a checkout, a payment, a refund.
 *
 * @param kind what it is, in the provider's words
 * @param id unique among the gateway's things of that kind
 * @param subject the checkout that it belongs to; its own id if it is one
 * @param reference the merchant's own name for it
 * @param dueAt when time alone does something to it
 * @param body in whatever form its simulator writes and reads
 */
public record Thing(
        String gateway,
        String kind,
        String id,
        String subject,
        Optional<String> reference,
        Optional<Instant> dueAt,
        Instant createdAt,
        String body) {
    public Thing with(String newBody) {
        return new Thing(gateway, kind, id, subject, reference, dueAt, createdAt, newBody);
    }

    public Thing due(Optional<Instant> at) {
        return new Thing(gateway, kind, id, subject, reference, at, createdAt, body);
    }
}

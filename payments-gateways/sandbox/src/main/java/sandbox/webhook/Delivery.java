package sandbox.webhook;

import java.time.Instant;
import java.util.Optional;

/**
 * One message on its way to the merchant; an event that is sent twice is two of them.
 *
 * @param subject the checkout it is about
 * @param treatment what a rule did to it, in words for people; empty if nothing
 * @param forged sent with a signature that does not verify, once
 * @param reencoded sent in another formatting than it was signed in, once
 * @param attempts how often it was tried
 * @param dueAt when it is sent next, absent when it will not be
 */
public record Delivery(
        long id,
        String gateway,
        String subject,
        OutgoingEvent event,
        DeliveryState state,
        String treatment,
        boolean forged,
        boolean reencoded,
        int attempts,
        Optional<Instant> dueAt,
        Instant createdAt) {}
